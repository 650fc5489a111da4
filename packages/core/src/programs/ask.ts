import type { AccountKind, Protocol } from '../settings/settings.ts'
import type { Ability, Program, ProgramVersion } from './program.ts'
import { programs } from './programs.ts'

/** What is known of a program over one protocol, all its versions taken together. */
export type Capability = {
  /** `newer`: its newest version can, an older one cannot. */
  oauth: Ability | 'newer'
  /** From which version, where it can. */
  since?: string
  switch?: ProgramVersion['switch']
  instead?: ProgramVersion['instead']
}

/**
 * The programs that a person may mean: the one whose id or name it is, in either language and however it is written; else
 * all whose id or name has the words in it.
 */
export function programsNamed(text: string): Program[] {
  const typed = letters(text)
  if (typed === '') return []
  const named = programs.map((program) => ({ program, names: namesOf(program) }))
  const exact = named.filter(({ names }) => names.includes(typed))
  const found = exact.length > 0 ? exact : named.filter(({ names }) => names.some((name) => name.includes(typed)))
  return found.map(({ program }) => program)
}

function namesOf({ id, name }: Program): string[] {
  return [id, name.en, name.ja].map(letters)
}

/** Case, spaces, punctuation and width do not tell names apart. */
function letters(text: string): string {
  return text
    .slice(0, 100)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Whether a program signs in with OAuth 2.0 over a protocol for such an account. */
export function capabilityOf({ versions }: Program, protocol: Protocol, account: AccountKind): Capability {
  const [newest, ...older] = versions.map((version) => ({ version, ability: abilityOf(version, protocol, account) }))
  if (newest === undefined) return { oauth: 'unknown' }
  const { version, ability } = newest
  const { switch: chosen, instead } = version
  if (ability === 'yes') {
    const from = version.oauth[protocol].since
    const onlyNewer = older.some((other) => other.ability === 'no')
    return { oauth: onlyNewer ? 'newer' : 'yes', ...(from && { since: from }), ...(chosen && { switch: chosen }) }
  }
  const never = ability === 'no' && older.every((other) => other.ability === 'no')
  return { oauth: never ? 'no' : 'unknown', ...(chosen && { switch: chosen }), ...(never && instead && { instead }) }
}

function abilityOf({ oauth }: ProgramVersion, protocol: Protocol, account: AccountKind): Ability {
  const { personal, work } = oauth[protocol]
  if (account !== 'unknown') return oauth[protocol][account]
  return personal === work ? personal : 'unknown'
}

/**
 * What the words for a finding say of a program: its name, and what its user can do over the protocol. Where that is not
 * known, what is the same over all that the program speaks.
 */
export function programInUse(program: Program, protocol: Protocol | undefined, account: AccountKind) {
  const protocols = protocol === undefined ? program.protocols : [protocol]
  const [first, ...others] = protocols.map((protocol) => capabilityOf(program, protocol, account))
  const agreed = <Key extends keyof Capability>(key: Key) =>
    others.every((other) => other[key] === first?.[key]) ? first?.[key] : undefined
  const [chosen, since, instead] = [agreed('switch'), agreed('since'), agreed('instead')]
  return {
    name: program.name,
    ...(chosen && { switch: chosen }),
    ...(since !== undefined && { since }),
    ...(instead && { instead }),
  }
}
