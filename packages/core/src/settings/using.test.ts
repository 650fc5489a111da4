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
    '',
    'imap',
    'imap=host/tls',
    'imap=host:0/tls',
    'imap=host:65536/tls',
    'imap=host:993',
    'imap=host:993/ssl',
    'ftp=host:21/none',
    'imap=ho st:993/tls',
    'imap=host:993/tls/',
    'imap=host:993/tls/ntlm',
    'imap=host:993/tls/user=',
    'imap=host:993/tls/user=a\r\nb',
  ])('%j cannot be read', (text) => {
    expect(() => parseUsing(text)).toThrow(
      expect.objectContaining({ code: 'bad-using', details: expect.objectContaining({ using: text }) }),
    )
  })

  test('nothing but settings or a refusal comes out, and no name with control characters', () => {
    const option = fc.oneof(
      fc.constantFrom('spa', 'no-auth', 'user=x'),
      hostileText.map((name) => `user=${name}`),
    )
    const likely = fc.tuple(
      fc.constantFrom('imap', 'pop3', 'SMTP'),
      fc.nat(70_000),
      fc.constantFrom('tls', 'starttls', 'none', 'ssl'),
      fc.array(option),
    )
    const text = fc.oneof(
      hostileText,
      likely.map(([protocol, port, security, options]) => [`${protocol}=host:${port}`, security, ...options].join('/')),
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
