import { expect, test } from 'vitest'
import { Folder } from '../../../mail/folder.ts'
import { View } from './view.ts'

function inbox(count: number): Folder {
  const folder = new Folder({ name: 'Inbox', uidValidity: 1 })
  for (let number = 0; number < count; number++) folder.append(Buffer.from('Subject: x\r\n\r\n'))
  return folder
}

const announcement = (view: View): string[] => view.announce({ expunges: true })

test('removals come first, from the highest number down, then arrivals, then flags by their new numbers', () => {
  const folder = inbox(4)
  const view = new View(folder, { readOnly: false })
  const [first, second, third, fourth] = [...folder.messages]
  folder.setFlags(fourth!, { mode: 'add', flags: ['\\Seen'] })
  folder.setFlags(second!, { mode: 'add', flags: ['\\Flagged'] })
  folder.append(Buffer.from('new'))
  folder.remove([first!, third!])
  expect(announcement(view)).toEqual([
    '* 3 EXPUNGE',
    '* 1 EXPUNGE',
    '* 3 EXISTS',
    '* 3 RECENT',
    '* 1 FETCH (UID 2 FLAGS (\\Flagged \\Recent))',
    '* 2 FETCH (UID 4 FLAGS (\\Seen \\Recent))',
  ])
  expect(announcement(view)).toEqual([])
})

test('while removals are withheld, numbers stay and what has gone can be read', () => {
  const folder = inbox(2)
  const view = new View(folder, { readOnly: false })
  const [first, second] = [...folder.messages]
  folder.remove([first!])
  folder.append(Buffer.from('new'))
  expect(view.announce({ expunges: false })).toEqual(['* 3 EXISTS', '* 3 RECENT'])
  expect(view.messages[0]).toBe(first)
  expect(view.isGone(first!)).toBe(true)
  expect(view.numberOf(second!)).toBe(2)
  expect(announcement(view)).toEqual(['* 1 EXPUNGE'])
  expect(view.numberOf(second!)).toBe(1)
})

test('flags that were just shown are not announced again, and neither is the doing of the session itself', () => {
  const folder = inbox(2)
  const view = new View(folder, { readOnly: false })
  const [first, second] = [...folder.messages]
  folder.setFlags(first!, { mode: 'add', flags: ['\\Seen'] })
  view.flagsOf(first!)
  folder.setFlags(second!, { mode: 'add', flags: ['\\Seen'] }, view)
  expect(announcement(view)).toEqual([])
})

test('EXAMINE sees \\Recent and leaves it to the next', () => {
  const folder = inbox(1)
  expect(new View(folder, { readOnly: true }).recent).toBe(1)
  expect(new View(folder, { readOnly: false }).recent).toBe(1)
  expect(new View(folder, { readOnly: false }).recent).toBe(0)
})

test('a closed view hears nothing', () => {
  const folder = inbox(0)
  const view = new View(folder, { readOnly: false })
  let news = 0
  view.onNews = () => news++
  folder.append(Buffer.from('one'))
  view.close()
  folder.append(Buffer.from('two'))
  expect(news).toBe(1)
})
