import { describe, expect, test } from 'vitest'
import { MailStore } from '../mail/store.ts'
import { postOffice } from './submission.ts'

const hanako = 'hanako@hotmail.com'
const taro = 'taro@contoso.example'

function office() {
  const store = new MailStore({ mailboxBytes: 1_000_000, now: () => new Date('2021-05-01T00:00:00Z') })
  store.create(hanako, 'personal')
  store.create(taro, 'work')
  const people = [
    { address: hanako, kind: 'personal', owns: (address: string) => [hanako, 'hana@outlook.jp'].includes(address) },
    { address: taro, kind: 'work', owns: (address: string) => address === taro },
  ] as const
  const sender = (address: string) => people.find(({ owns }) => owns(address))
  const submit = postOffice({ store, sender, newMessageId: () => '<made@here>' })
  const send = (header: string, more: Partial<Parameters<typeof submit>[0]> = {}) => {
    const message = { account: hanako, from: hanako, to: [taro], binary: false, at: new Date('2021-05-01T00:00:00Z') }
    return submit({ ...message, raw: Buffer.from(`${header}\r\n\r\nx\r\n`), ...more })
  }
  return { store, send }
}
const accepted = (messageId: string) => ({ outcome: 'accepted', messageId })
const refused = (reason: string, from = hanako) => ({ outcome: 'refused', reason, from })

describe('a message is taken up to the border of a limit, and not beyond', () => {
  test('60 Received fields are fine, 61 are a loop', () => {
    const { send } = office()
    expect(send('Received: x\r\n'.repeat(60).trim())).toEqual(accepted('<made@here>'))
    expect(send('Received: x\r\n'.repeat(61).trim())).toEqual(refused('hop-count-exceeded'))
  })

  test('256 KiB of header are fine, an octet more is not', () => {
    const { send } = office()
    const header = (octets: number) => `X: ${'y'.repeat(octets - 'X: \r\n\r\n'.length)}`
    expect(send(header(262_144))).toEqual(accepted('<made@here>'))
    expect(send(header(262_145))).toEqual(refused('header-too-large'))
  })

  test.each([
    ['at its beginning', '\nSubject: x'],
    ['in the header', 'Subject: x\nX: y'],
    ['behind a bare CR', 'Subject: x\r\r\n\nX: y'],
  ])('a bare line feed %s is refused, unless the octets are declared as binary', (_, header) => {
    const { send } = office()
    expect(send(header)).toEqual(refused('bare-line-feed'))
    expect(send(header, { binary: true })).toMatchObject({ outcome: 'accepted' })
  })
})

describe('nobody sends in another’s name', () => {
  test.each([
    ['in the envelope', {}, { from: taro }, taro],
    ['as nobody in the envelope', {}, { from: '' }, ''],
    ['in the header', { From: taro }, {}, taro],
    ['as the second of two in the header', { From: `${hanako}, ${taro}` }, {}, taro],
    ['without an account', {}, { account: 'gone@hotmail.com' }, hanako],
  ])('%s', (_, fields, more, who) => {
    const { send, store } = office()
    const header = Object.entries({ Subject: 'x', ...fields }).map(([name, value]) => `${name}: ${value}`)
    expect(send(header.join('\r\n'), more)).toMatchObject({ outcome: 'refused', reason: 'send-as-denied' })
    if (!('account' in more)) expect(send(header.join('\r\n'), more)).toEqual(refused('send-as-denied', who))
    expect([store.mailbox(taro).inbox.messages, store.outbound]).toEqual([[], []])
  })

  test('but everybody under an alias of his own', () => {
    expect(office().send('From: hana@outlook.jp', { from: 'hana@outlook.jp' })).toEqual(accepted('<made@here>'))
  })
})

describe('the id of a message', () => {
  const own = 'Message-ID: <mine@there>'

  test.each([
    [hanako, '2026-08-31T23:59:59.999Z', '<mine@there>'],
    [hanako, '2026-09-01T00:00:00Z', '<made@here>'],
    [taro, '2026-09-01T00:00:00Z', '<mine@there>'],
  ])('sent by %s at %s is %s', (address, at, id) => {
    const { send, store } = office()
    const raw = Buffer.from(`Subject: x\r\n${own}\r\nTo: y\r\n\r\n`)
    expect(send('', { account: address, from: address, at: new Date(at), raw })).toEqual(accepted(id))
    const [message] = store.mailbox(taro).inbox.messages
    expect(message!.raw.toString()).toBe(`Subject: x\r\nMessage-ID: ${id}\r\nTo: y\r\n\r\n`)
  })

  test('that is missing is made, and stands in the message only where the server names every message', () => {
    const { send, store } = office()
    expect(send('Subject: x')).toEqual(accepted('<made@here>'))
    expect(send('Subject: x', { at: new Date('2026-09-01T00:00:00Z') })).toEqual(accepted('<made@here>'))
    expect(store.mailbox(taro).inbox.messages.map(({ raw }) => raw.toString())).toEqual([
      'Subject: x\r\n\r\nx\r\n',
      'Message-ID: <made@here>\r\nSubject: x\r\n\r\nx\r\n',
    ])
  })
})
