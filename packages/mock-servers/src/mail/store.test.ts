import { expect, test } from 'vitest'
import { deliver } from './deliver.ts'
import { MailStore } from './store.ts'

const now = () => new Date('2021-05-01')
const raw = (octets: number) => Buffer.alloc(octets, 'x')

test('folders are named by the kind of account', () => {
  const store = new MailStore({ mailboxBytes: 100, now })
  const names = (kind: 'personal' | 'work') => store.create('a@b.example', kind).folders.map(({ name }) => name)
  expect(names('personal')).toEqual(['Archive', 'Deleted', 'Drafts', 'Inbox', 'Junk', 'Notes', 'Outbox', 'Sent'])
  expect(names('work')).toContain('Sent Items')
  expect(store.mailbox('A@b.example').special('\\Sent')?.name).toBe('Sent Items')
})

test('a mailbox that is removed tells its listeners that everything is gone', () => {
  const store = new MailStore({ mailboxBytes: 100, now })
  const { inbox } = store.create('a@b.example', 'personal')
  const gone: number[] = []
  inbox.append(raw(1))
  inbox.onChange(({ kind, message }) => kind === 'removed' && gone.push(message.uid))
  store.remove('A@B.example')
  expect(gone).toEqual([1])
  expect(() => store.mailbox('a@b.example')).toThrow('no mailbox belongs to a@b.example')
})

test('the outbound list forgets the oldest when it is as large as a mailbox may be', () => {
  const store = new MailStore({ mailboxBytes: 100, now })
  for (const octets of [40, 40, 40, 200]) store.keepOutbound({ from: 'a', to: ['b'], at: now(), raw: raw(octets) })
  expect(store.outbound.map(({ id }) => id)).toEqual([4])
})

test('a message to oneself needs room for two', () => {
  const store = new MailStore({ mailboxBytes: 100, now })
  const mailbox = store.create('a@b.example', 'personal')
  const send = (octets: number) =>
    deliver({ from: 'a@b.example', to: ['a@b.example'], raw: raw(octets), at: now() }, store, (address) => address)
  expect(send(51)).toEqual({ outcome: 'mailbox-full', address: 'a@b.example' })
  expect(mailbox.octets).toBe(0)
  expect(send(50)).toEqual({ outcome: 'delivered' })
})

test('a mailbox of an address that had one before shares no UIDVALIDITY with it', () => {
  const store = new MailStore({ mailboxBytes: 1000, now: () => new Date(0) })
  const validities = () => {
    const { folders } = store.create('hanako@hotmail.com', 'personal')
    store.remove('Hanako@hotmail.com')
    return folders.map(({ uidValidity }) => uidValidity)
  }
  const both = [...validities(), ...validities()]
  expect(new Set(both).size).toBe(both.length)
})
