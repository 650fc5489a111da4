import type { CheckReport } from './diagnosis/report.ts'
import type { Finding, Verdict } from './diagnosis/finding.ts'
import { cloudOf, rollOutOn } from './settings/servers.ts'
import { programInUse } from './programs/ask.ts'
import { programs } from './programs/programs.ts'
import { isProbeWord } from './protocols/words.ts'
import { textOf } from './diagnosis/words/text-of.ts'
import type { Circumstances, Language } from './diagnosis/words/words.ts'
import { languages } from './languages.ts'

/**
 * Puts a finding into words: a report's own or that of one of its protocols. Decides nothing: the code, and what is known
 * of the case, choose the text.
 * @param options.quote `false`: leave out what was said, for who shows it elsewhere
 */
export function describe(
  verdict: Verdict,
  options: { lang: Language; report: CheckReport; quote?: boolean | undefined },
): Finding {
  const words = languages[options.lang]
  const text = textOf(words, verdict.code, circumstances(verdict, options.report))
  if (!verdict.evidence || options.quote === false || isProbeWord(verdict.evidence.quote))
    return { ...verdict, ...text }
  const { quote, by } = verdict.evidence
  return { ...verdict, ...text, explanation: text.explanation + words.said(quote, by) }
}

function circumstances(verdict: Verdict, report: CheckReport): Circumstances {
  const found = report.protocols.find(({ protocol }) => protocol === verdict.protocol)
  const cloud = found && cloudOf(found.protocol, found.host)
  const rollOut = found && rollOutOn(report.asOf, report.account, found.protocol)
  const program = programs.find(({ id }) => id === report.program)
  const accepted = report.protocols.find(({ steps }) =>
    steps.some(({ step, outcome }) => step === 'sign-in' && outcome === 'ok'),
  )
  return {
    account: report.account,
    certainty: verdict.certainty,
    address: report.address,
    credential: report.credential,
    ...(verdict.evidence && { step: verdict.evidence.step }),
    ...(found && { protocol: found.protocol, host: found.host, port: found.port, security: found.security }),
    ...(cloud !== undefined && cloud !== 'global' && { cloud }),
    ...(rollOut && { rollOut }),
    ...(program && { program: programInUse(program, verdict.protocol, report.account) }),
    signedIn: accepted !== undefined,
    ...(accepted && { acceptedOn: accepted.protocol }),
    alone: report.protocols.length === 1,
    differences: report.protocols.flatMap(({ protocol, differences }) =>
      differences.map((difference) => ({ ...difference, protocol })),
    ),
  }
}
