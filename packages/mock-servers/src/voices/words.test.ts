/**
 * Every sentence of every voice, compared with the row it names, letter by letter. The voices are walked, so that no
 * sentence can be left out; how a sentence goes over the wire is said here by its place.
 */
import { rowOf, type Wording } from '@sparekey/evidence'
import { describe, expect, test } from 'vitest'
import { storedFlags } from '../doors/imap/syntax/flags.ts'
import * as graph from './graph.ts'
import * as imapSession from './imap-session.ts'
import * as imap from './imap.ts'
import type { OAuthWords } from './oauth-words.ts'
import * as oauth from './oauth.ts'
import * as pop3 from './pop3.ts'
import type { Said } from './said.ts'
import * as smtpSession from './smtp-session.ts'
import * as smtp from './smtp.ts'

const voices = { graph, imap, imapSession, oauth, pop3, smtp, smtpSession }

type Place = { path: string; said: Said }
const places: readonly Place[] = walk(voices, '')
const fromRows = places.filter(({ said }) => said.evidence.startsWith('MS-'))

function walk(value: unknown, path: string): Place[] {
  if (typeof value !== 'object' || value === null) return []
  if (isSaid(value)) return [{ path, said: value }]
  return Object.entries(value).flatMap(([name, part]) => walk(part, path === '' ? name : `${path}.${name}`))
}

function isSaid(value: object): value is Said {
  return 'text' in value && 'evidence' in value
}

/** What stands around a sentence on the wire, by the beginning of its place. */
const wires: readonly (readonly [place: string, wire: (said: Said) => string])[] = [
  ['imap.refusals', ({ text }) => `{tag} NO ${text}`],
  ['imap.complaints', (said) => `{tag} ${(said as Said & { status: string }).status} ${said.text}`],
  ['imap.goodbyes', ({ text }) => `* BYE ${text}`],
  ['imap.invalidated', ({ text }) => `* BYE ${text}`],
  ['imapSession.capabilityLines', ({ text }) => `* CAPABILITY ${text}`],
  ['imapSession.completions', ({ text }) => `{tag} OK ${text}`],
  ['smtp.fixed.serverError', ({ text }) => text.replace(/1$/, '{n}')],
  ['smtpSession.hellos', ({ text }) => `250-${text.replaceAll('\r\n', '\r\n250-').replace(/250-(?=[^\n]*$)/, '250 ')}`],
]

/** What a sentence is filled in with where its row has it filled in too. */
const values: Readonly<Record<string, Record<string, string>>> = {
  'imapSession.lines.flags': { flags: storedFlags.join(' ') },
  'imapSession.lines.permanentFlags': { flags: storedFlags.join(' ') },
  'imapSession.lines.status': { items: 'MESSAGES {n} UNSEEN {n}' },
  'pop3.spoken.challenge': { challenge: '' },
  'pop3.spoken.lastRefusal': { reply: pop3.refusals['wrong-password'].PASS.text },
  'smtpSession.hellos.plain': { octets: String(smtp.messageOctets) },
  'smtpSession.hellos.secure': { octets: String(smtp.messageOctets) },
  'smtpSession.spoken.notSignedInAfterRefusal': { refusal: smtp.refusals['wrong-password'].secret.text },
}

/** The sentence on the wire, with placeholders as the rows write them. */
function onTheWire({ path, said }: Place): string {
  const wire = wires.find(([place]) => path.startsWith(place))?.[1] ?? (({ text }: Said) => text)
  return wire(said).replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const kebab = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    return values[path]?.[name] ?? `{${kebab}}`
  })
}

/** Every run of whole lines; a tagged OK without its response code. */
function runs({ text = '' }: Wording): string[] {
  const lines = text.split('\r\n').map((line) => line.replace(/^(\{tag\} OK )\[[^\]]+\] /, '$1'))
  return lines.flatMap((_, from) =>
    lines.slice(from).map((_, length) => lines.slice(from, from + length + 1).join('\r\n')),
  )
}

/** SMTP's front end names itself behind a 4xx or 5xx line; a space at a row's end is the one in front of that. */
const withoutBracket = (text: string) =>
  /^[45]\d\d /.test(text) ? text.replace(/ (?:\[\{frontend\}(?: \{time\} \{session\})?\])?$/, '') : text

describe('a sentence is its row’s:', () => {
  const mail = fromRows.filter(({ path }) => !/^(?:oauth|graph)\.refusals|^smtp\.brackets/.test(path))
  test.each(mail)('$path', (place) => {
    const { words } = rowOf(place.said.evidence)
    const said = onTheWire(place)
    expect(words.flatMap(runs).map((run) => (place.path.startsWith('smtp') ? withoutBracket(run) : run))).toContain(
      said,
    )
  })

  test.each(fromRows.filter(({ path }) => path.startsWith('smtp.brackets')))('$path', (place) => {
    for (const { text = '' } of rowOf(place.said.evidence).words)
      expect(text.endsWith(` ${onTheWire(place)}`)).toBe(true)
  })

  test.each(fromRows.filter(({ path }) => path.startsWith('oauth.refusals')))('$path', (place) => {
    const { error, code, suberror } = place.said as OAuthWords
    const number = code === undefined ? '' : `AADSTS${code}: `
    const text = place.said.text && number + onTheWire(place)
    expect(rowOf(place.said.evidence).words).toContainEqual({
      error,
      ...(suberror !== undefined && { suberror }),
      ...(text !== '' && { text }),
    })
  })

  test.each(fromRows.filter(({ path }) => path.startsWith('graph.refusals')))('$path', ({ said }) => {
    const { status, error, text } = said as Said & { status: number; error: string }
    expect(rowOf(said.evidence).words).toContainEqual({ status, error, text })
  })
})

test('what no row has is said in these words', () => {
  const own = places.filter((place) => !fromRows.includes(place))
  expect(own.map(({ path, said }) => [path, said.evidence, said.text])).toEqual([
    [
      'graph.refusals.not-emulated',
      'RFC 9110, section 15.6.2',
      'The mock takes POST /v1.0/me/sendMail only, with a MIME message in base64 as text/plain.',
    ],
    ['imapSession.lines.literal', 'RFC 3501, section 7.5', '+ Ready for additional command text.'],
  ])
})

test('a voice names rows of its own service', () => {
  const service = { graph: 'identity', imapSession: 'imap', oauth: 'identity', smtpSession: 'smtp' } as const
  for (const { path, said } of fromRows) {
    const voice = path.split('.', 1)[0]!
    expect([path, rowOf(said.evidence).service]).toEqual([path, service[voice as keyof typeof service] ?? voice])
  }
})

test('IMAP’s ID is its row’s', () => {
  const pairs = Object.entries(imapSession.identity).map(([name, value]) => `"${name}" "${value}"`)
  expect(rowOf('MS-IMAP-39').words.flatMap(runs)).toContain(`* ID (${pairs.join(' ')})`)
})

test('every page where a user code is typed in stands in the sentence beside it', () => {
  for (const { page, text } of Object.values(oauth.devices)) expect(text).toContain(`the page ${page} and`)
})
