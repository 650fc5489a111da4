import { describe, expect, test } from 'vitest'
import { outcomes, play, popEnd, stepOf, username } from '../testing/probing.ts'

describe('a probe by POP3', () => {
  test('signs in by USER and PASS and looks at the mailbox', async () => {
    const { observation, heard } = await play({
      protocol: 'pop3',
      secret: 'correct horse',
      script: (peer) =>
        peer
          .send('+OK ready.\r\n')
          .answer(
            [/^CAPA$/, '+OK\r\nTOP\r\nSASL PLAIN XOAUTH2\r\nUSER\r\n.\r\n'],
            [/^USER hanako@hotmail.com$/, '+OK\r\n'],
            [/^PASS correct horse$/, '+OK User successfully logged on.\r\n'],
            ...popEnd,
          ),
    })
    expect(heard).toEqual(['CAPA', `USER ${username}`, 'PASS correct horse', 'STAT', 'QUIT'])
    expect(observation.capabilities).toEqual(['TOP', 'SASL PLAIN XOAUTH2', 'USER'])
    expect(stepOf(observation, 'sign-in')).toMatchObject({ outcome: 'ok', reply: '+OK User successfully logged on.' })
  })

  test('sends letters outside ASCII as SASL PLAIN in two lines', async () => {
    const { heard } = await play({
      protocol: 'pop3',
      secret: '桜',
      script: (peer) =>
        peer
          .send('+OK ready.\r\n')
          .answer(
            [/^CAPA$/, '+OK\r\nSASL PLAIN\r\nUSER\r\n.\r\n'],
            [/^AUTH PLAIN$/, '+ \r\n'],
            [/^AGh/, '+OK\r\n'],
            ...popEnd,
          ),
    })
    expect(heard).toEqual(['CAPA', 'AUTH PLAIN', Buffer.from(`\0${username}\0桜`).toString('base64'), 'STAT', 'QUIT'])
  })

  test('a server without CAPA is still asked by USER and PASS', async () => {
    const { observation } = await play({
      protocol: 'pop3',
      secret: 'correct horse',
      script: (peer) =>
        peer.send('+OK ready.\r\n').answer([/^CAPA$/, '-ERR what?\r\n'], [/^USER|^PASS/, '+OK\r\n'], ...popEnd),
    })
    expect(outcomes(observation).at(-1)).toBe('sign-in ok')
  })

  test('capabilities with neither USER nor PLAIN keep the secret here', async () => {
    const { observation, heard } = await play({
      protocol: 'pop3',
      secret: 'correct horse',
      script: (peer) => peer.send('+OK ready.\r\n').answer([/^CAPA$/, '+OK\r\nSASL XOAUTH2\r\n.\r\n'], ...popEnd),
    })
    expect(heard).toEqual(['CAPA', 'QUIT'])
    expect(outcomes(observation).at(-1)).toBe('sign-in skipped password-not-offered')
  })

  test('a refused user name leaves the secret unsent', async () => {
    const { observation, heard } = await play({
      protocol: 'pop3',
      secret: 'correct horse',
      script: (peer) =>
        peer
          .send('+OK ready.\r\n')
          .answer(
            [/^CAPA$/, '+OK\r\nUSER\r\n.\r\n'],
            [/^USER/, '-ERR Basic authentication is disabled\r\n'],
            ...popEnd,
          ),
    })
    expect(heard).not.toContain('PASS correct horse')
    expect(observation.sent).toBe(false)
    expect(stepOf(observation, 'sign-in')?.reply).toBe('-ERR Basic authentication is disabled')
  })
})
