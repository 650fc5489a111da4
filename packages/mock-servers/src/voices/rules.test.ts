import { describe, expect, test } from 'vitest'
import { decide } from '../sign-in/decide.ts'
import type { RefusalReason } from '../sign-in/decision.ts'
import type { SignInFacts } from '../sign-in/facts.ts'
import { possible } from '../testing/facts.ts'
import { completions } from './imap-session.ts'
import * as imap from './imap.ts'
import * as pop3 from './pop3.ts'
import type { Said } from './said.ts'
import * as smtp from './smtp.ts'

/** What each protocol says to its own command for a secret, and to a token. */
const refusal = (reason: RefusalReason, { protocol, proof }: SignInFacts): Said => {
  const isToken = proof.endsWith('-token')
  if (protocol === 'pop3') return pop3.refusals[reason][isToken ? 'AUTH' : 'PASS']
  if (protocol === 'imap') return imap.refusals[reason][isToken ? 'AUTHENTICATE' : 'LOGIN']
  return smtp.refusals[reason][isToken ? 'token' : 'secret']
}
const acceptance = ({ protocol, proof }: SignInFacts): Said => {
  const isToken = proof.endsWith('-token')
  if (protocol === 'pop3') return pop3.signedIn[isToken ? 'AUTH' : 'PASS']
  return protocol === 'imap' ? completions[isToken ? 'AUTHENTICATE' : 'LOGIN'] : smtp.fixed.signedIn
}

describe('a rule and the voice that says it name one row:', () => {
  test('every sign-in that is refused', () => {
    const apart = possible.flatMap((facts) => {
      const ruling = decide(facts)
      if (ruling.outcome === 'accepted') return []
      const pair = [ruling.on[facts.protocol], refusal(ruling.reason, facts).evidence]
      return pair[0] === pair[1] ? [] : [`${ruling.rule} on ${facts.protocol}: ${pair.join(' and ')}`]
    })
    expect([...new Set(apart)]).toEqual([])
  })

  test('every sign-in that is accepted and connected', () => {
    const apart = possible.flatMap((facts) => {
      const ruling = decide(facts)
      if (ruling.outcome === 'refused' || !ruling.connected) return []
      const pair = [ruling.on[facts.protocol], acceptance(facts).evidence]
      return pair[0] === pair[1] ? [] : [`${ruling.rule} on ${facts.protocol}: ${pair.join(' and ')}`]
    })
    expect([...new Set(apart)]).toEqual([])
  })
})
