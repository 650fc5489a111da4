import { describe, expect, test } from 'vitest'
import { serversOn } from '../settings/servers.ts'
import { parseUsing } from '../settings/using.ts'
import { compare } from './compare.ts'

const differences = (using: string, day = '2021-05-01', kind: 'personal' | 'work' = 'personal') => {
  const now = parseUsing(using)
  const right = serversOn(day, kind, 'hanako@hotmail.com').find(({ protocol }) => protocol === now.protocol)!
  return compare(now, right).map(({ field, now, right }) => `${field}: ${now} → ${right}`)
}

describe('compare names each setting that differs, with its right value', () => {
  test.for([
    ['pop3=pop-mail.outlook.com:995/tls', []],
    ['pop3=pop3.live.com:995/tls', ['host: pop3.live.com → pop-mail.outlook.com']],
    ['pop3=pop-mail.outlook.com:110/none', ['port: 110 → 995', 'security: none → tls']],
    ['imap=imap-mail.outlook.com:143/starttls', ['port: 143 → 993', 'security: starttls → tls']],
    ['imap=imap-mail.outlook.com:993/tls/spa', ['spa: on → off']],
    ['imap=pop-mail.outlook.com:993/tls', ['host: pop-mail.outlook.com → imap-mail.outlook.com']],
    ['smtp=smtp-mail.outlook.com:25/starttls', ['port: 25 → 587']],
    ['smtp=smtp-mail.outlook.com:465/tls', ['port: 465 → 587', 'security: tls → starttls']],
    ['smtp=smtp-mail.outlook.com:587/starttls/no-auth', ['authentication: off → on']],
    ['smtp=smtp-mail.outlook.com:587/starttls/user=hanako', ['username: hanako → hanako@hotmail.com']],
    ['smtp=smtp-mail.outlook.com:587/starttls/user=Hanako@Hotmail.COM', []],
    [
      'smtp=smtp.live.com:25/none/spa/no-auth/user=hanako',
      [
        'host: smtp.live.com → smtp-mail.outlook.com',
        'port: 25 → 587',
        'security: none → starttls',
        'spa: on → off',
        'authentication: off → on',
        'username: hanako → hanako@hotmail.com',
      ],
    ],
  ] as const)('%s', ([using, expected]) => {
    expect(differences(using)).toEqual(expected)
  })

  test('two official names of one front end do not differ', () => {
    expect(differences('imap=outlook.office365.com:993/tls')).toEqual([])
    expect(differences('imap=imap-mail.outlook.com.:993/tls', '2026-11-22')).toEqual([])
    expect(differences('smtp=smtp-mail.outlook.com:587/starttls', '2021-05-01', 'work')).toEqual([])
  })
})

test('compare finds no difference between a host and itself, whoever’s it is', () => {
  const now = parseUsing('imap=mail.example:993/tls')
  const right = {
    ...serversOn('2021-05-01', 'personal', 'x@y.example')[0]!,
    protocol: 'imap',
    host: 'mail.example',
  } as const
  expect(compare(now, right).filter(({ field }) => field === 'host')).toEqual([])
})
