import { capabilityOf } from '../programs/ask.ts'
import type { Program } from '../programs/program.ts'
import type { AccountKind, ServerSettings } from '../settings/settings.ts'
import type { Verdict } from './finding.ts'
import { passwordsAt } from './refusals.ts'

/** The mail program that the mailbox is to be read and written with, and whose mailbox it is. */
type InUse = { program?: Program | undefined; account?: AccountKind | undefined }

/**
 * What a verdict comes to in a program that is known: where Microsoft takes no passwords any more, one that has no
 * OAuth 2.0 gets in nowhere, whatever was signed in with here.
 * @param right the right settings of the verdict's protocol
 */
export function inProgram(verdict: Verdict, right: readonly ServerSettings[], { program, account }: InUse): Verdict {
  const { protocol, code } = verdict
  if (program === undefined || protocol === undefined) return verdict
  if (code !== 'ok' && code !== 'basic-auth-retired') return verdict
  if (passwordsAt(right) !== 'refused' || capabilityOf(program, protocol, account ?? 'unknown').oauth !== 'no')
    return verdict
  return { ...verdict, code: 'program-cannot-oauth' }
}
