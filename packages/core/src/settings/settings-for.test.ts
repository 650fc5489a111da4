import { describe, expect, test } from 'vitest'
import type { Network } from '../network/network.ts'
import { mappedNetwork } from '../network/mapped.ts'
import { parseServerMap } from '../network/server-map.ts'
import { networkTo } from '../testing/network.ts'
import { settingsFor } from './settings-for.ts'

const exchanges: Record<string, string[]> = {
  'contoso.example': ['contoso-example.mail.protection.outlook.com'],
  'dane.example': ['dane-example.p-v1.mx.microsoft'],
  'family.example': ['family-example.olc.protection.outlook.com'],
  'agency.example': ['agency-example.mail.protection.office365.us'],
  'shanghai.example': ['shanghai-example.mail.protection.partner.outlook.cn'],
  'elsewhere.example': ['mx.elsewhere.example', 'notmail.protection.outlook.com.example'],
}
const network: Network = { ...networkTo(1), resolveMx: async (domain) => exchanges[domain] ?? [] }
const places = async (address: string, asOf: string) => {
  const { servers } = await settingsFor(address, { network, asOf })
  return servers.map(
    ({ protocol, host, port, security, authentication }) =>
      `${protocol} ${host}:${port} ${security} ${authentication.join('+')}`,
  )
}

describe('settingsFor', () => {
  test('gives the article’s settings for 2021-05-01', async () => {
    expect(await settingsFor('hanako@hotmail.com', { network, asOf: '2021-05-01' })).toEqual({
      address: 'hanako@hotmail.com',
      account: 'personal',
      source: 'domain',
      asOf: '2021-05-01',
      servers: [
        {
          protocol: 'pop3',
          host: 'pop-mail.outlook.com',
          port: 995,
          security: 'tls',
          authentication: ['password'],
          spa: false,
          username: 'hanako@hotmail.com',
        },
        {
          protocol: 'imap',
          host: 'imap-mail.outlook.com',
          port: 993,
          security: 'tls',
          authentication: ['password'],
          spa: false,
          username: 'hanako@hotmail.com',
        },
        {
          protocol: 'smtp',
          host: 'smtp-mail.outlook.com',
          port: 587,
          security: 'starttls',
          authentication: ['password'],
          spa: false,
          username: 'hanako@hotmail.com',
          authenticationRequired: true,
        },
      ],
    })
  })

  test.for([
    [
      'hanako@hotmail.com',
      '2024-06-11',
      [
        'pop3 pop-mail.outlook.com:995 tls password+oauth2',
        'imap imap-mail.outlook.com:993 tls password+oauth2',
        'smtp smtp-mail.outlook.com:587 starttls password+oauth2',
      ],
    ],
    [
      'hanako@hotmail.com',
      '2024-09-16',
      [
        'pop3 outlook.office365.com:995 tls oauth2',
        'imap outlook.office365.com:993 tls oauth2',
        'smtp smtp-mail.outlook.com:587 starttls oauth2',
      ],
    ],
    [
      'taro@contoso.example',
      '2021-05-01',
      [
        'pop3 outlook.office365.com:995 tls password+oauth2',
        'imap outlook.office365.com:993 tls password+oauth2',
        'smtp smtp.office365.com:587 starttls password+oauth2',
      ],
    ],
    [
      'taro@contoso.example',
      '2022-10-01',
      [
        'pop3 outlook.office365.com:995 tls oauth2',
        'imap outlook.office365.com:993 tls oauth2',
        'smtp smtp.office365.com:587 starttls password+oauth2',
      ],
    ],
    [
      'taro@contoso.example',
      '2027-01-01',
      [
        'pop3 outlook.office365.com:995 tls oauth2',
        'imap outlook.office365.com:993 tls oauth2',
        'smtp smtp.office365.com:587 starttls oauth2',
      ],
    ],
    [
      'taro@contoso.example',
      '2015-01-01',
      [
        'pop3 outlook.office365.com:995 tls password',
        'imap outlook.office365.com:993 tls password',
        'smtp smtp.office365.com:587 starttls password',
      ],
    ],
  ] as const)('%s on %s', async ([address, day, expected]) => {
    expect(await places(address, day)).toEqual(expected)
  })

  test.for([
    'outlook.jp',
    'hotmail.com',
    'live.com',
    'msn.com',
    'hotmail.co.jp',
    'live.jp',
    'outlook.com',
    'windowslive.com',
    'HOTMAIL.co.uk',
  ])('%s is personal by its name', async (domain) => {
    expect(await settingsFor(`hanako@${domain}`, { network })).toMatchObject({ account: 'personal', source: 'domain' })
  })

  test.for([
    ['contoso.example', 'work', 'mx'],
    ['dane.example', 'work', 'mx'],
    ['family.example', 'personal', 'mx'],
    ['contoso.onmicrosoft.com', 'work', 'domain'],
  ])('%s is %s by %s', async ([domain, account, source]) => {
    expect(await settingsFor(`taro@${domain}`, { network })).toMatchObject({ account, source })
  })

  test('an MX out of a server map says so', async () => {
    const mapped = mappedNetwork(parseServerMap({ version: 1, asOf: '2021-05-01', connect: {}, mx: exchanges }))
    expect(await settingsFor('taro@contoso.example', { network: mapped })).toMatchObject({
      source: 'servers-file',
      asOf: '2021-05-01',
    })
  })

  test('says who has the mail of a domain that is elsewhere', async () => {
    await expect(settingsFor('x@elsewhere.example', { network })).rejects.toMatchObject({
      code: 'mx-elsewhere',
      details: { address: 'x@elsewhere.example', domain: 'elsewhere.example', exchange: 'mx.elsewhere.example' },
    })
  })

  test.for([
    ['agency.example', 'us-government', 'outlook.office365.us', 'smtp.office365.us'],
    ['shanghai.example', 'china', 'partner.outlook.cn', 'smtp.partner.outlook.cn'],
  ])('names the servers of the national cloud that %s is in', async ([domain, cloud, reading, sending]) => {
    const settings = await settingsFor(`x@${domain}`, { network })
    expect(settings).toMatchObject({ account: 'work', cloud, source: 'mx' })
    expect(settings.servers.map(({ host, port }) => `${host}:${port}`)).toEqual([
      `${reading}:995`,
      `${reading}:993`,
      `${sending}:587`,
    ])
  })

  test.for([
    ['hanako@hotmail.com', '2024-08-31', 'password+oauth2', undefined],
    ['hanako@hotmail.com', '2024-09-01', 'oauth2', { from: '2024-09-01', until: '2024-09-16' }],
    ['hanako@hotmail.com', '2024-09-15', 'oauth2', { from: '2024-09-01', until: '2024-09-16' }],
    ['hanako@hotmail.com', '2024-09-16', 'oauth2', undefined],
    ['taro@contoso.example', '2022-09-30', 'password+oauth2', undefined],
    ['taro@contoso.example', '2022-10-01', 'oauth2', { from: '2022-10-01', until: '2023-01-30' }],
    ['taro@contoso.example', '2023-01-30', 'oauth2', undefined],
  ] as const)(
    'on a day of a roll-out gives the settings of its end, and says so: %s, %s',
    async ([address, asOf, ways, rollOut]) => {
      const { servers } = await settingsFor(address, { network, asOf })
      const imap = servers.find(({ protocol }) => protocol === 'imap')!
      expect([imap.authentication.join('+'), imap.rollOut]).toEqual([ways, rollOut])
    },
  )

  test.for(['unheard.example', 'hotmail.example', 'xhotmail.com'])('%s is not Microsoft’s', async (domain) => {
    await expect(settingsFor(`x@${domain}`, { network })).rejects.toMatchObject({
      code: 'not-a-microsoft-address',
      details: { domain },
    })
  })

  test.for(['2021-02-30', 'yesterday', '2021-5-1', ''])('%j is no date', async (asOf) => {
    await expect(settingsFor('hanako@hotmail.com', { network, asOf })).rejects.toMatchObject({ code: 'bad-date' })
  })
})
