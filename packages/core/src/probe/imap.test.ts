import { describe, expect, test } from 'vitest'
import { imapCapabilities, imapEnd, outcomes, play, stepOf, username } from '../testing/probing.ts'

describe('a probe by IMAP', () => {
  test('climbs all steps, signs in once, looks at the mailbox and says goodbye', async () => {
    const { observation, heard } = await play({
      protocol: 'imap',
      secret: 'correct horse',
      script: (peer) =>
        peer
          .send('* OK ready.\r\n')
          .answer(imapCapabilities('AUTH=PLAIN'), [/^A2 LOGIN/, 'A2 OK LOGIN completed.\r\n'], ...imapEnd),
    })
    expect(heard).toEqual([
      'A1 CAPABILITY',
      'A2 LOGIN "hanako@hotmail.com" "correct horse"',
      'A3 STATUS INBOX (MESSAGES)',
      'A4 LOGOUT',
    ])
    expect(outcomes(observation)).toEqual([
      'resolve ok',
      'connect ok',
      'tls ok',
      'greeting ok',
      'capabilities ok',
      'sign-in ok',
    ])
    expect(observation).toMatchObject({
      credential: 'other-secret',
      sent: true,
      capabilities: ['IMAP4REV1', 'AUTH=PLAIN'],
    })
    expect(stepOf(observation, 'greeting')?.reply).toBe('* OK ready.')
    expect(stepOf(observation, 'sign-in')?.reply).toBe('A2 OK LOGIN completed.')
    expect(JSON.stringify(observation)).not.toContain('correct horse')
  })

  test('a refusal ends the climb with the server’s words, and nothing else is tried', async () => {
    const { observation, heard } = await play({
      protocol: 'imap',
      secret: 'wrong horse',
      script: (peer) =>
        peer
          .send('* OK ready.\r\n')
          .answer(imapCapabilities('AUTH=PLAIN AUTH=LOGIN'), [/^A2 LOGIN/, 'A2 NO LOGIN failed.\r\n'], ...imapEnd),
    })
    expect(heard).toEqual(['A1 CAPABILITY', 'A2 LOGIN "hanako@hotmail.com" "wrong horse"', 'A4 LOGOUT'])
    expect(stepOf(observation, 'sign-in')).toMatchObject({
      outcome: 'failed',
      reply: 'A2 NO LOGIN failed.',
      error: 'refused',
    })
  })

  test('a mailbox that does not open after OK is a failed sign-in', async () => {
    const { observation } = await play({
      protocol: 'imap',
      secret: 'correct horse',
      script: (peer) =>
        peer
          .send('* OK ready.\r\n')
          .answer(
            imapCapabilities(''),
            [/^A2/, 'A2 OK LOGIN completed.\r\n'],
            [/^A3/, 'A3 BAD User is authenticated but not connected.\r\n'],
            ...imapEnd,
          ),
    })
    expect(stepOf(observation, 'sign-in')).toMatchObject({
      outcome: 'failed',
      reply: 'A3 BAD User is authenticated but not connected.',
    })
  })

  test('a capability line that takes no password keeps the secret here', async () => {
    const { observation, heard } = await play({
      protocol: 'imap',
      secret: 'correct horse',
      script: (peer) => peer.send('* OK ready.\r\n').answer(imapCapabilities('AUTH=XOAUTH2 LOGINDISABLED'), ...imapEnd),
    })
    expect(heard).toEqual(['A1 CAPABILITY', 'A4 LOGOUT'])
    expect(observation.sent).toBe(false)
    expect(stepOf(observation, 'sign-in')).toMatchObject({ outcome: 'skipped', error: 'password-not-offered' })
  })

  test('without a secret the probe stops before signing in', async () => {
    const { observation, heard } = await play({
      protocol: 'imap',
      script: (peer) => peer.send('* OK ready.\r\n').answer(imapCapabilities('AUTH=PLAIN'), ...imapEnd),
    })
    expect(heard).toEqual(['A1 CAPABILITY', 'A4 LOGOUT'])
    expect(observation).toMatchObject({ credential: 'none', sent: false })
    expect(stepOf(observation, 'sign-in')).toMatchObject({ outcome: 'skipped', error: 'not-asked' })
  })

  const plain = (secret: string) => Buffer.from(`\0${username}\0${secret}`).toString('base64')
  test.for([
    [
      'quotes and backslashes are escaped',
      'AUTH=PLAIN',
      String.raw`a"b\c`,
      [String.raw`A2 LOGIN "hanako@hotmail.com" "a\"b\\c"`],
    ],
    ['letters outside ASCII go as SASL PLAIN', 'AUTH=PLAIN', '桜', ['A2 AUTHENTICATE PLAIN', plain('桜')]],
    ['LOGINDISABLED leaves SASL PLAIN', 'AUTH=PLAIN LOGINDISABLED', 'horse', ['A2 AUTHENTICATE PLAIN', plain('horse')]],
    [
      'letters outside ASCII go as literals where PLAIN is missing',
      '',
      '桜',
      ['A2 LOGIN {18}', 'hanako@hotmail.com {3}', '桜'],
    ],
  ] as const)('%s', async ([, words, secret, lines]) => {
    const { observation, heard } = await play({
      protocol: 'imap',
      secret,
      script: (peer) =>
        peer
          .send('* OK ready.\r\n')
          .answer(
            imapCapabilities(words),
            [/^A2 AUTHENTICATE PLAIN$|\{\d+\}$/, '+ \r\n'],
            [/^A2 LOGIN "|^桜$|^AGhhbmFrb/, 'A2 OK LOGIN completed.\r\n'],
            ...imapEnd,
          ),
    })
    expect(heard.slice(1, -2)).toEqual(lines)
    expect(outcomes(observation).at(-1)).toBe('sign-in ok')
  })

  test('a secret that the server repeats is hidden', async () => {
    const { observation } = await play({
      protocol: 'imap',
      secret: 'a"hidden"horse',
      script: (peer) =>
        peer
          .send('* OK ready.\r\n')
          .answer(
            imapCapabilities(''),
            [/^A2 LOGIN/, (line) => `A2 BAD what is ${line}? a"hidden"horse?\r\n`],
            ...imapEnd,
          ),
    })
    expect(stepOf(observation, 'sign-in')?.reply).toBe(
      'A2 BAD what is A2 LOGIN "hanako@hotmail.com" "[hidden]"? [hidden]?',
    )
  })
})
