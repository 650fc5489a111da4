import {
  check as checkMailbox,
  parseAddress,
  parseUsing,
  settingsFor,
  type Network,
  type Protocol,
  type Settings,
  type StepEvent,
  type Using,
} from '@sparekey/core'
import { askedPassword, knownCredentials, type Given } from '../../accounts/credentials.ts'
import { tokenFrom } from '../../accounts/secret.ts'
import type { Context } from '../../run/context.ts'
import { checkFoundAProblem } from '../../failure/exit-codes.ts'
import { usageFailure } from '../../failure/failure.ts'
import { networkFor } from '../../run/network.ts'
import { programFor } from '../../run/program.ts'
import type { Output } from '../../run/output.ts'
import { protocolNames } from '../../render/protocol-names.ts'
import { markOf, renderCheck } from './render.ts'
import { plainLines } from '../../render/plain.ts'
import { repeated } from '../../flags/flags.ts'
import { findingsIn } from './findings.ts'

export type CheckFlags = {
  protocol?: readonly Protocol[]
  using?: readonly string[]
  passwordStdin: boolean
  tokenStdin: boolean
  noSignIn: boolean
  program?: string
  asOf?: string
}

/** `sparekey check ADDRESS`: what goes wrong, why, and what to do next. Ends with 0 or 1 whatever it finds. */
export async function check(context: Context, flags: CheckFlags, address: string): Promise<void> {
  const { out, say } = context
  parseAddress(address)
  const program = flags.program === undefined ? undefined : programFor(flags.program, say)
  // What a program does not speak is nothing to its user.
  const protocols = flags.protocol ?? program?.protocols
  context.address = address
  const using = flags.using?.map(parseUsing)
  const twice = repeated((using ?? []).map(({ protocol }) => protocol))
  if (twice) throw usageFailure(say.usage.repeated(`--using ${twice}`))
  if (flags.passwordStdin && flags.tokenStdin) {
    throw usageFailure(say.usage.notTogether('--password-stdin', '--token-stdin'))
  }
  const network = await networkFor(context)
  // An address whose servers are not known is told before anybody is asked for a password.
  const settings = await settingsIfKnown(address, using, { network, asOf: flags.asOf })
  const { username, secret, token, grant } =
    (await credentialsIfAny(
      address,
      { ...flags, ...(protocols && { protocol: protocols }) },
      { context, network, settings },
    )) ?? {}
  const report = await checkMailbox({
    address: username ?? address,
    secret,
    token: grant ?? token,
    protocols,
    program,
    using,
    network,
    asOf: flags.asOf,
    signIn: !flags.noSignIn,
    onStep: stepWatcher(out),
  })
  out.progress(undefined)
  const findings = findingsIn(report, context, { quotes: out.json || out.verbose })
  if (out.json) out.document({ ...report, finding: findings.first, alsoFound: findings.others })
  else out.result(renderCheck(report, findings, context))
  if (!report.ok) context.exitCode = checkFoundAProblem
}

/** With `--using`, it does no harm that the servers are not known. */
async function settingsIfKnown(
  address: string,
  using: readonly Using[] | undefined,
  options: { network: Network; asOf: string | undefined },
): Promise<Settings | undefined> {
  try {
    return await settingsFor(address, options)
  } catch (error) {
    if (using === undefined) throw error
    return undefined
  }
}

/** Nobody is asked for a password that no server would take: what they say before a sign-in is the answer then. */
async function credentialsIfAny(
  address: string,
  flags: CheckFlags,
  { settings, ...around }: { context: Context; network: Network; settings: Settings | undefined },
): Promise<Given | undefined> {
  if (flags.noSignIn) return undefined
  if (flags.tokenStdin) return { username: address, token: await tokenFrom(around.context) }
  const takesPassword = settings?.servers.some(
    ({ protocol, authentication }) =>
      authentication.includes('password') && (flags.protocol?.includes(protocol) ?? true),
  )
  const known = await knownCredentials(address, flags, around)
  return known ?? (takesPassword === false ? undefined : askedPassword(address, flags, around))
}

/** On a terminal, one line with a mark for each step done; with `--verbose`, the servers' own lines. */
function stepWatcher(out: Output): (event: StepEvent) => void {
  const marks = new Map<Protocol, string>()
  return ({ endpoint: { protocol }, step }) => {
    marks.set(protocol, (marks.get(protocol) ?? '') + markOf(step.outcome))
    out.progress([...marks].map(([name, done]) => `${protocolNames[name]} ${done}`).join('  '))
    if (!out.verbose || step.reply === undefined) return
    out.warn(plainLines(step.reply).map((line) => `${protocolNames[protocol]} ${step.step}: ${line}`))
  }
}
