import { describe, expect, test } from 'vitest'
import { Folder, type FolderChange } from './folder.ts'
import { Mailbox, MailboxFull } from './mailbox.ts'

const raw = (text: string): Buffer => Buffer.from(text)

function folder(): { folder: Folder; changes: string[] } {
  const folder = new Folder({ name: 'Inbox', uidValidity: 1, now: () => new Date(0) })
  const changes: string[] = []
  folder.onChange(({ kind, message }: FolderChange) => changes.push(`${kind} ${message.uid}`))
  return { folder, changes }
}

describe('a folder', () => {
  test('numbers its messages upwards and never gives a number twice', () => {
    const { folder: inbox } = folder()
    const [first] = [inbox.append(raw('a')), inbox.append(raw('b'))]
    inbox.remove([first])
    inbox.append(raw('c'))
    expect(inbox.messages.map(({ uid }) => uid)).toEqual([2, 3])
    expect(inbox.byUid(3)!.raw.toString()).toBe('c')
    expect(inbox.byUid(1)).toBeUndefined()
    expect(inbox.uidNext).toBe(4)
  })

  test('tells of every real change, and of nothing else', () => {
    const { folder: inbox, changes } = folder()
    const message = inbox.append(raw('a'), { flags: ['\\Seen'] })
    expect(inbox.setFlags(message, { mode: 'add', flags: ['\\Seen'] })).toBe(false)
    expect(inbox.setFlags(message, { mode: 'set', flags: ['\\Flagged'] })).toBe(true)
    expect(inbox.setFlags(message, { mode: 'remove', flags: ['\\Answered'] })).toBe(false)
    inbox.remove([message])
    inbox.remove([message])
    expect(changes).toEqual(['arrived 1', 'flags 1', 'removed 1'])
  })

  test('copies share the octets and carry flags and date, but lead lives of their own', () => {
    const { folder: inbox } = folder()
    const { folder: archive } = folder()
    const message = inbox.append(raw('a'), { flags: ['\\Seen'], receivedAt: new Date(5) })
    const [copy] = archive.copy([message])
    expect(copy).toMatchObject({ raw: message.raw, receivedAt: new Date(5), recent: true })
    archive.setFlags(copy!, { mode: 'set', flags: [] })
    expect([...message.flags]).toEqual(['\\Seen'])
  })
})

describe('a mailbox', () => {
  const mailbox = (limit = 1_000): Mailbox =>
    new Mailbox({ plan: [{ name: 'Inbox' }, { name: 'Sent', specialUse: '\\Sent' }], limit, now: () => new Date(0) })

  test('finds folders whatever the case, and by special use', () => {
    const box = mailbox()
    expect(box.folder('INBOX')).toBe(box.inbox)
    expect(box.special('\\Sent')!.name).toBe('Sent')
    expect(box.folder('__proto__')).toBeUndefined()
  })

  test('creates parents, shows each folder before what is inside it, and deletes the inner one first', () => {
    const box = mailbox()
    box.create('a b/c')
    box.create('a/z')
    expect(box.folders.map(({ name }) => name)).toEqual(['a', 'a/z', 'a b', 'a b/c', 'Inbox', 'Sent'])
    expect(box.delete('A')).toBe('has-children')
    expect(box.folder('a/z')).toBeDefined()
    expect(box.delete('A/Z')).toBeUndefined()
    expect(box.delete('A')).toBeUndefined()
    expect(box.folders.map(({ name }) => name)).toEqual(['a b', 'a b/c', 'Inbox', 'Sent'])
  })

  test('spells a parent as it is, and renames what is subscribed to along with its folder', () => {
    const box = mailbox()
    box.create('Club/2021')
    box.create('CLUB/2022/')
    expect(box.folders.map(({ name }) => name)).toEqual(['Club', 'Club/2021', 'Club/2022', 'Inbox', 'Sent'])
    box.unsubscribe('club/2022')
    expect(box.rename('club', 'INBOX/club')).toBeUndefined()
    expect(box.subscriptions).toEqual(['Inbox', 'Inbox/club', 'Inbox/club/2021', 'Sent'])
  })

  test('gives a renamed folder another UIDVALIDITY where its name was a younger one’s', () => {
    const box = mailbox()
    const older = box.create('older') as Folder
    const { uidValidity } = box.create('younger') as Folder
    box.delete('younger')
    box.rename('older', 'younger')
    expect(older.uidValidity).toBeGreaterThan(uidValidity)
  })

  test('gives it one above every deleted folder’s, whichever was deleted last', () => {
    const box = mailbox()
    const [first, second, third] = ['first', 'second', 'third'].map((name) => box.create(name) as Folder)
    box.delete('third')
    box.delete('first')
    box.rename('second', 'third')
    expect(second!.uidValidity).toBeGreaterThan(third!.uidValidity)
    expect(third!.uidValidity).toBeGreaterThan(first!.uidValidity)
  })

  test('refuses what cannot be, and then nothing has changed', () => {
    const box = mailbox()
    expect(box.create('Inbox')).toBe('exists')
    expect(box.create('a//b')).toBe('invalid-name')
    expect(box.create('a*')).toBe('invalid-name')
    expect(box.create('x'.repeat(251))).toBe('invalid-name')
    for (const odd of ['a%', 'a\\b', 'a\u0000', 'a\u001f', 'a\u007f', 'a\r\nb', '/a'])
      expect(box.create(odd)).toBe('invalid-name')
    expect(box.delete('Inbox')).toBe('protected')
    expect(box.delete('nowhere')).toBe('missing')
    box.create(`a/${'x'.repeat(200)}`)
    expect(box.rename('a', 'a/b')).toBe('invalid-name')
    expect(box.rename('a', 'y'.repeat(100))).toBe('invalid-name')
    expect(box.rename('a', 'Sent')).toBe('exists')
    expect(box.rename('Sent', 'Sent Items')).toBe('protected')
    expect(box.folders).toHaveLength(4)
  })

  test('renames a folder with all inside, to another case of its own name too', () => {
    const box = mailbox()
    box.create('a/b')
    expect(box.rename('a', 'A')).toBeUndefined()
    expect(box.rename('A', 'new/place')).toBeUndefined()
    expect(box.folders.map(({ name }) => name)).toEqual(['Inbox', 'new', 'new/place', 'new/place/b', 'Sent'])
  })

  test('a folder made again is another folder', () => {
    const box = mailbox()
    const first = box.create('a')
    box.delete('a')
    const second = box.create('a')
    if (typeof first === 'string' || typeof second === 'string') throw new Error('refused')
    expect(second.uidValidity).not.toBe(first.uidValidity)
  })

  test('its limit is over all folders, copies count, and what does not fit leaves no trace', () => {
    const box = mailbox(10)
    const message = box.inbox.append(raw('123456'))
    expect(() => box.special('\\Sent')!.copy([message])).toThrow(MailboxFull)
    expect(() => box.inbox.append(raw('12345'))).toThrow(MailboxFull)
    expect(box.inbox.uidNext).toBe(2)
    box.special('\\Sent')!.move([message], box.inbox)
    box.special('\\Sent')!.append(raw('1234'))
    expect(box.octets).toBe(10)
    box.special('\\Sent')!.remove([...box.special('\\Sent')!.messages])
    expect(box.octets).toBe(0)
  })

  test('grows without bound in no direction', () => {
    const box = mailbox()
    let made = 0
    while (typeof box.create(`folder ${made}`) !== 'string') made++
    expect(box.folders.length).toBe(5_000)
    expect(box.create('one more')).toBe('too-many')
    expect(box.create('a/b/c')).toBe('too-many')
    expect(box.folder('a')).toBeUndefined()
    let round = 0
    do {
      box.delete('folder 1')
      box.create('folder 1')
      box.unsubscribe(`folder ${round}`)
    } while (++round < 10)
    expect(box.subscriptions.length).toBeLessThanOrEqual(10_000)
  })

  test('subscriptions outlive their folder and match whatever the case', () => {
    const box = mailbox()
    box.create('a')
    box.delete('a')
    expect(box.subscriptions).toContain('a')
    box.unsubscribe('A')
    expect(box.subscriptions).not.toContain('a')
  })
})
