import { describe, expect, test } from 'vitest'
import { Journal, type SignIn } from './journal.ts'

const ENTRY: SignIn = {
  at: new Date('2021-05-01T00:00:00Z'),
  protocol: 'imap',
  mechanism: 'LOGIN',
  address: 'hanako@hotmail.com',
  outcome: 'refused',
  reason: 'wrong-password',
  because: 'The secret is neither the password nor an app password of the account.',
  evidence: 'MS-IMAP-09',
  reply: 'A1 NO LOGIN failed.',
  session: 'session-1',
}

describe('the journal', () => {
  test('is searched by address, outcome and protocol', () => {
    const journal = new Journal()
    journal.add(ENTRY, 'wrong-password')
    journal.add({ ...ENTRY, protocol: 'smtp' }, 'wrong-password')
    journal.add({ ...ENTRY, outcome: 'accepted', reason: 'password' }, 'wrong-password')
    journal.add({ ...ENTRY, address: 'taro@hotmail.com' }, 'wrong-password')
    expect(journal.query()).toHaveLength(4)
    expect(journal.query({ address: 'HANAKO@hotmail.com' })).toHaveLength(3)
    expect(journal.query({ address: 'hanako@hotmail.com', protocol: 'imap' })).toHaveLength(2)
    expect(journal.query({ address: 'hanako@hotmail.com', protocol: 'imap', outcome: 'accepted' })).toHaveLength(1)
    expect(journal.query({ address: 'jiro@hotmail.com' })).toEqual([])
    expect(journal.query({ outcome: 'accepted' }).map(({ outcome }) => outcome)).toEqual(['accepted'])
    expect(journal.query({ outcome: 'refused' }).map(({ outcome }) => outcome)).toEqual(Array(3).fill('refused'))
  })

  test('is searched whatever the case of the address that was typed or is asked for', () => {
    const journal = new Journal()
    for (const address of ['Nobody@Hotmail.com', 'NOBODY@hotmail.com'])
      journal.add({ ...ENTRY, address }, 'wrong-password')
    expect(journal.query({ address: 'nobody@hotmail.COM' })).toHaveLength(2)
    expect(journal.query({ address: 'nobody@hotmail' })).toEqual([])
    expect(journal.query({ address: '' })).toEqual([])
  })

  test('keeps the newest ten thousand', () => {
    const journal = new Journal()
    for (let count = 0; count <= 10_000; count++) journal.add({ ...ENTRY, session: String(count) }, 'wrong-password')
    expect(journal.entries).toHaveLength(10_000)
    expect(journal.entries.at(0)?.session).toBe('1')
    expect(journal.entries.at(-1)?.session).toBe('10000')
  })

  test('cuts what is too long to be an address', () => {
    const journal = new Journal()
    for (const length of [320, 321, 100_000]) journal.add({ ...ENTRY, address: 'x'.repeat(length) }, 'wrong-password')
    expect(journal.entries.map(({ address }) => address.length)).toEqual([320, 320, 320])
  })

  test('knows the rule behind each entry it kept, however often it is asked', () => {
    const journal = new Journal()
    journal.add(ENTRY, 'wrong-password')
    journal.add({ ...ENTRY, reason: 'token-refused' }, 'token-revoked')
    expect(journal.query().map((entry) => journal.ruleOf(entry))).toEqual(['wrong-password', 'token-revoked'])
    expect(Object.keys(journal.entries[0]!)).toEqual(Object.keys(ENTRY))
    expect(journal.ruleOf(ENTRY)).toBeUndefined()
  })

  test('tells its listeners of each sign-in', () => {
    const journal = new Journal()
    const heard: SignIn[] = []
    const stop = journal.onSignIn((entry) => heard.push(entry))
    journal.add(ENTRY, 'wrong-password')
    stop()
    journal.add(ENTRY, 'wrong-password')
    expect(heard).toEqual([ENTRY])
  })
})
