import { capabilityOf, programInUse } from '../programs/ask.ts'
import type { Program } from '../programs/program.ts'
import { programs } from '../programs/programs.ts'
import type { Circumstances } from '../diagnosis/words/words.ts'
import type { Protocol } from '../settings/settings.ts'
import { rollOutOn } from '../settings/servers.ts'
import { causeFor, causesOf, type Cause } from './causes.ts'
import type { Case } from './case.ts'
import type { Sentence } from './sentence.ts'

/** What a text comes to, before words. */
export type Judged = {
  finding: Cause
  alsoPossible: Cause[]
  about: Pick<Circumstances, 'account' | 'address' | 'protocol' | 'program' | 'rollOut'>
}

/** The mail program, and whether the person named it or the text only looks like its. */
export type Named = { id: string; byPerson: boolean }

/** The first sentence decides; the others, and its own other meanings, are possible too. */
export function judge(sentences: readonly Sentence[], circumstances: Case, named?: Named): Judged {
  const [first, ...others] = sentences
  const { account, address, day } = circumstances
  const rollOut = first?.protocol && rollOutOn(day, account, first.protocol)
  const program = programs.find(({ id }) => id === named?.id)
  const about = {
    account,
    ...(address !== undefined && { address }),
    ...(first?.protocol && { protocol: first.protocol }),
    ...(rollOut && { rollOut }),
    ...(program && { program: programInUse(program, first?.protocol, account) }),
  }
  if (first === undefined) return { finding: { code: 'not-recognised', certainty: 'certain' }, alsoPossible: [], about }
  const told = others.filter(({ vague, code }) => !vague && code !== 'plain-refusal' && code !== 'ambiguous')
  const also: Cause[] = [
    ...[...first.also, ...told.map(({ code }) => code)].map((code) => ({ code, certainty: 'possible' }) as const),
    ...(first.code === 'plain-refusal' ? causesOf(circumstances, first.protocol) : []),
  ]
  const causes = withProgram(
    [causeIn(first, circumstances), ...also],
    program && cannotSignIn(program, first, account),
    named,
  )
  const [finding, ...open] = distinct(causes) as [Cause, ...Cause[]]
  return { finding, alsoPossible: open.filter(({ code }) => code !== 'plain-refusal'), about }
}

function causeIn({ code, certainty, protocol }: Sentence, circumstances: Case): Cause {
  if (code !== 'plain-refusal') return { code, certainty }
  if (circumstances.token) return causeFor(circumstances, protocol ?? 'imap', 'token')
  if (circumstances.address === undefined) return { code, certainty }
  return causeFor(circumstances, protocol ?? 'imap', 'other-secret')
}

/**
 * A program that knows no OAuth 2.0 is no way in where passwords have ended, or may have. That the person named it makes
 * it the finding; that a text looks like its makes it one cause.
 */
function withProgram(
  causes: readonly Cause[],
  cannot: boolean | undefined,
  named: Named | undefined,
): readonly Cause[] {
  const [finding, ...also] = causes
  if (!cannot || (finding?.code !== 'basic-auth-retired' && finding?.code !== 'plain-refusal')) return causes
  const cause: Cause = { code: 'program-cannot-oauth', certainty: 'likely' }
  return named?.byPerson ? [cause, ...causes] : [finding, cause, ...also]
}

function cannotSignIn(program: Program, { protocol }: Sentence, account: Case['account']): boolean {
  const protocols: readonly Protocol[] = protocol === undefined ? program.protocols : [protocol]
  return protocols.every((protocol) => capabilityOf(program, protocol, account).oauth === 'no')
}

function distinct(causes: readonly Cause[]): Cause[] {
  return causes.filter(({ code }, index) => causes.findIndex((other) => other.code === code) === index)
}
