import { excerpt, failure, protocolBroken, socketFailure } from '../errors/failure.ts'
import { SparekeyError } from '../errors/sparekey-error.ts'
import { Stop } from '../protocols/dialogue.ts'
import type { ProbeWord } from '../protocols/step.ts'
import { codeOfWord } from '../protocols/words.ts'
import type { Protocol } from '../settings/settings.ts'
import type { StepFailed } from './channel.ts'
import { failureSaid } from './said.ts'

/** The error for a step that failed: it has the code of the finding that a check gives, and the server's words. */
export function stepFailure({ step, cause }: StepFailed, protocol: Protocol): SparekeyError {
  const { step: name, error: word = '' } = step
  const reply = step.reply?.replace(tag, '')
  const said = reply === undefined ? undefined : failureSaid(protocol, reply)
  if (said && !isAborted(cause)) return said
  if (name === 'sign-in' && word === 'refused') return signInRefused(protocol, reply ?? '')
  if (cause instanceof Stop) return failure(codeOfWord(name, word), messageOf(cause.word, protocol), quoted(reply))
  const failed = socketFailure(cause)
  return reply === undefined || isAborted(cause)
    ? failed
    : failure(failed.code, failed.message, { ...failed.details, ...quoted(reply) }, failed.cause)
}

/** IMAP's answers begin with what we gave the command as a name. */
const tag = /^[AT]\d (?=OK|NO|BAD)/

function isAborted(cause: unknown): boolean {
  return cause instanceof SparekeyError && cause.code === 'aborted'
}

function quoted(reply: string | undefined): { reply?: string } {
  return reply === undefined ? {} : { reply: excerpt(reply) }
}

function signInRefused(protocol: Protocol, reply: string): SparekeyError {
  return saysNo[protocol].test(reply)
    ? failure('sign-in-refused', 'The server refused the sign-in.', { reply })
    : protocolBroken(`The server did not answer the sign-in as ${protocol.toUpperCase()} does.`, reply)
}

/** Anything else, such as a yes before the secret was said, is no answer to a sign-in. */
const saysNo = { imap: /^(?:NO|BAD)\b/i, pop3: /^-ERR/, smtp: /^[45]/ } as const satisfies Record<Protocol, RegExp>

const messages: Partial<Record<ProbeWord, string>> = {
  refused: 'The server turns connections away at the moment.',
  preauth: 'The server says it is signed in already. Nothing was sent.',
  'starttls-missing': 'The server offers no TLS here. The secret was not sent.',
  'starttls-refused': 'The server offers no TLS here. The secret was not sent.',
  'bytes-before-tls': 'Bytes were slipped in before TLS began. The secret was not sent.',
  'tls-spoken': 'The server waits for TLS from the first byte. Nothing was sent.',
}

function messageOf(word: ProbeWord, protocol: Protocol): string {
  return messages[word] ?? `The server does not speak as a ${protocol.toUpperCase()} server does.`
}
