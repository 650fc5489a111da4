import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAccount, parseAccountPatch, parseAppPasswordName, parseConfig, parseTenant } from './config.ts'
import { toldMistake } from './describe-mistake.ts'
import { readyMadeClient } from '../identity/clients.ts'

const hanako = { address: 'hanako@hotmail.com', password: 'correct horse' }

/** The mistakes in English. */
function mistakes(value: unknown): string[] {
  const parsed = parseConfig(value)
  return parsed.ok ? [] : parsed.mistakes.map(toldMistake).map(({ path, message }) => `${path}: ${message}`)
}

describe('a configuration', () => {
  test('that says nothing is the world of the article, with nobody in it', () => {
    expect(parseConfig({})).toEqual({
      ok: true,
      config: {
        asOf: '2021-05-01',
        accounts: [],
        tenants: [],
        clients: [],
        mail: {},
        limits: {
          mailboxBytes: 536_870_912,
          failuresPerConnection: 3,
          failuresBeforeBlock: null,
          deviceCodeInterval: 5,
        },
      },
    })
  })

  test('may say everything the reference names', () => {
    const everything = {
      asOf: '2024-09-16T12:00:00Z',
      accounts: [
        {
          ...hanako,
          kind: 'personal',
          twoStep: true,
          aliases: ['hana@outlook.jp'],
          protocols: { imap: true, pop3: false, smtp: true },
          standing: 'blocked',
        },
        { address: 'taro@contoso.example', password: '"\\\u0000パスワード' },
      ],
      tenants: [
        {
          domain: 'contoso.example',
          smtpAuth: true,
          securityDefaults: false,
          conditionalAccess: false,
          createdAt: '2019-01-01',
        },
      ],
      clients: [
        {
          id: '11112222-bbbb-3333-cccc-4444dddd5555',
          name: 'Webmail',
          type: 'confidential',
          secret: 's',
          accounts: ['work'],
          enabled: false,
          redirectUris: ['https://webmail.example/done', 'http://localhost/done', 'com.example.mail://done'],
        },
      ],
      mail: { 'hana@outlook.jp': { Inbox: ['a.eml'] } },
      limits: { mailboxBytes: 1, failuresPerConnection: 1, failuresBeforeBlock: 10, deviceCodeInterval: 1 },
    }
    expect(parseConfig(everything)).toEqual({ ok: true, config: everything })
  })

  test('keeps the difference between a tenant that switched SMTP AUTH on and one that never touched it', () => {
    const parsed = parseConfig({ tenants: [{ domain: 'a.example', smtpAuth: true }, { domain: 'b.example' }] })
    expect(parsed.ok && parsed.config.tenants.map(({ smtpAuth }) => smtpAuth)).toEqual([true, undefined])
  })

  test('is told all its mistakes at once, each with its place', () => {
    const wrong = {
      asOf: '2021-02-30',
      acounts: [],
      accounts: [
        { address: 'hanako', password: '', twostep: true, twoSteps: true },
        { address: 'taro@hotmail.com', password: 12345678, protocols: { pop: true }, standing: 'gone', kind: 'school' },
        'jiro@hotmail.com',
        { address: 'jiro@hotmail.com' },
      ],
      tenants: [{ domain: 'contoso', smtpAuth: 'yes' }],
      clients: [
        {
          id: 'a b',
          type: 'secret',
          accounts: [],
          redirectUris: ['/done', 'javascript:alert(1)', 'http://a.example/#x'],
        },
      ],
      mail: { 'taro@hotmail.com': { Inbox: ['ok.eml', 3] } },
      limits: { mailboxBytes: 0, failuresPerConnection: 1.5, failuresBeforeBlock: 'never' },
    }
    expect(mistakes(wrong)).toMatchInlineSnapshot(`
      [
        "$.asOf: must be an ISO date, such as 2021-05-01",
        "$.accounts[0].address: must be a mail address, such as hanako@hotmail.com",
        "$.accounts[0].password: must not be empty",
        "$.accounts[0].twostep: is not known here; known are address, password, kind, twoStep, aliases, protocols, standing",
        "$.accounts[0].twoSteps: is not known here; known are address, password, kind, twoStep, aliases, protocols, standing",
        "$.accounts[1].password: must be text",
        "$.accounts[1].kind: must be "personal" or "work"",
        "$.accounts[1].protocols.pop: is not known here; known are imap, pop3, smtp",
        "$.accounts[1].standing: must be "active" or "blocked"",
        "$.accounts[2]: must be an object",
        "$.accounts[3].password: is missing",
        "$.tenants[0].domain: must be a mail domain, such as contoso.example",
        "$.tenants[0].smtpAuth: must be true or false",
        "$.clients[0].id: must be 1 to 100 letters, digits, and any of . _ -",
        "$.clients[0].type: must be "public" or "confidential"",
        "$.clients[0].accounts: must not be empty",
        "$.clients[0].redirectUris[0]: must be an absolute address without a fragment",
        "$.clients[0].redirectUris[1]: must be an absolute address without a fragment",
        "$.clients[0].redirectUris[2]: must be an absolute address without a fragment",
        "$.mail["taro@hotmail.com"].Inbox[1]: must be text",
        "$.limits.mailboxBytes: must be at least 1",
        "$.limits.failuresPerConnection: must be a whole number",
        "$.limits.failuresBeforeBlock: must be a number",
        "$.acounts: is not known here; known are asOf, accounts, tenants, clients, mail, limits",
      ]
    `)
  })

  test('may not give an address or an alias to two accounts, whatever its case', () => {
    const accounts = [
      { ...hanako, aliases: ['hana@outlook.jp'] },
      { ...hanako, address: 'HANAKO@hotmail.com' },
      { ...hanako, address: 'taro@hotmail.com', aliases: ['Hana@outlook.jp', 'taro@hotmail.com'] },
    ]
    expect(mistakes({ accounts })).toEqual([
      '$.accounts[1].address: belongs to another account already',
      '$.accounts[2].aliases[0]: belongs to an account already',
      '$.accounts[2].aliases[1]: belongs to an account already',
    ])
  })

  test('may not describe a tenant twice, nor have mail for somebody it does not name', () => {
    const tenants = [{ domain: 'contoso.example' }, { domain: 'Contoso.example' }]
    expect(mistakes({ tenants, mail: { 'hanako@hotmail.com': {} } })).toEqual([
      '$.mail["hanako@hotmail.com"]: no account has this address',
      '$.tenants[1].domain: is described twice',
    ])
  })

  test('has mail in objects, and in folders that can be called so', () => {
    const mail = { [hanako.address]: { 'Club/2021': [], 日本語: [], 'a//b': [], '/a': [], 'a/': [], 'a*': [], '': [] } }
    const wrong = 'cannot be the name of a folder'
    expect(mistakes({ accounts: [hanako], mail })).toEqual([
      `$.mail["hanako@hotmail.com"]["a//b"]: ${wrong}`,
      `$.mail["hanako@hotmail.com"]["/a"]: ${wrong}`,
      `$.mail["hanako@hotmail.com"]["a/"]: ${wrong}`,
      `$.mail["hanako@hotmail.com"]["a*"]: ${wrong}`,
      `$.mail["hanako@hotmail.com"][""]: ${wrong}`,
    ])
    expect(mistakes({ mail: [] })).toEqual(['$.mail: must be an object: addresses, each with its folders'])
    expect(mistakes({ accounts: [hanako], mail: { [hanako.address]: [] } })).toEqual([
      '$.mail["hanako@hotmail.com"]: must be an object: folder names, each with a list of paths',
    ])
  })

  test('may not name a client twice, nor give a secret to the wrong kind, or none to the other', () => {
    const { id } = readyMadeClient
    const clients = [{ id: 'a', secret: 'x' }, { id: 'A', type: 'confidential' }, { id }]
    expect(mistakes({ clients })).toEqual([
      '$.clients[0].secret: must be left out: a public client has none',
      '$.clients[1].id: is the id of another client already',
      '$.clients[1].secret: is missing: a confidential client proves itself with it',
      '$.clients[2].id: is the id of another client already',
    ])
    expect(mistakes({ tenants: [{ domain: 'a.example' }], clients: [{ id: 'a.example' }] })).toEqual([])
  })

  test('whatever it is, is either taken or told its mistakes, and never by its own values', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const parsed = parseConfig({ accounts: [{ address: 'hanako@hotmail.com', password: value }] })
        expect(parsed.ok).toBe(typeof value === 'string' && value.length > 0 && value.length <= 1024)
      }),
    )
    expect(
      mistakes({ accounts: [{ address: 'secret-1@', password: ['secret-2'], kind: 'secret-3' }] }).join(),
    ).not.toContain('secret')
  })
})

describe('an address', () => {
  test.each(['hanako@hotmail.com', 'a.b+c@x-y.co.jp', "o'neil_1@contoso.example", `${'a'.repeat(64)}@b.example`])(
    'may be %s',
    (address) => {
      expect(parseAccount({ ...hanako, address }).ok).toBe(true)
    },
  )

  test.each([
    '',
    '@',
    'hanako',
    'hanako@',
    '@hotmail.com',
    'hanako@hotmail',
    'a b@c.example',
    ' a@b.example',
    'a@b.example ',
    'a@b@c.example',
    '.a@b.example',
    'a..b@c.example',
    'a@-b.example',
    'a@b..example',
    'a\u0000@b.example',
    'はなこ@hotmail.com',
    `${'a'.repeat(65)}@b.example`,
    `a@${'b.'.repeat(130)}example`,
  ])('may not be "%s"', (address) => {
    expect(parseAccount({ ...hanako, address })).toMatchObject({ ok: false, mistakes: [{ path: '$.address' }] })
  })
})

describe('a body sent to the control API', () => {
  test('changes only what can be changed', () => {
    expect(parseAccountPatch({ twoStep: true })).toEqual({ ok: true, value: { twoStep: true } })
    expect(parseAccountPatch({ address: 'other@hotmail.com' })).toMatchObject({
      ok: false,
      mistakes: [{ path: '$.address' }],
    })
  })

  test('takes the domain of a tenant from its address', () => {
    expect(parseTenant({ smtpAuth: false }, 'contoso.example')).toEqual({
      ok: true,
      value: { domain: 'contoso.example', smtpAuth: false },
    })
    expect(parseTenant({}, 'contoso')).toMatchObject({ ok: false, mistakes: [{ path: '$.domain' }] })
  })

  test.each([{ body: null }, { body: [] }, { body: 'text' }, { body: 1 }])(
    'must be an object, not $body',
    ({ body }) => {
      const refused = { ok: false, mistakes: [{ path: '$', code: 'not-an-object', params: {} }] }
      expect(parseTenant(body, 'contoso.example')).toEqual(refused)
      expect(parseAccountPatch(body)).toEqual(refused)
      expect(parseConfig(body)).toEqual(refused)
    },
  )

  test('gives an app password a name', () => {
    expect(parseAppPasswordName({ name: 'Outlook 2016' })).toEqual({ ok: true, value: { name: 'Outlook 2016' } })
    expect(parseAppPasswordName({}).ok).toBe(false)
    expect(parseAppPasswordName({ name: '' }).ok).toBe(false)
    expect(parseAppPasswordName({ name: 'x'.repeat(101) }).ok).toBe(false)
  })
})
