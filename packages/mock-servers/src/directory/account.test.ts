import { describe, expect, test } from 'vitest'
import { AppPasswordRefused, maxAppPasswords } from './app-passwords.ts'
import { type AccountChange, AddressTaken, Directory } from './directory.ts'

const NOW = new Date('2021-05-01T00:00:12Z')

function hanako(more: { twoStep?: boolean } = {}) {
  const directory = new Directory({ now: () => NOW })
  const account = directory.add({ address: 'hanako@hotmail.com', password: 'correct horse', ...more })
  const changes: AccountChange['kind'][] = []
  directory.onChange(({ kind }) => changes.push(kind))
  return { directory, account, changes }
}

describe('a new account', () => {
  test('is active, has two-step off and every protocol on', () => {
    const { account } = hanako()
    expect(account).toMatchObject({
      address: 'hanako@hotmail.com',
      kind: 'personal',
      twoStep: false,
      standing: 'active',
      protocols: { pop3: true, imap: true, smtp: true },
      aliases: [],
      appPasswords: [],
    })
  })

  test('has the protocols on that nobody switched off', () => {
    const directory = new Directory({ now: () => NOW })
    const account = directory.add({
      address: 'a@b.example',
      password: 'x',
      protocols: { pop3: false, imap: undefined },
    })
    expect(account.protocols).toEqual({ pop3: false, imap: true, smtp: true })
  })
})

describe('a password', () => {
  test('matches octet by octet', () => {
    const { account } = hanako()
    expect(account.match('correct horse')).toEqual({ kind: 'password' })
    for (const wrong of ['', 'Correct horse', 'correct horse ', 'correct  horse', 'correct horse\u0000']) {
      expect(account.match(wrong)).toEqual({ kind: 'wrong-secret' })
    }
  })

  test.each(['"quoted" \\ {3}', 'パスワード', 'nul\u0000inside', 'é'])('may be %j', (password) => {
    const { account } = hanako()
    account.password = password
    expect(account.match(password)).toEqual({ kind: 'password' })
    expect(account.match('correct horse')).toEqual({ kind: 'wrong-secret' })
  })

  test('that changes leaves app passwords as they are', () => {
    const { account } = hanako({ twoStep: true })
    const { id, password } = account.createAppPassword('Thunderbird')
    account.password = 'another'
    expect(account.match(password)).toEqual({ kind: 'app-password', id })
  })
})

describe('an app password', () => {
  test('is 16 lower-case letters, and never the same twice', () => {
    const { account } = hanako({ twoStep: true })
    const made = Array.from({ length: 20 }, () => account.createAppPassword('x').password)
    for (const password of made) expect(password).toMatch(/^[a-z]{16}$/)
    expect(new Set(made).size).toBe(20)
  })

  test('is shown once: the list has its name, its date and its last use, and no secret', () => {
    const { account } = hanako({ twoStep: true })
    const { id, password } = account.createAppPassword('Outlook 2016')
    expect(account.appPasswords).toEqual([{ id, name: 'Outlook 2016', createdAt: NOW, lastUsedAt: null }])
    account.noteAppPasswordUse(id)
    expect(account.appPasswords).toMatchObject([{ lastUsedAt: NOW }])
    expect(JSON.stringify([account, account.appPasswords])).not.toContain(password)
  })

  test('is not made while two-step is off', () => {
    const { account } = hanako()
    expect(() => account.createAppPassword('Thunderbird')).toThrow(AppPasswordRefused)
    expect(() => account.createAppPassword('Thunderbird')).toThrow(/two-step verification on first/)
  })

  test('matches only as the 16 letters', () => {
    const { account } = hanako({ twoStep: true })
    const { id, password } = account.createAppPassword('Thunderbird')
    expect(account.match(password)).toEqual({ kind: 'app-password', id })
    const groups = password.replace(/(.{4})(?!$)/g, '$1 ')
    for (const wrong of [groups, password.toUpperCase(), ` ${password}`, password.slice(1)]) {
      expect(account.match(wrong)).toEqual({ kind: 'wrong-secret' })
    }
  })

  test('lives beside others, and goes alone', () => {
    const { account } = hanako({ twoStep: true })
    const one = account.createAppPassword('one')
    const two = account.createAppPassword('two')
    expect(account.removeAppPassword(one.id)).toBe(true)
    expect(account.removeAppPassword(one.id)).toBe(false)
    expect(account.match(one.password)).toEqual({ kind: 'former-app-password' })
    expect(account.match(two.password)).toEqual({ kind: 'app-password', id: two.id })
  })

  test('goes with all the others', () => {
    const { account } = hanako({ twoStep: true })
    const made = [account.createAppPassword('one'), account.createAppPassword('two')]
    account.removeAppPasswords()
    expect(account.appPasswords).toEqual([])
    for (const { password } of made) expect(account.match(password)).toEqual({ kind: 'former-app-password' })
  })

  test('never takes the id of one that was removed', () => {
    const { account } = hanako({ twoStep: true })
    const first = account.createAppPassword('first')
    account.removeAppPassword(first.id)
    expect(account.createAppPassword('second').id).not.toBe(first.id)
  })

  test('is worthless once two-step is switched off, and stays so when it is switched on again', () => {
    const { account } = hanako({ twoStep: true })
    const { password } = account.createAppPassword('Thunderbird')
    account.twoStep = false
    expect(account.appPasswords).toEqual([])
    expect(account.match(password)).toEqual({ kind: 'former-app-password' })
    account.twoStep = true
    expect(account.match(password)).toEqual({ kind: 'former-app-password' })
  })

  test('is the last of 40', () => {
    const { account } = hanako({ twoStep: true })
    for (let count = 0; count < maxAppPasswords; count++) account.createAppPassword(`number ${count}`)
    expect(() => account.createAppPassword('one more')).toThrow(/at most 40/)
    account.removeAppPassword(account.appPasswords[0]!.id)
    expect(account.createAppPassword('one more').password).toMatch(/^[a-z]{16}$/)
  })

  test('is forgotten in the end: an account does not grow with each one made and removed', () => {
    const { account } = hanako({ twoStep: true })
    const { password } = account.createAppPassword('first')
    account.removeAppPasswords()
    for (let count = 0; count < 200; count++) {
      account.createAppPassword('next')
      account.removeAppPasswords()
    }
    expect(account.match(password)).toEqual({ kind: 'wrong-secret' })
  })
})

describe('a change', () => {
  test('is told to the listeners, each by its name, and only if it is one', () => {
    const { account, changes } = hanako()
    account.twoStep = true
    account.twoStep = true
    const { id } = account.createAppPassword('Thunderbird')
    account.removeAppPassword(id)
    account.removeAppPassword(id)
    account.removeAppPasswords()
    account.password = 'another'
    account.protocols = { imap: false }
    account.standing = 'blocked'
    account.standing = 'blocked'
    account.aliases = ['hana@outlook.jp']
    expect(changes).toEqual([
      'two-step',
      'app-passwords',
      'app-passwords',
      'password',
      'protocols',
      'standing',
      'aliases',
    ])
  })

  test('of some switches leaves the others', () => {
    const { account } = hanako()
    account.protocols = { imap: false }
    account.protocols = { smtp: false, pop3: undefined }
    expect(account.protocols).toEqual({ pop3: true, imap: false, smtp: false })
  })

  test('of several things at once happens wholly, or not at all', () => {
    const { directory, account } = hanako()
    directory.add({ address: 'taro@hotmail.com', password: 'x' })
    expect(() => account.apply({ twoStep: true, password: 'new', aliases: ['Taro@hotmail.com'] })).toThrow(AddressTaken)
    expect(account).toMatchObject({ twoStep: false, aliases: [] })
    expect(account.match('correct horse')).toEqual({ kind: 'password' })

    account.apply({
      twoStep: true,
      standing: 'blocked',
      aliases: ['hana@outlook.jp'],
      protocols: { smtp: false },
      password: 'new',
    })
    expect(account).toMatchObject({ twoStep: true, standing: 'blocked', protocols: { smtp: false } })
    expect(directory.get('hana@outlook.jp')).toBe(account)
  })
})
