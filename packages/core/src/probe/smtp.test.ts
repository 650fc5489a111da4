import type { Peer } from '@sparekey/testkit/server'
import { describe, expect, test } from 'vitest'
import { ehlo, good, outcomes, play, stepOf, username } from '../testing/probing.ts'

describe('a probe by SMTP', () => {
  const upgrade = async (peer: Peer) => {
    await peer.send('220 mail.example ready\r\n').answer(ehlo('SIZE 1', 'STARTTLS'), [/^STARTTLS$/, undefined])
    peer.send('220 2.0.0 SMTP server ready\r\n')
    await peer.startTls(good)
  }

  test('speaks STARTTLS, then signs in by AUTH LOGIN where PLAIN is not offered', async () => {
    const { observation, heard } = await play({
      protocol: 'smtp',
      security: 'starttls',
      secret: 'correct horse',
      script: async (peer) => {
        await upgrade(peer)
        await peer.answer(
          ehlo('AUTH LOGIN XOAUTH2', 'SMTPUTF8'),
          [/^AUTH LOGIN$/, '334 VXNlcm5hbWU6\r\n'],
          [/^aGFuYWtv/, '334 UGFzc3dvcmQ6\r\n'],
          [/^Y29ycmVj/, '235 2.7.0 Authentication successful\r\n'],
          [/^QUIT$/, '221 bye\r\n'],
        )
      },
    })
    const base64 = (text: string) => Buffer.from(text).toString('base64')
    expect(heard).toEqual([
      'EHLO [127.0.0.1]',
      'STARTTLS',
      'EHLO [127.0.0.1]',
      'AUTH LOGIN',
      base64(username),
      base64('correct horse'),
      'QUIT',
    ])
    expect(outcomes(observation)).toEqual([
      'resolve ok',
      'connect ok',
      'greeting ok',
      'tls ok',
      'capabilities ok',
      'sign-in ok',
    ])
    expect(observation.capabilities).toEqual(['AUTH LOGIN XOAUTH2', 'SMTPUTF8'])
    expect(stepOf(observation, 'sign-in')?.reply).toBe('235 2.7.0 Authentication successful')
  })

  test('uses PLAIN where it is offered, and quotes a refusal of several lines whole', async () => {
    const { observation, heard } = await play({
      protocol: 'smtp',
      security: 'starttls',
      secret: 'wrong horse',
      script: async (peer) => {
        await upgrade(peer)
        await peer.answer(
          ehlo('AUTH LOGIN PLAIN'),
          [/^AUTH PLAIN$/, '334 \r\n'],
          [/^AGh/, '535-5.7.8 Username and Password\r\n535 5.7.8 not accepted\r\n'],
          [/^QUIT$/, '221 bye\r\n'],
        )
      },
    })
    expect(heard.slice(3)).toEqual(['AUTH PLAIN', Buffer.from(`\0${username}\0wrong horse`).toString('base64'), 'QUIT'])
    expect(stepOf(observation, 'sign-in')?.reply).toBe('535-5.7.8 Username and Password\n535 5.7.8 not accepted')
  })

  test('a server that offers only tokens keeps the secret here', async () => {
    const { observation } = await play({
      protocol: 'smtp',
      security: 'starttls',
      secret: 'correct horse',
      script: async (peer) => {
        await upgrade(peer)
        await peer.answer(ehlo('AUTH XOAUTH2'), [/^QUIT$/, '221 bye\r\n'])
      },
    })
    expect(outcomes(observation).at(-1)).toBe('sign-in skipped password-not-offered')
    expect(observation.sent).toBe(false)
  })
})
