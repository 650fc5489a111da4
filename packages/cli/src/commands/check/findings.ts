/** What a check found, in words: nothing that was found over a protocol is kept back. */
import { describe, type CheckReport, type Finding, type NextStep, type Protocol, type Verdict } from '@sparekey/core'
import { stepsFromHere } from '../../render/next-steps.ts'
import type { Context } from '../../run/context.ts'

/** A finding, and the protocols it was found on. */
export type Found = Finding & { protocols: Protocol[] }

/** The finding to mend first, and every other one, each once. */
export type Findings = { first: Found; others: Found[] }

/** @param options.quotes `false`: without what the servers said, which stands elsewhere already */
export function findingsIn(report: CheckReport, context: Context, { quotes }: { quotes: boolean }): Findings {
  const inWords = (verdict: Verdict, protocols: Protocol[]): Found => {
    // What a server lists is worth reading for who knows the protocol; a person is told what follows from it.
    const quote = quotes || verdict.evidence?.step !== 'capabilities'
    const finding = describe(verdict, { lang: context.lang, report, quote })
    return { ...finding, nextSteps: stepsFromHere(finding.nextSteps, context), protocols }
  }
  const found = new Map<string, Found>()
  for (const { protocol, finding } of report.protocols) {
    for (const verdict of [finding, ...(finding.also ?? [])]) {
      const told = inWords(verdict, [protocol])
      const known = found.get(nameOf(told))
      if (known) known.protocols.push(protocol)
      else found.set(nameOf(told), told)
    }
  }
  const first = inWords(report.finding, [])
  first.protocols = found.get(nameOf(first))?.protocols ?? []
  found.delete(nameOf(first))
  return { first, others: [...found.values()].filter(({ code }) => code !== 'ok') }
}

/** One code may be told differently for each protocol. */
function nameOf({ code, title }: Finding): string {
  return `${code} ${title}`
}

/** The steps of a finding that none of those before it has. */
export function newSteps({ nextSteps }: Finding, before: readonly Finding[]): NextStep[] {
  const told = new Set(before.flatMap((finding) => finding.nextSteps.map(({ text }) => text)))
  return nextSteps.filter(({ text }) => !told.has(text))
}
