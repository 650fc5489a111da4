import { pageIn } from './parts.ts'
import type { Circumstances, Step, Text, WordedCode, Words } from './words.ts'
import type { NextStep } from '../finding.ts'

/** Their titles say what was seen and not why, which is so however sure the finding is. */
const observations: ReadonlySet<WordedCode> = new Set<WordedCode>([
  'ok',
  'app-password-wrong',
  'mailbox-not-connected',
  'token-refused',
  'smtp-auth-probably-off',
  'unknown-refusal',
  'plain-refusal',
  'ambiguous',
  'not-recognised',
])

/** What is told of a finding in one language. Its title promises no more than the finding is sure of. */
export function textOf(words: Words, code: WordedCode, about: Circumstances): Text {
  const { nextSteps, ...told } = words.findings[code](about)
  const text = inCloud({ ...told, nextSteps: nextSteps.flatMap((step) => withPages(step, words.whose, about)) }, about)
  const { certainty } = about
  if (certainty === 'certain' || observations.has(code)) return text
  const { title } = words.findings[code]({ ...about, certainty: 'certain' })
  // A title of its own for what is not certain says that it is likely.
  return certainty === 'likely' && text.title !== title ? text : { ...text, title: words.unsure(title, certainty) }
}

/**
 * A step with its pages for either kind of account, each behind the words that say whose it is. At a server whose kind is
 * not known, which may be anybody's, Microsoft's pages are none.
 */
function withPages({ pages, ...step }: Step, whose: Words['whose'], { host }: Circumstances): NextStep[] {
  if (pages === undefined || host !== undefined) return [step]
  return [
    { ...step, text: step.text + whose.between + whose.work, url: pages.work },
    { text: whose.personal, url: pages.personal },
  ]
}

/** The same steps, with the pages of the account's cloud. */
function inCloud(text: Text, { cloud }: Circumstances): Text {
  if (cloud === undefined) return text
  const nextSteps = text.nextSteps.map(({ url, ...step }) => {
    const page = url === undefined ? undefined : pageIn(cloud, url)
    return { ...step, ...(page !== undefined && { url: page }) }
  })
  return { ...text, nextSteps }
}
