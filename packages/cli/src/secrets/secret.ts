/**
 * Where a password comes from: the first line of standard input, or a question without echo on standard error. Never from
 * the command line or the environment, and it is written nowhere.
 */
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { plainLine } from '../render/plain.ts'
import { firstLine } from './first-line.ts'
import { askSecret } from './prompt.ts'

/** Throws `missing-secret` if there is none and nobody to ask, `interrupted` if the person gave up. */
export async function secretFor(
  address: string,
  flags: { readonly passwordStdin: boolean },
  context: Context,
  question = context.say.check.passwordPrompt(plainLine(address)),
): Promise<string> {
  const { globals, host } = context
  if (flags.passwordStdin) {
    const line = await firstLine(host.stdin)
    host.stdin.destroy()
    if (line === undefined || line === '') throw new Failure('missing-secret', { from: 'stdin' })
    return line
  }
  if (!globals.input || !host.stdin.isTTY || !host.stderr.isTTY) throw new Failure('missing-secret')
  const answer = await askSecret(question, { input: host.stdin, output: host.stderr })
  if (answer === undefined) throw new Failure('interrupted')
  if (answer === '') throw new Failure('missing-secret')
  return answer
}
