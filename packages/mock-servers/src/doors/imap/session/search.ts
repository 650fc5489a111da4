/**
 * SEARCH (RFC 3501, 6.4.4): the key a client asks for as a tree, and that tree as a test on one message. Text is
 * compared decoded, regardless of case. Reads messages, never changes them.
 */
import { millisecondsADay, parseMessageDate } from '../../../mail/message-date.ts'
import type { Message } from '../../../mail/message.ts'
import { structureOf } from '../../../mail/mime/parse.ts'
import { fieldText } from '../../../mail/mime/part.ts'
import { fold, searchableBody, searchableFields, searchableHeader } from '../../../mail/reading.ts'
import type { SearchKey } from '../syntax/search-key.ts'
import { membership } from '../syntax/sequence-set.ts'

/** A message as one session sees it. */
type Candidate = {
  message: Message
  /** Its number in the session. */
  sequence: number
  /** Whether this session is the one that has it as \Recent. */
  recent: boolean
}

export type Test = (candidate: Candidate) => boolean

/**
 * Turns a key into a test, for a session that numbers `exists` messages, the last of them with `lastUid` (0 if there is
 * none). A number above `exists` finds nothing: what a search asks for need not be there.
 */
export function searchTest(key: SearchKey, folder: { exists: number; lastUid: number }, texts = textsOnce()): Test {
  switch (key.kind) {
    case 'all-of':
    case 'any-of':
    case 'none-of': {
      const tests = key.keys.map((inner) => searchTest(inner, folder, texts))
      if (key.kind === 'all-of') return (candidate) => tests.every((test) => test(candidate))
      if (key.kind === 'any-of') return (candidate) => tests.some((test) => test(candidate))
      return (candidate) => !tests.some((test) => test(candidate))
    }
    case 'flag':
      return ({ message }) => message.flags.has(key.flag)
    case 'recent':
      return ({ recent }) => recent
    case 'numbers': {
      const named = membership(key.set, folder.exists)
      return ({ sequence }) => named(sequence)
    }
    case 'uids': {
      const named = membership(key.set, folder.lastUid)
      return ({ message }) => named(message.uid)
    }
    case 'size':
      return ({ message }) => (key.is === 'larger' ? message.size > key.octets : message.size < key.octets)
    case 'received':
      return ({ message }) => dayIs(Math.floor(message.receivedAt.getTime() / millisecondsADay), key)
    case 'sent':
      return ({ message }) => dayIs(parseMessageDate(fieldText(structureOf(message), 'date') ?? '')?.day, key)
    case 'header': {
      const text = fold(key.text)
      return ({ message }) => texts.fields(message, key.name).some((field) => field.includes(text))
    }
    case 'body': {
      const text = fold(key.text)
      return ({ message }) => texts.body(message).includes(text)
    }
    case 'text': {
      const text = fold(key.text)
      return ({ message }) => texts.header(message).includes(text) || texts.body(message).includes(text)
    }
  }
}

/** What keys look at, read once for a message however many keys look at it. */
function textsOnce() {
  return { fields: lately(searchableFields), header: lately(searchableHeader), body: lately(searchableBody) }
}

/** Remembers what was read of the last message: a search goes through them one after the other. */
function lately<T>(read: (message: Message, name: string) => T): (message: Message, name?: string) => T {
  const known = new Map<string, T>()
  let last: Message | undefined
  return (message, name = '') => {
    if (message !== last) known.clear()
    last = message
    if (!known.has(name)) known.set(name, read(message, name))
    return known.get(name)!
  }
}

function dayIs(day: number | undefined, key: { is: 'before' | 'on' | 'since'; day: number }): boolean {
  if (day === undefined) return false
  if (key.is === 'before') return day < key.day
  return key.is === 'on' ? day === key.day : day >= key.day
}
