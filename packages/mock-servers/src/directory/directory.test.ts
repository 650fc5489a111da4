import { describe, expect, test } from 'vitest'
import { AddressTaken, Directory } from './directory.ts'
import { domainOf, kindOf } from './personal-domains.ts'

function directory(): Directory {
  return new Directory({ now: () => new Date('2021-05-01T00:00:00Z') })
}

const hanako = { address: 'Hanako@hotmail.com', password: 'x', aliases: ['hana@outlook.jp'] }

describe('the directory', () => {
  test('finds an account by its address and its aliases, whatever their case', () => {
    const people = directory()
    const account = people.add(hanako)
    for (const address of ['Hanako@hotmail.com', 'HANAKO@HOTMAIL.COM', 'hana@outlook.jp', 'Hana@Outlook.JP']) {
      expect(people.get(address)).toBe(account)
      expect(account.owns(address)).toBe(true)
    }
    expect(account.address).toBe('Hanako@hotmail.com')
    expect(account.owns('taro@hotmail.com')).toBe(false)
  })

  test.each([
    '',
    ' ',
    'hanako',
    '@hotmail.com',
    ' hanako@hotmail.com',
    'hanako@hotmail.com ',
    'hanako@hotmail.com\\shared',
    'hanako@hotmail.com\u0000',
  ])('finds nobody by "%s"', (address) => {
    const people = directory()
    people.add(hanako)
    expect(people.get(address)).toBeUndefined()
  })

  test('takes no address twice, and then nothing has changed', () => {
    const people = directory()
    people.add(hanako)
    for (const spec of [
      { address: 'HANAKO@hotmail.com', password: 'x' },
      { address: 'hana@outlook.jp', password: 'x' },
      { address: 'taro@hotmail.com', password: 'x', aliases: ['jiro@hotmail.com', 'hanako@hotmail.com'] },
      { address: 'taro@hotmail.com', password: 'x', aliases: ['Taro@hotmail.com'] },
      { address: 'taro@hotmail.com', password: 'x', aliases: ['jiro@hotmail.com', 'Jiro@hotmail.com'] },
    ]) {
      expect(() => people.add(spec)).toThrow(AddressTaken)
    }
    expect(people.list()).toHaveLength(1)
    expect(people.get('taro@hotmail.com')).toBeUndefined()
    expect(people.get('jiro@hotmail.com')).toBeUndefined()
  })

  test('forgets an account with all its names', () => {
    const people = directory()
    people.add(hanako)
    expect(people.remove('hana@outlook.jp')).toBe(true)
    expect(people.remove('hana@outlook.jp')).toBe(false)
    expect(people.get('hanako@hotmail.com')).toBeUndefined()
    expect(people.list()).toEqual([])
    expect(people.add({ address: 'hana@outlook.jp', password: 'x' }).address).toBe('hana@outlook.jp')
  })

  test('gives up an alias that its owner no longer has', () => {
    const people = directory()
    const account = people.add(hanako)
    account.aliases = ['flower@outlook.jp']
    expect(people.get('hana@outlook.jp')).toBeUndefined()
    expect(people.get('flower@outlook.jp')).toBe(account)
    account.aliases = []
    expect(people.get('hanako@hotmail.com')).toBe(account)
  })

  test('does not take back an account that was removed, whatever its holder changes about it', () => {
    const people = directory()
    const gone = people.add({ ...hanako, aliases: ['flower@outlook.jp'] })
    people.remove('hanako@hotmail.com')
    const heir = people.add({ address: 'flower@outlook.jp', password: 'y' })
    gone.aliases = ['hana@outlook.jp', 'flower@outlook.jp']
    gone.aliases = []
    expect(people.get('hanako@hotmail.com')).toBeUndefined()
    expect(people.get('hana@outlook.jp')).toBeUndefined()
    expect(people.get('flower@outlook.jp')).toBe(heir)
    expect(people.list()).toEqual([heir])
  })

  test('tells who came and who went', () => {
    const people = directory()
    const heard: string[] = []
    const stop = people.onChange(({ kind, account }) => heard.push(`${kind} ${account.address}`))
    people.add(hanako)
    people.reset()
    stop()
    people.add(hanako)
    expect(heard).toEqual(['created Hanako@hotmail.com', 'removed Hanako@hotmail.com'])
  })

  test('does not list the stranger, and nobody can be him', () => {
    const people = directory()
    const stranger = people.stranger()
    expect(people.list()).toEqual([])
    expect(people.get('')).toBeUndefined()
    expect(stranger.match('')).toEqual({ kind: 'wrong-secret' })
  })

  test('compares secrets under a key of its own: two directories share no digests', () => {
    const [one, other] = [directory(), directory()]
    expect(one.add(hanako).match('x')).toEqual({ kind: 'password' })
    expect(other.add({ ...hanako, password: 'y' }).match('x')).toEqual({ kind: 'wrong-secret' })
  })
})

describe('a tenant', () => {
  test('that nobody described has never touched a setting', () => {
    expect(directory().tenant('Contoso.example')).toEqual({
      domain: 'contoso.example',
      smtpAuth: undefined,
      securityDefaults: false,
      conditionalAccess: false,
      createdAt: '2019-01-01',
    })
  })

  test('is found whatever the case of its domain, and replaced as a whole', () => {
    const people = directory()
    people.setTenant({ domain: 'Contoso.example', smtpAuth: true, securityDefaults: true })
    people.setTenant({ domain: 'contoso.example', createdAt: '2027-02-01' })
    expect(people.tenant('CONTOSO.example')).toMatchObject({
      smtpAuth: undefined,
      securityDefaults: false,
      createdAt: '2027-02-01',
    })
  })

  test('is listed if it was described, or if a work account belongs to it', () => {
    const people = directory()
    people.setTenant({ domain: 'fabrikam.example' })
    people.add({ address: 'taro@contoso.example', password: 'x' })
    people.add(hanako)
    expect(people.tenants().map(({ domain }) => domain)).toEqual(['contoso.example', 'fabrikam.example'])
    people.reset()
    expect(people.tenants()).toEqual([])
  })
})

describe('the kind of an account', () => {
  test.each([
    'a@hotmail.com',
    'a@outlook.jp',
    'a@live.jp',
    'a@hotmail.co.jp',
    'a@msn.com',
    'A@LIVE.CO.JP',
    'a@livemail.tw',
  ])('is personal for %s', (address) => expect(kindOf(address)).toBe('personal'))

  test.each([
    'a@contoso.example',
    'a@onmicrosoft.com',
    'a@hotmail.com.example',
    'a@live.example',
    'a@outlook',
    'hotmail',
    '',
  ])('is work for %s', (address) => expect(kindOf(address)).toBe('work'))

  test('follows what stands behind the last @', () => {
    expect(domainOf('"a@hotmail.com"@Contoso.example')).toBe('contoso.example')
    expect(domainOf('nobody')).toBe('')
    expect(domainOf('nobody@')).toBe('')
  })
})
