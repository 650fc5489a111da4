import { text } from '../session/arguments.ts'
import { signIn } from '../session/sign-in.ts'
import type { CommandFile } from './command.ts'

/** RFC 3501, 6.2.3. */
export const login: CommandFile = {
  verbs: ['LOGIN'],
  state: 'anonymous',
  args: [2, 2],
  run({ session, tag, args }) {
    const username = text(args[0])
    return signIn(
      session,
      { tag, verb: 'LOGIN' },
      { mechanism: 'LOGIN', username, proof: { kind: 'secret', secret: text(args[1]) } },
    )
  },
}
