import { describe, expect, test } from 'vitest'
import { explainText } from './explain-text.ts'
import { protocolNamed } from './protocol-named.ts'

describe('a protocol is named', () => {
  test.each([
    ['POP3 server denied it', 'pop3'],
    ['socket.timeout: outlook.office365.com:993', 'imap'],
    ['com.sun.mail.smtp.SMTPTransport', 'smtp'],
    ['送信メール サーバーに接続できません', 'smtp'],
    ['the outgoing server', 'smtp'],
    ['IMAP and SMTP', undefined],
    ['the popular important simple thing', undefined],
  ])('in %j: %s', (text, protocol) => {
    expect(protocolNamed(text)).toBe(protocol)
  })
})

describe('the words of a program', () => {
  const protocolOf = (text: string) => explainText(text, { lang: 'en' }).recognised[0]?.protocol

  test('are about the protocol that they name', () => {
    expect(protocolOf('IMAP is set up. Unable to establish TLS connection to POP3 server')).toBe('pop3')
  })

  test('are about the one that the text names', () => {
    expect(protocolOf('smtp-mail.outlook.com said: Access to the account was denied')).toBe('smtp')
  })

  test('are about none where the text names several', () => {
    expect(protocolOf('IMAP or POP: Access to the account was denied')).toBeUndefined()
  })
})
