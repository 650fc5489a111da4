/** pop3-server-mock: a POP3 server for tests. */
export { POP3Server } from './server.ts'
export { matches, type Credentials, type MechanismName } from './protocol/sasl.ts'
export type {
  AuthResult,
  Certificate,
  CommandLine,
  Forms,
  Handlers,
  Limits,
  POP3ServerOptions,
  POP3Session,
  Refusal,
  SignedIn,
  Timers,
} from './protocol/options.ts'
export type { Commit, Content, MaildropMessage } from './protocol/maildrop.ts'
export type { BadCommand, Replies, Reply, ReplyContexts, ReplyName } from './protocol/reply.ts'
