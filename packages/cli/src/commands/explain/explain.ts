import {
  explain as explanationOf,
  explanationCodes,
  findingCodes,
  parseAddress,
  type About,
  type WordedCode,
} from '@sparekey/core'
import type { Context } from '../../run/context.ts'
import { usageFailure } from '../../failure/failure.ts'
import { renderFinding } from '../../render/finding.ts'
import { stepsFromHere } from '../../render/next-steps.ts'
import { similarTo } from '../../failure/similar.ts'
import type { Words } from '../../words/words.ts'
import type { TextFlags } from './text.ts'

const codes: readonly WordedCode[] = [...findingCodes, ...explanationCodes]

export type ExplainFlags = TextFlags & { eml?: string }

/** What can only be meant for a code. */
const codeForm = /^[a-z]+(?:-[a-z]+)+$/

/**
 * `sparekey explain CODE | TEXT… | - | --eml FILE`: what a finding means, or any error a person has in hand, and what to do about it.
 * What is needed for a text is loaded for a text only.
 */
export async function explain(context: Context, flags: ExplainFlags, ...words: readonly string[]): Promise<void> {
  const { usage } = context.say
  const given = words.join(' ')
  if (flags.eml !== undefined) {
    if (words.length > 0) throw usageFailure(usage.emlOrText)
    const { explainFile } = await import('./text.ts')
    return explainFile(context, flags, flags.eml)
  }
  if (words.length === 0) throw usageFailure(usage.argumentMissing('TEXT'))
  const code = codes.find((known) => known === given)
  if (code !== undefined) return explainCode(context, flags, code)
  if (codeForm.test(given)) throw usageFailure(usage.unknownFinding(given, similarTo(given, codes)))
  const { explainPasted } = await import('./text.ts')
  await explainPasted(context, flags, given)
}

/** Whose mailbox it is, and in which program, leaves only the steps that are theirs. */
async function explainCode(context: Context, flags: TextFlags, code: WordedCode): Promise<void> {
  const { out, say, lang } = context
  const { title, explanation, ...rest } = explanationOf(code, lang, await aboutOf(flags, say))
  // With a map, the steps lead to its pages.
  if (context.globals.servers !== undefined) await (await import('../../run/network.ts')).networkFor(context)
  const nextSteps = stepsFromHere(rest.nextSteps, context)
  if (out.json) out.document({ input: 'code', code, title, explanation, nextSteps })
  else out.result(renderFinding({ title, explanation, nextSteps }, say, out))
}

async function aboutOf({ account, program }: TextFlags, say: Words): Promise<About> {
  const known: About = account === undefined ? {} : { address: parseAddress(account).address }
  if (program === undefined) return known
  const { programInWords } = await import('../../run/program.ts')
  return { ...known, program: programInWords(program, say) }
}
