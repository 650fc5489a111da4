import type { CheckReport } from '@sparekey/core'

/** All three protocols, each with that outcome of its one sign-in. */
export function everySignIn({ protocols }: CheckReport, outcome: 'ok' | 'failed'): boolean {
  const signIns = protocols.flatMap(({ steps }) => steps.filter(({ step }) => step === 'sign-in'))
  return signIns.length === 3 && signIns.every((signIn) => signIn.outcome === outcome)
}
