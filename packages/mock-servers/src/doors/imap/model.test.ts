/**
 * Twelve sessions do what they like with one folder, in an order that a seed decides, and a model of a client keeps what
 * each of them was told. Whatever a server says must fit what it said before (RFC 3501, 7.4.1; RFC 2180): a number means
 * one message until an EXPUNGE moves it, and once everybody has asked, all know the same.
 */
import type { Client as Wire } from '@sparekey/testkit/client'
import { expect, test } from 'vitest'
import { answer, startImap } from '../../testing/imap.ts'

/** A small generator (mulberry32), so that a failure can be played again. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

type Known = { uid: number | undefined; flags: string | undefined }

/** What a client knows of the folder from what it was told. */
class Client {
  readonly wire: Wire
  readonly name: string
  #messages: Known[] = []
  #tag = 0
  #idling: string | undefined

  constructor(wire: Wire, name: string) {
    this.wire = wire
    this.name = name
  }

  get messages(): readonly Known[] {
    return this.#messages
  }

  async command(text: string): Promise<void> {
    const tag = `${this.name}${++this.#tag}`
    this.wire.send(`${tag} ${text}\r\n`)
    await this.#hearAnswer(tag, text)
    // Its own doing, of which it wanted to hear nothing: it knows no flags for certain now.
    if (text.includes('.SILENT')) for (const message of this.#messages) message.flags = undefined
  }

  async #hearAnswer(tag: string, text: string): Promise<void> {
    const numbersMayMove = !/^(?:FETCH|STORE|SEARCH) /.test(text)
    const lines = await answer(this.wire, tag)
    for (const line of lines.slice(0, -1)) this.#hear(line, { text, numbersMayMove })
    agree(new RegExp(`^${tag} (?:OK|NO \\[EXPUNGEISSUED\\]) `).test(lines.at(-1)!), `${text}: ${lines.at(-1)}`)
  }

  /** Idles until it is its turn again. */
  async #idle(): Promise<void> {
    this.#idling = `${this.name}${++this.#tag}`
    this.wire.send(`${this.#idling} IDLE\r\n`)
    expect(await this.wire.line()).toMatch(/^\+ /)
  }

  async wake(): Promise<void> {
    if (this.#idling === undefined) return
    this.wire.send('DONE\r\n')
    await this.#hearAnswer(this.#idling, 'IDLE')
    this.#idling = undefined
  }

  #hear(line: string, { text, numbersMayMove }: { text: string; numbersMayMove: boolean }): void {
    const [, digits, what, rest] = /^\* (\d+) (EXISTS|EXPUNGE|RECENT|FETCH)(?: \((.*)\))?$/.exec(line) ?? []
    const number = Number(digits)
    if (what === 'EXISTS') {
      agree(number >= this.#messages.length, `${text}: EXISTS never falls`)
      while (this.#messages.length < number) this.#messages.push({ uid: undefined, flags: undefined })
    } else if (what === 'EXPUNGE') {
      agree(numbersMayMove, `${text}: no EXPUNGE while numbers are in use`)
      agree(number <= this.#messages.length, `${text}: ${line}`)
      this.#messages.splice(number - 1, 1)
    } else if (what === 'FETCH') {
      agree(number <= this.#messages.length, `${text}: ${line}`)
      const known = this.#messages[number - 1]!
      const uid = /UID (\d+)/.exec(rest!)?.[1]
      if (uid !== undefined) {
        agree(known.uid === undefined || known.uid === Number(uid), `${text}: number ${number} is another message`)
        known.uid = Number(uid)
        const before = this.#messages[number - 2]?.uid
        agree(before === undefined || known.uid > before, `${text}: UIDs ascend`)
      }
      known.flags = /FLAGS \(([^)]*)\)/.exec(rest!)?.[1]?.replace(/ ?\\Recent/, '') ?? known.flags
    } else expect(line).toMatch(/^\* (?:SEARCH|STATUS|FLAGS|\d+ RECENT|OK \[)/)
  }

  /** One command of its own choice. */
  async act(roll: (sides: number) => number): Promise<void> {
    await this.wake()
    if (roll(8) === 0) return this.#idle()
    const exists = this.#messages.length
    const uid = roll(2) === 0 ? 'UID ' : ''
    const known = this.#messages.flatMap(({ uid }) => uid ?? [])
    const one = uid ? (known[roll(known.length || 1)] ?? 1) : roll(exists || 1) + 1
    const set = roll(3) === 0 ? `${one}:*` : String(one)
    const flag = ['\\Seen', '\\Flagged', '\\Deleted', '\\Answered'][roll(4)]!
    const sign = ['+', '-', ''][roll(3)]!
    const needsMessages = [
      `${uid}FETCH ${set} (UID FLAGS)`,
      `${uid}FETCH ${set} RFC822.SIZE`,
      `${uid}STORE ${one} ${sign}FLAGS${roll(2) ? '.SILENT' : ''} (${flag})`,
      `${uid}COPY ${one} Inbox`,
      `${uid}MOVE ${one} ${roll(2) ? 'Inbox' : 'Archive'}`,
      'SEARCH UNSEEN',
      'UID SEARCH DELETED',
    ]
    const always = ['NOOP', 'EXPUNGE', 'CHECK', 'STATUS Inbox (MESSAGES)', 'APPEND Inbox {8+}\r\nS: x\r\n\r\n']
    const choices = exists > 0 ? [...needsMessages, ...needsMessages, ...always] : always
    return this.command(choices[roll(choices.length)]!)
  }
}

test.each([1, 2])(
  'what twelve sessions are told of one folder never contradicts itself, seed %i',
  async (seed) => {
    const roll = dice(seed)
    await using imap = await startImap()
    imap.seed('one', 'two', 'three')
    const clients = await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        const client = new Client(await imap.signIn(), String.fromCodePoint(97 + index))
        await client.command('SELECT Inbox')
        return client
      }),
    )
    for (let turn = 0; turn < 1_500; turn++) await clients[roll(clients.length)]!.act(roll)
    for (const client of clients) await client.wake()
    const truth = imap.mailbox.inbox.messages.map(({ uid, flags }) => ({ uid, flags: flagSet([...flags].join(' ')) }))
    for (const client of clients) {
      await client.command('NOOP')
      // What a client was told without asking is the truth; what it was never told, it asks for now.
      expect(
        client.messages.map(({ uid, flags }, index) => ({
          uid: uid ?? truth[index]!.uid,
          flags: flags === undefined ? truth[index]!.flags : flagSet(flags),
        })),
      ).toEqual(truth)
      if (truth.length > 0) await client.command('FETCH 1:* (UID FLAGS)')
      expect(client.messages.map(({ uid, flags }) => ({ uid, flags: flagSet(flags!) }))).toEqual(truth)
      await client.wire[Symbol.asyncDispose]()
    }
    expect(imap.faults).toEqual([])
  },
  120_000,
)

function flagSet(flags: string): ReadonlySet<string> {
  return new Set(flags.split(' ').filter(Boolean))
}

function agree(holds: boolean, complaint: string): void {
  if (!holds) throw new Error(complaint)
}
