import { explain as explanationOf, findingCodes, type FindingCode } from '@sparekey/core'
import type { Context } from '../../run/context.ts'
import { usageFailure } from '../../failure/failure.ts'
import { renderFinding } from '../../render/finding.ts'
import { withServerMap } from '../../render/next-steps.ts'
import { similarTo } from './similar.ts'

/** `sparekey explain CODE`: what a finding means and what to do about it. */
export async function explain(context: Context, _flags: object, code: string): Promise<void> {
  const { out, say, lang, globals } = context
  const known = findingCodes.find((finding): finding is FindingCode => finding === code)
  if (known === undefined) throw usageFailure(say.usage.unknownFinding(code, similarTo(code, findingCodes)))
  const { title, explanation, ...rest } = explanationOf(known, lang)
  const nextSteps = withServerMap(rest.nextSteps, globals)
  if (out.json) out.document({ code: known, title, explanation, nextSteps })
  else out.result(renderFinding({ title, explanation, nextSteps }, say, out))
}
