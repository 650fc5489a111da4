import type { CheckReport } from './report.ts'
import type { Finding, FindingCode, Verdict } from './finding.ts'
import { en } from './texts/en.ts'
import { ja } from './texts/ja.ts'
import type { Circumstances, Text, Texts } from './texts/text.ts'
import { isProbeWord } from './words.ts'

/** Puts a finding into words. Decides nothing: the code, and what is known of the case, choose the text. */
export type Language = 'en' | 'ja'

const languages: Record<Language, Texts> = { en, ja }

/** The words for a verdict of a report: its own finding or that of one of its protocols. */
export function describe(verdict: Verdict, options: { lang: Language; report: CheckReport }): Finding {
  const texts = languages[options.lang]
  const text = texts.findings[verdict.code](circumstances(verdict, options.report))
  if (!verdict.evidence || isProbeWord(verdict.evidence.quote)) return { ...verdict, ...text }
  const { quote, by } = verdict.evidence
  return { ...verdict, ...text, explanation: text.explanation + texts.said(quote, by) }
}

/** A finding's general explanation, without a case at hand. */
export function explain(code: FindingCode, lang: Language): Text & { code: FindingCode } {
  return { code, ...languages[lang].findings[code]({ account: 'personal', certainty: 'certain', differences: [] }) }
}

function circumstances(verdict: Verdict, report: CheckReport): Circumstances {
  const found = report.protocols.find(({ protocol }) => protocol === verdict.protocol)
  return {
    account: report.account,
    certainty: verdict.certainty,
    address: report.address,
    credential: report.credential,
    ...(verdict.evidence && { step: verdict.evidence.step }),
    ...(found && { protocol: found.protocol, host: found.host, port: found.port, security: found.security }),
    signedIn: report.protocols.some(({ steps }) =>
      steps.some(({ step, outcome }) => step === 'sign-in' && outcome === 'ok'),
    ),
    differences: report.protocols.flatMap(({ protocol, differences }) =>
      differences.map((difference) => ({ ...difference, protocol })),
    ),
  }
}
