import type { Observation } from '../probe/observation.ts'
import type { Step, StepName } from '../protocols/step.ts'
import { legacyHostOn } from '../settings/servers.ts'
import type { AccountKind, Protocol, ServerSettings } from '../settings/settings.ts'
import type { Using } from '../settings/using.ts'
import { noTokenFacts } from '../credentials/token-facts.ts'
import { compare, lastOfDays, type Difference } from './compare.ts'
import { isExplained } from './explained.ts'
import type { Program } from '../programs/program.ts'
import { inProgram } from './in-program.ts'
import type { FindingCode } from '../errors/codes.ts'
import type { Certainty, Verdict } from './finding.ts'
import { judgeRefusal, passwordsAt, type RefusalFacts } from './refusals.ts'
import { readReply, type Meaning } from '../signatures/signatures.ts'
import { codeOfWord, isProbeWord } from '../protocols/words.ts'

/** From what the probes saw to what is wrong. Pure: an observation kept as JSON gives the same answer years later. */

/** What the observations are judged by. */
export type Context = {
  /**
   * The right settings of the day (`Settings.servers`); those of every kind the account may be of, where that is not known;
   * empty if it is not Microsoft's.
   */
  servers: readonly ServerSettings[]
  /** What the mail program is set to now. */
  using?: readonly Using[]
  /** Whose account it is; `unknown` if unset. */
  account?: AccountKind
  /** ISO date by which a host is retired or not yet; if unset, all are that ever will be. */
  asOf?: string
  /** The mail program in use, if it is known: what it cannot do is found as well. */
  program?: Program
}

/** An observation, and what it comes to. */
export type Judged = { observation: Observation; differences: Difference[]; finding: Verdict }
/** What all observations of one run come to, and each of them. */
export type Diagnosis = { finding: Verdict; protocols: Judged[] }

/** Judges all observations of one run together, and names the finding that, mended first, helps most. */
export function diagnose(observations: readonly Observation[], context: Context): Diagnosis {
  const protocols = observations.map((observation) => {
    const { protocol } = observation.endpoint
    const right = context.servers.filter((server) => server.protocol === protocol)
    const now = context.using?.find((using) => using.protocol === protocol)
    const differences = now && right[0] ? compare(now, right[0], context.asOf) : []
    const others = observations.filter((other) => other !== observation)
    const verdict = inProgram({ ...judge(observation, { ...context, right, others }), protocol }, right, context)
    return { observation, differences, finding: weighSettings(verdict, observation, differences, context.asOf) }
  })
  return { finding: firstToMend(protocols.map(({ finding }) => finding)), protocols }
}

type Around = Context & {
  /** The right settings of the protocol. */
  right: readonly ServerSettings[]
  /** What was seen of the other protocols. */
  others: readonly Observation[]
}

function judge(observation: Observation, around: Around): Verdict {
  const failed = observation.steps.find(({ outcome }) => outcome === 'failed')
  if (failed) return { ...judgeFailure(failed, observation, around), ...evidenceOf(failed) }
  const last = observation.steps.at(-1)
  if (last?.error === 'no-tls') return { code: 'tls-needed', certainty: 'certain' }
  if (last?.error === 'password-not-offered') return judgeOffer(observation)
  if (last?.error === 'token-not-offered') {
    return { code: 'token-refused', certainty: 'certain', ...offerIn(observation, waysToSignIn) }
  }
  return { code: 'ok', certainty: 'certain' }
}

function judgeFailure(
  { step, error, reply }: Step,
  { endpoint, credential, token }: Observation,
  { right, others, account = 'unknown' }: Around,
): Verdict {
  const { protocol } = endpoint
  const said = reply === undefined ? undefined : readReply(protocol, reply, step !== 'sign-in')
  const byItself = codeOfWord(step, error)
  const judged = judgeRefusal({
    ...noTokenFacts,
    ...token,
    credential,
    protocol,
    kind: account,
    said: saidBy(said?.means ?? byItself, step, credential),
    passwords: passwordsAt(right),
    acceptedElsewhere: others.some(signedIn),
  })
  if (judged) return judged
  if (said && said.means !== 'plain-refusal') return { code: said.means, certainty: said.certainty }
  return { code: byItself, certainty: error === 'refused' ? 'possible' : 'certain' }
}

/** What may have more causes than the sentence tells. */
function saidBy(means: Meaning, step: StepName, credential: Observation['credential']): RefusalFacts['said'] {
  // Other servers have one code for whatever is wrong with a token.
  if (means === 'password-wrong' && credential === 'token') return 'plain-refusal'
  if (means === 'smtp-auth-probably-off') return 'policy-number'
  if (means === 'connection-dropped') return step === 'sign-in' ? means : 'something-else'
  return manyCauses.find((known) => known === means) ?? 'something-else'
}

const manyCauses = ['plain-refusal', 'client-protocol-error', 'mailbox-not-connected'] as const

const waysToSignIn = /\b(?:AUTH|SASL)\b/i

/** A server that lists its ways to sign in, and no password among them; or says in so many words that it takes none. */
function judgeOffer(observation: Observation): Verdict {
  const offer = offerIn(observation, /XOAUTH2|OAUTHBEARER|\bLOGINDISABLED\b/i)
  if (offer.evidence) return { code: 'basic-auth-retired', certainty: 'certain', ...offer }
  return {
    code: 'unknown-refusal',
    certainty: 'certain',
    evidence: { step: 'capabilities', quote: 'password-not-offered', by: 'machine' },
    ...offerIn(observation, waysToSignIn),
  }
}

/** The line in which the server lists its ways to sign in. */
function offerIn({ steps }: Observation, pattern: RegExp): Pick<Verdict, 'evidence'> {
  const said = steps.find(({ step }) => step === 'capabilities')?.reply
  const line = said?.split('\n').find((line) => pattern.test(line))
  return line === undefined ? {} : { evidence: { step: 'capabilities', quote: oneLine(line), by: 'server' } }
}

function signedIn({ steps }: Observation): boolean {
  return steps.some(({ step, outcome }) => step === 'sign-in' && outcome === 'ok')
}

function evidenceOf({ step, reply, error }: Step): Pick<Verdict, 'evidence'> {
  // A handshake fails in the machine's words: before it the server gave no more than its leave to begin.
  const handshake = step === 'tls' && error !== undefined && !isProbeWord(error)
  if (reply !== undefined && !handshake) return { evidence: { step, quote: oneLine(reply), by: 'server' } }
  return error === undefined ? {} : { evidence: { step, quote: error, by: 'machine' } }
}

const maxQuote = 300

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > maxQuote ? `${line.slice(0, maxQuote)}…` : line
}

/** Which trouble to mend first: without a connection no setting can be tried, with wrong settings no sign-in. */
const rank = (code: FindingCode): number =>
  code === 'ok' ? 3 : settingsCodes.has(code) ? 1 : connectionCodes.has(code) ? 0 : 2

const settingsCodes: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'settings-differ',
  'legacy-host-retired',
  'shared-mailbox-name',
])

const connectionCodes: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'mock-not-running',
  'host-not-found',
  'connection-refused',
  'connection-timeout',
  'connection-dropped',
  'tls-needed',
  'tls-not-spoken',
  'tls-too-old',
  'certificate-untrusted',
  'certificate-wrong-name',
  'certificate-expired',
  'not-a-mail-server',
])

/**
 * Settings that differ come before the sign-in, and before a connection whose failure they explain; what was found in spite
 * of them is kept.
 */
function weighSettings(
  verdict: Verdict,
  observation: Observation,
  differences: readonly Difference[],
  asOf: string | undefined,
): Verdict {
  if (differences.length === 0) return verdict
  if (rank(verdict.code) === 0 && !isExplained(verdict.code, observation, differences)) return verdict
  const { code, certainty } = settingsAtFault(verdict, observation, differences, asOf)
  // A connection that failed by them is no finding besides.
  const besides = verdict.code !== 'ok' && rank(verdict.code) !== 0
  return { ...verdict, code, certainty, ...(besides && { also: [verdict] }) }
}

function settingsAtFault(
  { code }: Verdict,
  { endpoint, username }: Observation,
  differences: readonly Difference[],
  asOf = lastOfDays,
): Pick<Verdict, 'code' | 'certainty'> {
  const legacy = legacyHostOn(asOf, endpoint.host.toLowerCase())
  if (legacy === 'gone') return { code: 'legacy-host-retired', certainty: 'certain' }
  if (legacy === 'closing') return { code: 'legacy-host-retired', certainty: 'likely' }
  const nameAlone = differences.every(({ field }) => field === 'username')
  return nameAlone && code !== 'ok' && sharedName.test(username)
    ? { code: 'shared-mailbox-name', certainty: 'likely' }
    : { code: 'settings-differ', certainty: 'certain' }
}

/** An owner and a shared mailbox in one name: `hanako@contoso.com\\info`, `CONTOSO\\hanako\\info` (Exchange's older form). */
const sharedName = /^(?:[^\\/]+@[^\\/]+|[^\\/]+\\[^\\/]+)[\\/]./

const certainties: readonly Certainty[] = ['certain', 'likely', 'possible']
const protocols: readonly (Protocol | undefined)[] = ['imap', 'pop3', 'smtp']

function firstToMend(findings: readonly Verdict[]): Verdict {
  const order = ({ code, certainty, protocol }: Verdict) =>
    rank(code) * 100 + certainties.indexOf(certainty) * 10 + protocols.indexOf(protocol)
  const [first] = findings.toSorted((a, b) => order(a) - order(b))
  if (!first) throw new RangeError('There is nothing to diagnose without an observation.')
  return first
}
