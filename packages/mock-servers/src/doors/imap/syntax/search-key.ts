/**
 * The arguments of SEARCH (RFC 3501, 6.4.4) read into a key. All keys are in one table; nesting, their number and the
 * length of their texts have limits, since each is tried on every message.
 */
import { parseSearchDate } from './dates.ts'
import { storableFlag, type Flag } from './flags.ts'
import type { Argument } from './parse.ts'
import { parseSequenceSet, type SequenceSet } from './sequence-set.ts'

type Comparison = 'before' | 'on' | 'since'

export type SearchKey =
  | { kind: 'all-of' | 'any-of' | 'none-of'; keys: SearchKey[] }
  | { kind: 'flag'; flag: Flag }
  | { kind: 'recent' }
  | { kind: 'numbers' | 'uids'; set: SequenceSet }
  | { kind: 'size'; is: 'larger' | 'smaller'; octets: number }
  /** Days since 1970-01-01. */
  | { kind: 'received' | 'sent'; is: Comparison; day: number }
  | { kind: 'header'; name: string; text: string }
  | { kind: 'body' | 'text'; text: string }

/** `bad-argument` is answered BAD, `bad-charset` with NO [BADCHARSET] (MS-IMAP-31). */
export type SearchRefusal = 'bad-argument' | 'bad-charset'

const maxDepth = 50
const maxKeys = 200
/** Octets of all texts together: the worst of texts and messages cost their product. */
const maxText = 2_048

/** Reads everything after `SEARCH`, with its CHARSET if there is one. */
export function parseSearch(tokens: readonly Argument[]): SearchKey | SearchRefusal {
  const [first, charset] = tokens
  const named = first?.kind === 'atom' && first.text.toUpperCase() === 'CHARSET'
  if (named) {
    const name = charset && wordOf(charset)?.toUpperCase()
    if (name === undefined) return 'bad-argument'
    if (!charsets.has(name)) return 'bad-charset'
  }
  return new Keys(tokens.slice(named ? 2 : 0)).all() ?? 'bad-argument'
}

/** US-ASCII is part of UTF-8, and clients that name no charset send UTF-8 nevertheless. */
const charsets: ReadonlySet<string> = new Set(['US-ASCII', 'UTF-8'])

const everyMessage: SearchKey = { kind: 'all-of', keys: [] }

const table: ReadonlyMap<string, (rest: Keys) => SearchKey | undefined> = new Map(
  Object.entries({
    ALL: () => everyMessage,
    ANSWERED: () => flag('\\Answered'),
    BCC: header('bcc'),
    BEFORE: date('received', 'before'),
    BODY: text('body'),
    CC: header('cc'),
    DELETED: () => flag('\\Deleted'),
    DRAFT: () => flag('\\Draft'),
    FLAGGED: () => flag('\\Flagged'),
    FROM: header('from'),
    HEADER: (rest) => {
      const name = rest.word()
      return name ? header(name.toLowerCase())(rest) : undefined
    },
    KEYWORD: (rest) => rest.keyword(),
    LARGER: size('larger'),
    NEW: () => allOf({ kind: 'recent' }, not(flag('\\Seen'))),
    NOT: (rest) => negated(rest.nested()),
    OLD: () => not({ kind: 'recent' }),
    ON: date('received', 'on'),
    OR: (rest) => {
      const [left, right] = [rest.nested(), rest.nested()]
      return left && right && { kind: 'any-of', keys: [left, right] }
    },
    RECENT: () => ({ kind: 'recent' }),
    SEEN: () => flag('\\Seen'),
    SENTBEFORE: date('sent', 'before'),
    SENTON: date('sent', 'on'),
    SENTSINCE: date('sent', 'since'),
    SINCE: date('received', 'since'),
    SMALLER: size('smaller'),
    SUBJECT: header('subject'),
    TEXT: text('text'),
    TO: header('to'),
    UID: (rest) => rest.set('uids'),
    UNANSWERED: () => not(flag('\\Answered')),
    UNDELETED: () => not(flag('\\Deleted')),
    UNDRAFT: () => not(flag('\\Draft')),
    UNFLAGGED: () => not(flag('\\Flagged')),
    UNKEYWORD: (rest) => negated(rest.keyword()),
    UNSEEN: () => not(flag('\\Seen')),
  } satisfies Record<string, (rest: Keys) => SearchKey | undefined>),
)

function flag(name: Flag): SearchKey {
  return { kind: 'flag', flag: name }
}

function allOf(...keys: SearchKey[]): SearchKey {
  return { kind: 'all-of', keys }
}

function not(key: SearchKey): SearchKey {
  return { kind: 'none-of', keys: [key] }
}

function negated(key: SearchKey | undefined): SearchKey | undefined {
  return key && not(key)
}

function header(name: string) {
  return (rest: Keys): SearchKey | undefined => {
    const wanted = rest.text()
    return wanted === undefined ? undefined : { kind: 'header', name, text: wanted }
  }
}

function text(kind: 'body' | 'text') {
  return (rest: Keys): SearchKey | undefined => {
    const wanted = rest.text()
    return wanted === undefined ? undefined : { kind, text: wanted }
  }
}

function date(kind: 'received' | 'sent', is: Comparison) {
  return (rest: Keys): SearchKey | undefined => {
    const day = parseSearchDate(rest.word() ?? '')
    return day === undefined ? undefined : { kind, is, day }
  }
}

function size(is: 'larger' | 'smaller') {
  return (rest: Keys): SearchKey | undefined => {
    const octets = rest.word() ?? ''
    return /^\d{1,10}$/.test(octets) ? { kind: 'size', is, octets: Number(octets) } : undefined
  }
}

/** The tokens still to be read, and what is left of the limits. */
class Keys {
  readonly #tokens: readonly Argument[]
  #position = 0
  #depth: number
  readonly #budget: { keys: number; text: number }

  constructor(tokens: readonly Argument[], depth = 0, budget = { keys: maxKeys, text: maxText }) {
    this.#tokens = tokens
    this.#depth = depth
    this.#budget = budget
  }

  /** All keys up to the end; there must be one. */
  all(): SearchKey | undefined {
    const keys: SearchKey[] = []
    while (this.#position < this.#tokens.length) {
      const key = this.#key()
      if (!key) return undefined
      keys.push(key)
    }
    return keys.length === 0 ? undefined : allOf(...keys)
  }

  /** One key, inside NOT or OR. */
  nested(): SearchKey | undefined {
    this.#depth++
    const key = this.#key()
    this.#depth--
    return key
  }

  /** The next argument, if it is a word. */
  word(): string | undefined {
    const token = this.#tokens[this.#position++]
    return token && wordOf(token)
  }

  /** The same, for a text to be looked for. */
  text(): string | undefined {
    const text = this.word()
    if (text !== undefined) this.#budget.text -= Buffer.byteLength(text)
    return this.#budget.text < 0 ? undefined : text
  }

  set(kind: 'numbers' | 'uids'): SearchKey | undefined {
    const set = parseSequenceSet(this.word() ?? '')
    return set && { kind, set }
  }

  /** A keyword that is not stored is on no message. */
  keyword(): SearchKey | undefined {
    const name = this.word()
    if (name === undefined) return undefined
    const stored = storableFlag(name)
    return stored ? flag(stored) : not(everyMessage)
  }

  #key(): SearchKey | undefined {
    const token = this.#tokens[this.#position]
    if (!token || this.#depth > maxDepth || this.#budget.keys-- <= 0) return undefined
    if (token.kind === 'list') {
      this.#position++
      return new Keys(token.items, this.#depth + 1, this.#budget).all()
    }
    if (token.kind !== 'atom') return undefined
    const read = table.get(token.text.toUpperCase())
    if (!read) return this.set('numbers')
    this.#position++
    return read(this)
  }
}

/** `undefined` for a list, and for octets that are not UTF-8. */
function wordOf(token: Argument): string | undefined {
  if (token.kind === 'list') return undefined
  try {
    return UTF_8.decode(token.kind === 'atom' ? Buffer.from(token.text, 'latin1') : token.bytes)
  } catch {
    return undefined
  }
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
