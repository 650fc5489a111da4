import { hostileText } from '@sparekey/testkit/hostile'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SparekeyError } from '../errors/sparekey-error.ts'
import { parseUsing } from './using.ts'

describe('parseUsing', () => {
  test('reads what a mail program is set to', () => {
    expect(parseUsing('imap=imap-mail.outlook.com:993/tls')).toEqual({
      protocol: 'imap',
      host: 'imap-mail.outlook.com',
      port: 993,
      security: 'tls',
      spa: false,
      authentication: true,
    })
    expect(parseUsing(' SMTP=SMTP-Mail.Outlook.com:25/STARTTLS/spa/no-auth/user=hanako ')).toEqual({
      protocol: 'smtp',
      host: 'smtp-mail.outlook.com',
      port: 25,
      security: 'starttls',
      spa: true,
      authentication: false,
      username: 'hanako',
    })
    expect(parseUsing('pop3=[::1]:110/none').host).toBe('::1')
    expect(parseUsing('pop3=例え.jp:995/tls').host).toBe('xn--r8jz45g.jp')
  })

  test.for([
    ['pop=pop-mail.outlook.com:995/SSL', 'pop3', 'pop-mail.outlook.com', 995, 'tls'],
    ['IMAP4=imap-mail.outlook.com:993/ssl/tls', 'imap', 'imap-mail.outlook.com', 993, 'tls'],
    ['imap=imap-mail.outlook.com:993', 'imap', 'imap-mail.outlook.com', 993, 'tls'],
    ['imap=imap-mail.outlook.com:143', 'imap', 'imap-mail.outlook.com', 143, 'starttls'],
    ['pop3=pop3.live.com:995/spa', 'pop3', 'pop3.live.com', 995, 'tls'],
    ['smtp=:587', 'smtp', 'smtp-mail.outlook.com', 587, 'starttls'],
    [':993', 'imap', 'outlook.office365.com', 993, 'tls'],
    [':995/なし', 'pop3', 'outlook.office365.com', 995, 'none'],
    ['smtp.office365.com:25', 'smtp', 'smtp.office365.com', 25, 'starttls'],
  ] as const)('%s is understood', ([text, protocol, host, port, security]) => {
    expect(parseUsing(text)).toMatchObject({ protocol, host, port, security })
  })

  test('options are read in any case, the user name as it stands', () => {
    const read = { spa: true, authentication: false, username: 'Hanako' }
    expect(parseUsing('imap=:993/TLS/SPA/No-Auth/USER=Hanako')).toMatchObject(read)
  })

  test.for([
    ['', 'form'],
    ['imap', 'form'],
    ['imap=ho st:993/tls', 'form'],
    ['imap=nowhere', 'no-port'],
    ['imap=host/tls', 'no-port'],
    ['ftp=host:21/none', 'protocol', 'ftp'],
    ['host:2525/tls', 'no-protocol'],
    ['imap=host:0/tls', 'port', '0'],
    ['imap=host:65536/tls', 'port', '65536'],
    ['imap=host:imaps/tls', 'port', 'imaps'],
    // A letter that no name can have (UTS 46); what is wrong with xn--0, Node 24 leaves to the resolver.
    ['imap=\u{3164}:993/tls', 'host', '\u{3164}'],
    ['imap=host:1143', 'no-security'],
    ['imap=host:1143/spa', 'no-security'],
    ['imap=host:1143/auto', 'security', 'auto'],
    ['imap=host:993/auto', 'option', 'auto'],
    ['imap=host:993/tls/', 'option', ''],
    ['imap=host:993/tls/ntlm', 'option', 'ntlm'],
    ['imap=host:993/tls/user=', 'option', 'user='],
    ['imap=host:993/tls/user=a\r\nb', 'option', 'user=a\r\nb'],
  ])('%j cannot be read, for its %s', ([using, problem, part]) => {
    const details = { using, problem, ...(part !== undefined && { part }) }
    expect(() => parseUsing(using!)).toThrow(expect.objectContaining({ code: 'bad-using', details }))
  })

  test('nothing but settings or a refusal comes out, and no name with control characters', () => {
    const option = fc.oneof(
      fc.constantFrom('spa', 'no-auth', 'user=x'),
      hostileText.map((name) => `user=${name}`),
    )
    const likely = fc.tuple(
      fc.constantFrom('imap', 'pop3', 'SMTP'),
      fc.nat(70_000),
      fc.constantFrom(['tls'], ['starttls'], ['none'], ['SSL', 'TLS'], []),
      fc.array(option),
    )
    const text = fc.oneof(
      hostileText,
      likely.map(([protocol, port, security, options]) =>
        [`${protocol}=host:${port}`, ...security, ...options].join('/'),
      ),
    )
    expect(() =>
      fc.assert(
        fc.property(text, (text) => {
          try {
            const { port, username } = parseUsing(text)
            return port > 0 && port < 65_536 && !/\p{Cc}/u.test(username ?? '')
          } catch (error) {
            return error instanceof SparekeyError && error.code === 'bad-using'
          }
        }),
      ),
    ).not.toThrow()
  })
})
