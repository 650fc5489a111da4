import { htmlToText, readMessage } from '@sparekey/core'
import { run } from '@sparekey/testkit/process'
import { readings } from '@sparekey/testkit/readings'
import { describe, expect, it } from 'vitest'
import { missingProgram, requirement } from '../support/requirement.ts'

const python = requirement('clients', missingProgram('python3', '--version'))

/** What Python's email makes of a message: where it fails, nothing. */
const reading = `
import base64, json, sys
from email import message_from_bytes, policy
def seen(raw):
    message = message_from_bytes(raw, policy=policy.default)
    def attempt(read):
        try: return read()
        except Exception: return None
    body = attempt(lambda: message.get_body(preferencelist=('plain', 'html')))
    return {
        'subject': attempt(lambda: str(message['subject'] or '')),
        'text': attempt(lambda: body.get_content().strip()),
        'names': attempt(lambda: [part.get_filename() for part in message.walk() if part.get_filename()]),
    }
`

/**
 * Messages that Python writes, since nothing here should have encoded what it reads: a text in a charset, as a subject in
 * words of both encodings and in words that cut a character, as a body in each transfer encoding, and as a file's name.
 */
const writing = `
import binascii, quopri
from email.utils import encode_rfc2231
def words(octets, charset, encoding, size):
    pieces = [octets[at:at + size] for at in range(0, len(octets), size)]
    def word(piece):
        if encoding == 'b': return '=?%s?b?%s?=' % (charset, base64.b64encode(piece).decode())
        return '=?%s?q?%s?=' % (charset, ''.join('=%02X' % octet for octet in piece))
    return ' '.join(word(piece) for piece in pieces)
def messages(charset, text):
    octets = text.encode(charset)
    for encoding in 'bq':
        for size in (7, 1000):
            yield 'Subject in %s, %d octets a word' % (encoding, size), ('Subject: %s\\r\\n\\r\\n' % words(octets, charset, encoding, size)).encode(), { 'subject': text }
    head = 'Content-Type: text/plain; charset=%s\\r\\n' % charset
    yield 'text as it is', head.encode() + b'\\r\\n' + octets + b'\\r\\n', { 'text': text }
    yield 'text in base64', (head + 'Content-Transfer-Encoding: base64\\r\\n\\r\\n').encode() + base64.encodebytes(octets), { 'text': text }
    yield 'text in quoted-printable', (head + 'Content-Transfer-Encoding: quoted-printable\\r\\n\\r\\n').encode() + quopri.encodestring(octets), { 'text': text }
    name = text + '.pdf'
    yield 'name of a file', ("Content-Type: application/pdf\\r\\nContent-Disposition: attachment; filename*=%s\\r\\n\\r\\nx" % encode_rfc2231(name, charset)).encode(), { 'names': [name] }
`

const texts: readonly [string, string][] = [
  ['It’s “done” – 5 €', 'cp1252 windows-1252 utf-8 utf-7'],
  ['Grüße aus Köln', 'iso-8859-1 latin1 cp850 cp437 mac-roman iso-8859-15 utf-8'],
  ['Zażółć gęślą jaźń', 'iso-8859-2 windows-1250 utf-8'],
  ['Привет, мир', 'koi8-r windows-1251 iso-8859-5 cp866 utf-8'],
  ['Γειά σου Κόσμε', 'iso-8859-7 windows-1253'],
  ['שלום עולם', 'iso-8859-8 windows-1255'],
  ['สวัสดีชาวโลก', 'tis-620 iso-8859-11 cp874'],
  ['日本語のメールです。', 'iso-2022-jp iso-2022-jp-1 iso-2022-jp-2 shift_jis cp932 euc-jp utf-8 utf-7'],
  ['①㈱髙橋', 'cp932 utf-8'],
  ['ﾊﾝｶｸｶﾅ', 'shift_jis euc-jp'],
  ['中文邮件测试', 'gb2312 gbk gb18030 hz utf-8'],
  ['中文郵件測試', 'big5 big5hkscs cp950 gb18030'],
  ['한국어 메일입니다', 'euc-kr cp949 iso-2022-kr utf-8'],
  ['😀 emoji 👨‍👩‍👧', 'utf-8'],
]

type Found = { subject: string | null; text: string | null; names: (string | null)[] | null }
type Written = { about: string; raw: string; meant: Partial<Found>; python: Found }

async function askPython(script: string, given: unknown): Promise<unknown> {
  const env = { LC_ALL: 'C.UTF-8' }
  const { code, stdout, stderr } = await run('python3', ['-c', reading + script], { stdin: JSON.stringify(given), env })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return JSON.parse(stdout)
}

async function core(raw: Buffer): Promise<Found> {
  const { headers, text, html, attachments } = await readMessage(raw)
  return {
    subject: String(headers['subject'] ?? ''),
    text: (text ?? (html === null ? '' : await htmlToText(html))).trim(),
    names: attachments.map(({ filename }) => filename).filter((name) => name !== null),
  }
}

/** Which of the things that were meant a reader found. */
function right(found: Found, meant: Partial<Found>): string[] {
  const same = (name: keyof Found) => JSON.stringify(found[name]) === JSON.stringify(meant[name])
  return (Object.keys(meant) as (keyof Found)[]).filter(same)
}

describe.runIf(python.met)(python.title('Python’s email reads no message better'), () => {
  it('of those that real ones were like', async () => {
    const script = `print(json.dumps([seen(base64.b64decode(raw)) for raw in json.load(sys.stdin)]))`
    const found = (await askPython(
      script,
      readings.map(({ raw }) => raw.toString('base64')),
    )) as Found[]
    const better: string[] = []
    let more = 0
    for (const [index, { about, raw, seen }] of readings.entries()) {
      const { subject, text, attachments } = seen
      const names = attachments?.map(({ filename }) => filename).filter((name) => name !== null)
      const meant = JSON.parse(JSON.stringify({ subject, text, names })) as Partial<Found>
      const [ours, theirs] = [right(await core(raw), meant), right(found[index]!, meant)]
      if (theirs.some((name) => !ours.includes(name))) better.push(about)
      if (ours.length > theirs.length) more++
    }
    expect(better).toEqual([])
    // Else the comparison would not be one.
    expect(more).toBeGreaterThan(readings.length / 4)
  })

  it('of those it writes itself, in any charset it has', async () => {
    const script = `${writing}
print(json.dumps([{ 'about': charset + ': ' + about, 'raw': base64.b64encode(raw).decode(), 'meant': meant, 'python': seen(raw) }
    for text, charset in json.load(sys.stdin) for about, raw, meant in messages(charset, text)]))`
    const pairs = texts.flatMap(([text, charsets]) => charsets.split(' ').map((charset) => [text, charset]))
    const written = (await askPython(script, pairs)) as Written[]
    const wrong: string[] = []
    for (const { about, raw, meant, python: theirs } of written) {
      const ours = await core(Buffer.from(raw, 'base64'))
      const names = right(theirs, meant)
      if (names.some((name) => !right(ours, meant).includes(name))) wrong.push(`${about}: ${JSON.stringify(ours)}`)
    }
    expect(wrong).toEqual([])
    expect(written).toHaveLength(pairs.length * 8)
  })
})
