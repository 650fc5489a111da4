import { describe, expect, test } from 'vitest'
import { parseAddress } from './address.ts'
import { parseUsing } from './using.ts'

const local = (bytes: number) => 'a'.repeat(bytes)
/** A domain of so many characters, of labels as long as they may be. */
const domain = (length: number) => {
  const labels: string[] = []
  for (let left = length - '.com'.length; left > 0; left -= 64) labels.push('d'.repeat(Math.min(63, left)))
  return `${labels.join('.')}.com`
}

describe('an address', () => {
  test.for([
    ['of 64 bytes before the @', `${local(64)}@hotmail.com`],
    ['of 32 letters that take two bytes each', `${'é'.repeat(32)}@hotmail.com`],
    ['of 254 bytes', `${local(64)}@${domain(189)}`],
    ['with a label of 63 characters', `a@${'d'.repeat(63)}.com`],
    ['of single letters', 'a@b.c'],
    ['with a hyphen inside a label', 'a@b-c.com'],
    ['of every sign an atom may have', "!#$%&'*+/=?^_`{|}~-@hotmail.com"],
    ['with quoted signs', String.raw`"\"\\@ "@hotmail.com`],
  ] as const)('%s is one', ([, text]) => {
    expect(parseAddress(text).address).toBe(text)
  })

  test.for([
    ['of 65 bytes before the @', `${local(65)}@hotmail.com`],
    ['of 33 letters that take two bytes each', `${'é'.repeat(33)}@hotmail.com`],
    ['of 255 bytes', `${local(64)}@${domain(190)}`],
    ['with a label of 64 characters', `a@${'d'.repeat(64)}.com`],
    ['with one label', 'a@hotmail'],
    ['with a number for its last label', 'a@hotmail.1'],
    ['with a hyphen at the end of a label', 'a@hotmail-.com'],
    ['with a dot at its end', 'a@hotmail.com.'],
    ['with an underscore in its domain', 'a@hot_mail.com'],
    ['with an unfinished quote', '"a@hotmail.com'],
    ['with a quote inside a quote', '"a"b"@hotmail.com'],
    ['with a dot at the end of its local part', 'a.@hotmail.com'],
    ['with NUL', 'a\u0000@hotmail.com'],
    ['with an escape', 'a\u001b@hotmail.com'],
    ['with DEL', 'a\u007f@hotmail.com'],
    ['with a C1 control character', 'a\u009b@hotmail.com'],
    ['with a C1 control character in quotes', '"a\u0085"@hotmail.com'],
    ['with a line separator', 'a\u2028b@hotmail.com'],
    ['with an ideographic space', 'a\u3000b@hotmail.com'],
    ['with a byte order mark inside', 'a\ufeffb@hotmail.com'],
    ['with an override in its domain', 'a@hot\u202email.com'],
    ['with a zero-width joiner in its domain', 'a@hot\u200dmail.com'],
  ] as const)('%s is none', ([, text]) => {
    expect(() => parseAddress(text)).toThrow(expect.objectContaining({ code: 'bad-address' }))
  })
})

describe('settings of a mail program', () => {
  test.for([
    ['imap=host:1/tls', { port: 1 }],
    ['imap=host:65535/tls', { port: 65_535 }],
    ['imap=host:00993/tls', { port: 993 }],
    ['imap=host:993/tls/user=user=x@y', { username: 'user=x@y' }],
  ] as const)('%s can be read', ([text, expected]) => {
    expect(parseUsing(text)).toMatchObject(expected)
  })

  test.for([
    'imap=host:0/tls',
    'imap=host:00000/tls',
    'imap=host:65536/tls',
    'imap=host:99999/tls',
    'imap=host:100000/tls',
    // A name that is all ASCII goes to the DNS as it is on newer Nodes, as the URL standard has it since 2026.
    'imap=xn--tešla:993/tls',
    'imap=host:993/tls/user= ',
    'imap=host:993/tls/user=a\u0000',
    'imap=host:993/tls/user=a\u001fb',
    'imap=host:993/tls/user=a\u007fb',
    'imap=host:993/tls/user=a\u0085b',
    'imap=host:993/tls/user=a\u009fb',
    'imap=ho\u202est:993/tls',
    'imap=ho\u00adst:993/tls',
  ])('%j cannot', (text) => {
    expect(() => parseUsing(text)).toThrow(
      expect.objectContaining({ code: 'bad-using', details: expect.objectContaining({ using: text }) }),
    )
  })
})
