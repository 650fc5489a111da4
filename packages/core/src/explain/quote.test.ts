import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quote } from './quote.ts'

const token = `eyJ0eXAiOiJKV1QiLCJub25jZSI6IkFBQSJ9.${'Ab1_'.repeat(30)}.${'x9-Z'.repeat(20)}`

describe('a quote', () => {
  test.each([
    ['an address', 'for hanako@hotmail.com:', 'for [address]:'],
    ['an address outside ASCII', '<花子@例え.jp>', '<[address]>'],
    ['a password after PASS', 'C: PASS hunter2hunter2', 'C: PASS [hidden]'],
    ['name and password after LOGIN', 'A1 LOGIN hanako "correct horse"', 'A1 LOGIN [hidden]'],
    ['what follows AUTH', 'AUTH PLAIN AGhhbmFrbwBob3JzZQ==', 'AUTH PLAIN [hidden]'],
    ['a password of a configuration', '"password": "hunter2", "user": "x"', '"password": "[hidden]", "user": "x"'],
    [
      'a password of a URL',
      'https://x.example/?client_secret=hunter2&a=b',
      'https://x.example/?client_secret=[hidden]&a=b',
    ],
    ['a password in a sentence', 'My password is hunter2! and it fails', 'My password is [hidden] and it fails'],
    ['a password in a Japanese sentence', 'パスワードは「hunter2!」です', 'パスワードは「[hidden]」です'],
    ['a password in front of a server', 'smtp://u:hunter!2@x.example:25', 'smtp://u:[hidden]@x.example:25'],
    ['a line of code', "imap.login('hanako', 'hunter2') failed", 'imap.login([hidden]) failed'],
    ['a token', `Bearer ${token} x`, 'Bearer [hidden] x'],
    ['an app password', 'abcdefghijklmnop', '[hidden]'],
    ['an app password in groups', 'is abcd efgh ijkl mnop.', 'is [hidden].'],
    ['a password behind its Japanese name', 'パスワード: hunter2 です', 'パスワード: [hidden] です'],
    ['the same with a wide colon', 'パスワード：hunter2 です', 'パスワード：[hidden] です'],
    ['short base64 by its padding', 'said AGhhbmFrbwBTZWNyZXQ= to it', 'said [hidden] to it'],
    ['a personal account’s refresh token', 'got M.C507_BAY.0.U.-CvE9k*abc!DEF$$ back', 'got [hidden] back'],
    ['a work account’s refresh token', 'got 0.AXoAh1QQx-AAAAAA.AgABAAEAAAD back', 'got [hidden] back'],
    ['an application’s secret', 'is xYz8Q~abcDEF.ghiJKL123', 'is [hidden]'],
    ['base64', 'said QUFBQUFBQUFBQUFBQUFBQUFB1x== to it', 'said [hidden] to it'],
  ])('hides %s', (_, text, shown) => {
    expect(quote(text)).toBe(shown)
  })

  test.each([
    'NO LOGIN failed.',
    'Login to server outlook.office365.com with username hanako failed',
    'NO AUTHENTICATE failed.',
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.',
    '554 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied;',
    'Invalid username or password AADSTS50126: wrong',
    'The username or password is incorrect.',
    'AADSTS50076: Due to a configuration change',
    '550 5.7.509 Access denied, sending domain does not pass DMARC verification',
  ])('leaves %j as it is', (text) => {
    expect(quote(text)).toBe(text)
  })

  test('is one line of 300 letters at most', () => {
    expect(quote(`a\n\t b${' c'.repeat(10_000)}`)).toMatch(/^a b( c)+ ?…$/)
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), (text) => quote(text).length <= 300 && !/[\r\n]/.test(quote(text))),
    )
  })
})
