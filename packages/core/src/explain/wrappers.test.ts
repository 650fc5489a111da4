/** Whatever a text went through on its way to the clipboard, what is known in it is found. */
import { evidence, filled } from '@sparekey/evidence'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aadstsNumbers } from '../explain.ts'
import { readReply } from '../signatures/signatures.ts'
import type { Protocol } from '../settings/settings.ts'
import { explainText } from './explain-text.ts'

const explained = (text: string) => explainText(text, { lang: 'en', asOf: '2026-11-30' }).finding.code

/** Every sentence of docs/microsoft-sign-in.md that a signature knows, with what it means. */
const sentences = evidence.rows.flatMap(({ id, service, words }) => {
  if (service !== 'imap' && service !== 'pop3' && service !== 'smtp') return []
  return words.flatMap(({ text = '' }) => {
    const reply = filled(text).replaceAll('\r\n', '\n')
    const means = readReply(service satisfies Protocol, reply)?.means
    return means === undefined ? [] : [{ id, reply, means }]
  })
})

const escaped = (text: string) => JSON.stringify(text).slice(1, -1)
const inHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&#39;').replaceAll('"', '&quot;')
const fullWidth = (text: string) =>
  text.replaceAll(/\d/g, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0))

/** By what it comes: each leaves what is known in the text whole. */
const wrappers: Readonly<Record<string, (reply: string) => string>> = {
  'as it is': (reply) => reply,
  'a log with times': (reply) => reply.replaceAll(/^/gm, '2026-11-30T10:00:00.123Z [ERROR] '),
  syslog: (reply) => reply.replaceAll(/^/gm, 'Nov 30 10:00:00 mail postfix/smtp[4711]: '),
  'a transcript with S:': (reply) => `C: A1 NOOP\n${reply.replaceAll(/^/gm, 'S: ')}`,
  'a transcript with arrows': (reply) => reply.replaceAll(/^/gm, '<- '),
  'a debug log of PHP': (reply) => reply.replaceAll(/^/gm, '2026-11-30 10:00:00 SERVER -> CLIENT: '),
  'a sentence of a program': (reply) => `The operation failed. The server responded: ${reply}`,
  'quotes of Python': (reply) => `imaplib.IMAP4.error: b'${escaped(reply)}'`,
  JSON: (reply) => JSON.stringify({ level: 'error', message: reply }),
  'JSON in JSON': (reply) => JSON.stringify({ log: JSON.stringify({ error: { response: reply } }) }),
  'a URL': (reply) => `https://app.example/done?error_description=${encodeURIComponent(reply).replaceAll('%20', '+')}`,
  HTML: (reply) => `<p class="error">${inHtml(reply)}</p>`,
  'typographic signs': (reply) => `“${reply.replaceAll("'", '’').replaceAll('-ERR', '–ERR')}”`,
  'full-width digits': fullWidth,
  'invisible letters': (reply) => reply.replaceAll(' ', ' \u200B\u00AD'),
  'narrow columns': (reply) => reply.replaceAll(/ (?=\S+ \S+ )/g, '\n'),
  'hard spaces': (reply) => reply.replaceAll(' ', '\u00A0'),
}

describe.each(Object.entries(wrappers))('in %s', (_, wrap) => {
  test.each(sentences)('$id still means $means', ({ reply, means }) => {
    expect(explained(wrap(reply))).toBe(means)
  })
})

test('several wrappers around each other change nothing', () => {
  const wrapper = fc.constantFrom(...Object.values(wrappers))
  const sentence = fc.constantFrom(...sentences)
  fc.assert(
    fc.property(fc.array(wrapper, { maxLength: 3 }), sentence, (around, { reply, means }) => {
      expect(explained(around.reduce((text, wrap) => wrap(text), reply))).toBe(means)
    }),
  )
})

test('every number of Microsoft’s is known alone, and in what a program makes of it', () => {
  for (const { aadsts, code } of aadstsNumbers) {
    const named = `AADSTS${aadsts}`
    for (const text of [
      named,
      `invalid_grant: ${named}: The words may change.`,
      `{"error_description":"${named}: x"}`,
    ]) {
      expect([text, explained(text) === 'unknown-refusal', code]).toEqual([text, code === 'unknown-refusal', code])
    }
  }
})

test('words without any sense are not recognised', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcdehiklmnorstuvwyz'), minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 200 }), (words) => {
      expect(explainText(words.join(' '), { lang: 'en' }).recognised).toEqual([])
    }),
  )
})

/** How people and programs give a password away. */
const givenAway: readonly ((secret: string) => string)[] = [
  (secret) => `password=${secret}`,
  (secret) => `"password": "${secret}"`,
  (secret) => `My password is ${secret}`,
  (secret) => `パスワードは${secret} です。`,
  (secret) => `C: PASS ${secret}`,
  (secret) => `A1 LOGIN hanako@hotmail.com "${secret}"`,
  (secret) => `AUTH PLAIN ${btoa(`\0hanako@hotmail.com\0${secret}`)}`,
  (secret) => `imaplib login('hanako@hotmail.com', '${secret}')`,
  (secret) => `smtp://hanako:${secret}@smtp.office365.com:587`,
]

test('no explanation repeats a password', () => {
  const secret = fc.stringMatching(/^[A-Z][a-z]{5}[0-9]{3}[a-z]{2}$/)
  const carrier = fc.constantFrom(...givenAway)
  const between = fc.constantFrom('\n', ' ', ': ')
  fc.assert(
    fc.property(
      carrier,
      secret,
      between,
      fc.constantFrom(...sentences),
      fc.boolean(),
      (carry, word, gap, { reply }, first) => {
        const carried = carry(word)
        const text = first ? carried + gap + reply : reply + gap + carried
        const shown = JSON.stringify(explainText(text, { lang: 'en', asOf: '2026-11-30' }))
        expect(shown).not.toContain(word)
        expect(shown).not.toContain(btoa(`\0hanako@hotmail.com\0${word}`))
      },
    ),
    { numRuns: 300 },
  )
})
