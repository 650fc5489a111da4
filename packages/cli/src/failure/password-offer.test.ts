import { describe, expect, it } from 'vitest'
import { offersNoPassword } from './password-offer.ts'

describe('offersNoPassword', () => {
  it.each([
    ['sign-in-refused', 'LOGINDISABLED', true],
    ['sign-in-refused', 'AUTH XOAUTH2', true],
    ['sign-in-refused', 'AUTH GSSAPI XOAUTH2', true],
    ['sign-in-refused', 'SASL XOAUTH2', true],
    // What a token meets.
    ['sign-in-refused', 'AUTH PLAIN LOGIN', false],
    ['sign-in-refused', 'AUTH=PLAIN', false],
    // What servers say.
    ['sign-in-refused', '535 5.7.3 AUTH XOAUTH2', false],
    ['sign-in-refused', 'NO LOGINDISABLED', false],
    ['sign-in-refused', '', false],
    ['token-refused', 'AUTH XOAUTH2', false],
  ] as const)('%s, %j: %j', (code, reply, none) => {
    expect(offersNoPassword({ code, details: { reply } })).toBe(none)
  })
})
