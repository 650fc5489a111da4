import type { CheckReport } from './report.ts'
import type { Finding, FindingCode, Verdict } from './finding.ts'
import { isProbeWord } from './probe-words.ts'
import { en } from './words/en.ts'
import { ja } from './words/ja.ts'
import type { Circumstances, Text, Words } from './words/words.ts'

/** Puts a finding into words. Decides nothing: the code, and what is known of the case, choose the text. */
export type Language = 'en' | 'ja'

const languages: Record<Language, Words> = { en, ja }

/** The words for a verdict of a report: its own finding or that of one of its protocols. */
export function describe(verdict: Verdict, options: { lang: Language; report: CheckReport }): Finding {
  const words = languages[options.lang]
  const text = words.findings[verdict.code](circumstances(verdict, options.report))
  if (!verdict.evidence || isProbeWord(verdict.evidence.quote)) return { ...verdict, ...text }
  const { quote, by } = verdict.evidence
  return { ...verdict, ...text, explanation: text.explanation + words.said(quote, by) }
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
