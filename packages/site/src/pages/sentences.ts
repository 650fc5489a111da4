import type { ExplanationCode, FindingCode } from '@sparekey/core'
import { explainText } from '@sparekey/core/explain'
import { evidence, filled, type Row } from '@sparekey/evidence'

/** A sentence of Microsoft's, as it goes over the wire, with examples in the places that vary. */
export type Sentence = { row: Row; text: string }

/** The day to which a period's sentence is asked: whose rules were in force then. */
const dayOf = { I: '2021-05-01', II: '2025-03-01', III: '2026-11-01' } as const

/** Who refuses in words: the mail servers, and the sign-in. */
export const services = ['imap', 'pop3', 'smtp', 'identity'] as const
export type Service = (typeof services)[number]

/** What a page could not say more of than the sentence itself. */
const saysNothing: readonly string[] = ['ok', 'unknown-refusal', 'not-recognised']

/** Every sentence of the evidence that tells a person why something was refused, each once. */
export const sentences: readonly (Sentence & { service: Service; code: ExplanationCode | FindingCode })[] =
  services.flatMap((service) =>
    evidence.rows
      .filter((row) => row.service === service)
      .flatMap((row) => {
        const text = wordingOf(row)
        const code = text === undefined ? undefined : refusalIn({ row, text })
        return text === undefined || code === undefined ? [] : [{ row, text, service, code }]
      })
      .filter(({ text }, index, all) => all.findIndex((other) => other.text === text) === index),
  )

/** A row's newest wording. */
function wordingOf({ words }: Row): string | undefined {
  const wording = words.findLast(({ text }) => text !== undefined)
  if (wording?.text === undefined) return undefined
  const text = filled(wording.text).replaceAll('\r\n', '\n').replaceAll(/^A1 /gm, '')
  return wording.error === undefined ? text : `${wording.error}: ${text}`
}

/** What a sentence means at the time it is said, in a language. */
export function meaningOf({ row, text }: Sentence, lang: 'en' | 'ja') {
  return explainText(text, { lang, asOf: dayOf[row.period.phases.at(-1) ?? 'III'] })
}

/** What a sentence refuses with; nothing where nobody would know it for a refusal. */
function refusalIn(sentence: Sentence): ExplanationCode | FindingCode | undefined {
  const { recognised, finding } = meaningOf(sentence, 'en')
  return recognised.length === 0 || saysNothing.includes(finding.code) ? undefined : finding.code
}

/** The sentences in which a number stands. */
export function sentencesNaming(number: string): readonly Sentence[] {
  return sentences.filter(({ text }) => new RegExp(`\\b${number}\\b`).test(text))
}

/** Without what differs each time, so that a title says what a person would search for. */
export const shown = (text: string): string =>
  text
    .split('\n')[0]!
    .replace(/ \[[A-Z0-9]+\.[^\]]*\]$/, '')
    .replace(/^(.{150}\S*).*$/, '$1 …')

/** The sentences that mean a finding or leave the cause open, each by what is shown of it once. */
export function sentencesMeaning(code: string): readonly Sentence[] {
  return sentences
    .filter((sentence) => sentence.code === code)
    .filter(({ text }, index, all) => all.findIndex((other) => shown(other.text) === shown(text)) === index)
}
