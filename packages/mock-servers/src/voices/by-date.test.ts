import { expect, test } from 'vitest'
import * as pop3 from './pop3.ts'
import { banner, notSignedIn } from './smtp-session.ts'
import { inVoice } from './smtp.ts'

const frontend = 'LO2P265CA0482.GBRP265.PROD.OUTLOOK.COM'
const context = (at: string) => ({ frontend, at: new Date(at), session: '08DE6F7B77124F67', address: '' })

test.each([
  {
    at: '2022-12-31T23:59:59.999Z',
    bracket: `[${frontend}]`,
    greeting: 'ready at Sat, 31 Dec 2022 23:59:59 +0000',
    stranger: '530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM',
  },
  {
    at: '2023-01-01T00:00:00.000Z',
    bracket: `[${frontend} 2023-01-01T00:00:00.000Z 08DE6F7B77124F67]`,
    greeting: 'ready at Sun, 1 Jan 2023 00:00:00 +0000 [08DE6F7B77124F67]',
    stranger: '530 5.7.57 Client not authenticated to send mail.',
  },
])('SMTP at $at: bracket, greeting and the words for strangers', ({ at, bracket, greeting, stranger }) => {
  expect(inVoice('550 x', context(at))).toBe(`550 x ${bracket}`)
  expect(banner(context(at))).toBe(`220 LO2P265CA0482.outlook.office365.com Microsoft ESMTP MAIL Service ${greeting}`)
  expect(notSignedIn(context(at), undefined)).toBe(stranger)
})

test.each([
  ['a reply of success', '250 2.1.0 Sender OK'],
  ['a line that has its bracket', '554 5.2.2 full [Hostname=X]'],
])('SMTP puts no bracket behind %s', (_, line) => {
  expect(inVoice(line, context('2026-11-22T00:00:00Z'))).toBe(line)
})

test.each([
  ['2024-09-15T23:59:59Z', '+OK Microsoft Exchange Server 2016 POP3 server signing off.'],
  ['2024-09-16T00:00:00Z', '+OK Microsoft Exchange Server POP3 server signing off.'],
])('POP3 says goodbye at %s', (at, line) => {
  expect(pop3.replies(() => context(at)).quit()).toBe(line)
})

test('what a template quotes is not read as a template', () => {
  const { listOne, tooManyBadCommands } = pop3.replies(() => context('2026-11-22T00:00:00Z'))
  expect(listOne({ number: 1, size: 2, uid: '{size}' })).toBe('+OK 1 2')
  expect(tooManyBadCommands({ reply: '-ERR {reply} $& x', cause: 'wrongState' })).toBe(
    '-ERR {reply} $& x\r\nConnection is closed. 21',
  )
})
