import { explain as explanationOf, findingCodes, type FindingCode } from '@sparekey/core'
import type { Context } from '../../run/context.ts'
import { usageFailure } from '../../failure/failure.ts'
import { renderFinding } from '../../render/finding.ts'
import { stepsFromHere } from '../../render/next-steps.ts'
import { networkFor } from '../../run/network.ts'
import { similarTo } from './similar.ts'

/** `sparekey explain CODE`: what a finding means and what to do about it. */
export async function explain(context: Context, _flags: object, code: string): Promise<void> {
  const { out, say, lang } = context
  const known = findingCodes.find((finding): finding is FindingCode => finding === code)
  if (known === undefined) throw usageFailure(say.usage.unknownFinding(code, similarTo(code, findingCodes)))
  const { title, explanation, ...rest } = explanationOf(known, lang)
  if (context.globals.servers !== undefined) await networkFor(context)
  const nextSteps = stepsFromHere(rest.nextSteps, context)
  if (out.json) out.document({ code: known, title, explanation, nextSteps })
  else out.result(renderFinding({ title, explanation, nextSteps }, say, out))
}
