import { explainText, parseAddress, programs } from '@sparekey/core'
import type { Context } from '../../run/context.ts'
import { usageFailure } from '../../failure/failure.ts'
import { stepsFromHere } from '../../render/next-steps.ts'
import { readAll } from '../../run/files.ts'
import { networkFor } from '../../run/network.ts'
import { renderExplanation } from './render.ts'
import { similarTo } from './similar.ts'

export type TextFlags = { account?: string; asOf?: string; program?: string }

const notRecognised = 1

/** What a pasted text means: that of the arguments, or of standard input for `-`. Ends with 1 if nothing in it is known. */
export async function explainPasted(context: Context, flags: TextFlags, given: string): Promise<void> {
  const { out, say, lang, globals, host } = context
  const account = flags.account === undefined ? undefined : parseAddress(flags.account).address
  const program = programOf(flags.program, context)
  const network = globals.servers === undefined ? undefined : await networkFor(context)
  const text = given === '-' ? (await readAll(host.stdin)).toString('utf8') : given
  const asOf = flags.asOf ?? network?.asOf()
  const { finding, ...explanation } = explainText(text, { lang, account, asOf, program })
  if (account !== undefined) context.address = account
  const told = { ...explanation, finding: { ...finding, nextSteps: stepsFromHere(finding.nextSteps, context) } }
  if (out.json) out.document(told)
  else out.result(renderExplanation(told, say, out))
  if (told.recognised.length === 0) context.exitCode = notRecognised
}

function programOf(name: string | undefined, { say: { usage } }: Context): string | undefined {
  const ids = programs.map(({ id }) => id)
  if (name === undefined || ids.includes(name)) return name
  throw usageFailure(usage.unknownProgram(name, similarTo(name, ids)))
}
