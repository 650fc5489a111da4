import type { AccountKind, Authentication, ProbeWord, Security, StepName } from '@sparekey/core'
import type { Problems } from './failures.ts'

/** Accounts, servers and the steps to them, word by word; and how a run ends without an answer. */
export type NetworkWords = {
  words: {
    account: Record<AccountKind, string>
    security: Record<Security, string>
    authentication: Record<Authentication, string>
    certain: string
    step: Record<StepName, string>
    /** What stopped a step where the server said nothing. */
    trouble: Record<ProbeWord, string>
    outcome: Record<'ok' | 'failed' | 'skipped', string>
    field: Record<'host' | 'port' | 'security' | 'spa' | 'authentication' | 'username', string>
    on: string
    off: string
    /** How the account kind became known; empty where it goes without saying. */
    source: Record<'domain' | 'mx' | 'servers-file', string>
  }
} & Problems<'protocol-broken' | 'sign-in-refused' | 'aborted' | 'interrupted' | 'internal'>
