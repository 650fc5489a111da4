/**
 * Where a password or token comes from: the first line of standard input, or a question without echo on standard error. Never from
 * the command line or the environment, and it is written nowhere.
 */
import type { Context } from '../run/context.ts'
import { Failure } from '../failure/failure.ts'
import type { MissingSecret } from '../words/failures.ts'
import { plainLine } from '../render/plain.ts'
import { firstLine } from './first-line.ts'
import { askSecret } from './prompt.ts'

/**
 * Throws `missing-secret` if none is given or there is nobody to ask, `interrupted` if the person gave up.
 *
 * @param purpose what it is for: who is signing in needs no advice to sign in
 */
export async function secretFor(
  address: string,
  flags: { readonly passwordStdin: boolean },
  context: Context,
  purpose: 'mail' | 'login' = 'mail',
): Promise<string> {
  const { globals, host, say } = context
  if (flags.passwordStdin) return lineFrom(context, 'empty-line')
  if (!globals.input || !host.stdin.isTTY || !host.stderr.isTTY) throw missing(`nobody-to-ask-for-${purpose}`)
  const question = purpose === 'login' ? say.login.appPasswordPrompt : say.check.passwordPrompt
  const answer = await askSecret(question(plainLine(address)), { input: host.stdin, output: host.stderr })
  if (answer === undefined) throw new Failure('interrupted', {})
  if (answer === '') throw missing('nothing-typed')
  return answer
}

/** An access token on standard input; programs show it with the word that HTTP puts before it, and with spaces around. */
export async function tokenFrom(context: Context): Promise<string> {
  const token = (await lineFrom(context, 'empty-token-line')).trim().replace(/^Bearer +/i, '')
  if (token === '') throw missing('empty-token-line')
  return token
}

async function lineFrom({ host }: Context, otherwise: MissingSecret): Promise<string> {
  const line = await firstLine(host.stdin)
  host.stdin.destroy()
  if (line === undefined || line === '') throw missing(otherwise)
  return line
}

function missing(why: MissingSecret): Failure {
  return new Failure('missing-secret', { why })
}
