import {
  explainMessage,
  explainText,
  parseAddress,
  type Explanation,
  type ExplainOptions,
  type NextStep,
} from '@sparekey/core'
import type { Context } from '../../run/context.ts'
import { stepsFromHere } from '../../render/next-steps.ts'
import { readAll, readInputFile } from '../../run/files.ts'
import { networkFor } from '../../run/network.ts'
import { programFor } from '../../run/program.ts'
import { renderExplanation } from './render.ts'

export type TextFlags = { account?: string; asOf?: string; program?: string }

const notRecognised = 1

/** More than `explainMessage` looks at. */
const enoughOfMessage = 2 * 1024 * 1024

/** What a pasted text means: that of the arguments, or of standard input for `-`. Ends with 1 if nothing in it is known. */
export async function explainPasted(context: Context, flags: TextFlags, given: string): Promise<void> {
  const text = given === '-' ? (await readAll(context.host.stdin)).toString('utf8') : given
  await tell(context, flags, (options) => explainText(text, options))
}

/** What a message in a file, or on standard input, says of one that was not delivered. Ends with 1 if it says nothing. */
export async function explainFile(context: Context, flags: TextFlags, path: string): Promise<void> {
  const octets = await readInputFile(path, { stdin: context.host.stdin, enough: enoughOfMessage })
  await tell(context, flags, (options) => explainMessage(octets, options))
}

async function tell(
  context: Context,
  flags: TextFlags,
  explain: (options: ExplainOptions) => Explanation,
): Promise<void> {
  const { out, say, lang, globals } = context
  const account = flags.account === undefined ? undefined : parseAddress(flags.account).address
  const program = flags.program === undefined ? undefined : programFor(flags.program, say).id
  const network = globals.servers === undefined ? undefined : await networkFor(context)
  const explanation = explain({ lang, account, asOf: flags.asOf ?? network?.asOf(), program })
  if (account !== undefined) context.address = account
  const told = withStepsFromHere(explanation, context)
  if (out.json) out.document(told)
  else out.result(renderExplanation(told, say, out))
  if (told.recognised.length === 0) context.exitCode = notRecognised
}

function withStepsFromHere({ finding, findings, ...explanation }: Explanation, context: Context): Explanation {
  const fromHere = <F extends { nextSteps: NextStep[] }>(finding: F): F => ({
    ...finding,
    nextSteps: stepsFromHere(finding.nextSteps, context),
  })
  return { ...explanation, finding: fromHere(finding), ...(findings && { findings: findings.map(fromHere) }) }
}
