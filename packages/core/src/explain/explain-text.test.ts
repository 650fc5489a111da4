import { describe, expect, test } from 'vitest'
import { explainText } from './explain-text.ts'

const explained = (text: string) => explainText(text, { lang: 'en' })

describe('explainText', () => {
  test('finds the server’s sentence in what a library made of it', () => {
    const { input, recognised, finding } = explained(
      "smtplib.SMTPAuthenticationError: (535, b'5.7.139 Authentication unsuccessful, basic authentication is disabled. [X]')",
    )
    expect(input).toBe('text')
    expect(recognised).toEqual([
      {
        kind: 'server',
        protocol: 'smtp',
        quote: '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.',
      },
      { kind: 'program', protocol: 'smtp', quote: 'SMTPAuthenticationError' },
    ])
    expect(finding).toMatchObject({ code: 'basic-auth-retired', certainty: 'certain' })
    expect(finding.nextSteps.length).toBeGreaterThan(0)
  })

  test('says of a text without any known sentence that nothing is known', () => {
    expect(explained('It does not work any more.')).toMatchObject({
      recognised: [],
      finding: { code: 'not-recognised' },
      alsoPossible: [],
    })
  })

  test.for([
    ['BYE Connection is closed. 13', 'idle-timeout'],
    ['imaplib.IMAP4.abort: Server said: BYE Connection is closed. 10', 'throttled'],
  ] as const)('a goodbye is known without its star: %s', ([text, code]) => {
    expect(explained(text)).toMatchObject({ recognised: [{ kind: 'server', protocol: 'imap' }], finding: { code } })
  })

  test('a plain refusal has its causes beside it', () => {
    const { finding, alsoPossible } = explained("imaplib.IMAP4.error: b'LOGIN failed.'")
    expect(finding).toMatchObject({ code: 'plain-refusal', certainty: 'possible' })
    expect(alsoPossible.map(({ code }) => code)).toContain('basic-auth-retired')
  })

  test('Microsoft’s number decides what the identity service means', () => {
    expect(explained('invalid_grant: AADSTS50057: The user account is disabled.')).toMatchObject({
      recognised: [{ kind: 'identity', aadsts: 50057, quote: 'AADSTS50057: The user account is disabled.' }],
      finding: { code: 'account-blocked' },
    })
  })

  test('a program’s own wording comes before the part of it that many programs have', () => {
    const { recognised } = explained('送信 (SMTP) サーバー smtp.office365.com の認証に失敗しました。')
    expect(recognised).toEqual([
      {
        kind: 'program',
        protocol: 'smtp',
        program: 'thunderbird',
        quote: '送信 (SMTP) サーバー smtp.office365.com の認証に失敗しました',
      },
    ])
  })

  test('a reply is quoted to the end of its line', () => {
    for (const said of [
      '535 5.7.3 Authentication unsuccessful',
      'NO LOGIN failed.',
      '-ERR Logon failure: unknown user name or bad password.',
    ]) {
      expect(explained(`${said}\nwhat somebody wrote below it\nand below that`).recognised[0]?.quote).toBe(said)
    }
  })

  test('a refusal of Google’s is no matter of Microsoft’s', () => {
    const { finding, alsoPossible } = explained(
      '535-5.7.8 Username and Password not accepted. Learn more at\n535 5.7.8  https://support.google.com/mail/?p=BadCredentials x - gsmtp',
    )
    expect(finding.code).toBe('not-a-microsoft-address')
    expect(alsoPossible.map(({ code }) => code)).toContain('password-wrong')
  })

  test('a device’s number is known where it is all that somebody types', () => {
    for (const text of ['1102', '#1102', 'エラーコード：1102', 'Error code 1102.']) {
      expect(explained(text).finding.code).toBe('plain-refusal')
    }
    expect(explained('1102 messages').recognised).toEqual([])
  })
})
