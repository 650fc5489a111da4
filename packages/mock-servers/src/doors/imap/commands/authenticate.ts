import { remarks } from '../../../voices/imap-session.ts'
import { keyword, octets } from '../session/arguments.ts'
import { refused } from '../session/refusal.ts'
import { readPlain, readXoauth2, signIn } from '../session/sign-in.ts'
import type { CommandFile } from './command.ts'

const mechanisms = new Map([
  ['PLAIN', { mechanism: 'PLAIN', read: readPlain }],
  ['XOAUTH2', { mechanism: 'XOAUTH2', read: readXoauth2 }],
] as const)

/** RFC 3501, 6.2.2, with the initial response of RFC 4959 or without. A bad token is refused without a challenge. */
export const authenticate: CommandFile = {
  verbs: ['AUTHENTICATE'],
  state: 'anonymous',
  args: [1, 2],
  async run({ session, tag, args }) {
    const chosen = mechanisms.get(keyword(args[0]) as 'PLAIN' | 'XOAUTH2')
    if (!chosen) return refused('unknown-mechanism')
    const response = args[1] ? octets(args[1]) : await session.ask(remarks.challenge)
    if (response === '*') return refused('cancelled')
    // `=` is an initial response that is there, and empty.
    const credentials = chosen.read(response === '=' ? '' : response)
    if (!credentials) return refused('bad-argument')
    return signIn(session, { tag, verb: 'AUTHENTICATE' }, { mechanism: chosen.mechanism, ...credentials })
  },
}
