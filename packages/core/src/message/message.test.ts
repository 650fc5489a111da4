import { hostileText } from '@sparekey/testkit/hostile'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SparekeyError } from '../errors/sparekey-error.ts'
import { failureOf } from '@sparekey/testkit/failure'
import { composeMessage, type Draft } from './compose.ts'
import { prepareEml, withCrlf } from './eml.ts'
import { splitHeader } from './header.ts'
import { readMessage, summarize } from './read.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const date = new Date('2021-05-01T09:00:00Z')
const draft: Draft = { from: 'hanako@hotmail.com', to: ['taro@example.com'], date }

describe('a message that is composed', () => {
  test('carries Japanese, HTML and attachments, and reads back as it was written', async () => {
    const content = Buffer.from([0, 1, 2, 255, 13, 10, 46, 13, 10])
    const { raw, envelope, messageId } = await composeMessage({
      ...draft,
      from: '花子 <hanako@hotmail.com>',
      cc: ['"Jiro, the second" <jiro@example.com>'],
      subject: 'アプリ パスワードのご案内、とても長い件名なので折り返されるはずです',
      text: 'こんにちは。\n.点で始まる行\n',
      html: '<p>こんにちは。</p>',
      attachments: [{ filename: '請求書.pdf', content, contentType: 'application/pdf' }],
    })
    expect(envelope).toEqual({ from: 'hanako@hotmail.com', to: ['taro@example.com', 'jiro@example.com'] })
    const read = await readMessage(raw)
    expect(read.headers).toMatchObject({
      from: '花子 <hanako@hotmail.com>',
      subject: 'アプリ パスワードのご案内、とても長い件名なので折り返されるはずです',
      'message-id': messageId,
      date: 'Sat, 01 May 2021 09:00:00 +0000',
    })
    expect(read.text?.trim()).toBe('こんにちは。\n.点で始まる行')
    expect(read.html?.trim()).toBe('<p>こんにちは。</p>')
    expect(read.attachments).toEqual([{ filename: '請求書.pdf', contentType: 'application/pdf', size: content.length }])
  })

  test('has CRLF line ends only, and no line beyond what SMTP carries', async () => {
    const { raw } = await composeMessage({
      ...draft,
      subject: 'long '.repeat(400),
      text: `a\nb\r\nc\rd ${'x'.repeat(3000)}`,
    })
    expect(raw.toString('latin1')).not.toMatch(/(?<!\r)\n|\r(?!\n)/)
    for (const line of raw.toString('latin1').split('\r\n')) expect(line.length).toBeLessThanOrEqual(998)
  })

  test('names its blind recipients in the envelope and nowhere else', async () => {
    const { raw, envelope } = await composeMessage({
      ...draft,
      bcc: ['secret@example.com', 'taro@example.com'],
      text: 'x',
    })
    expect(envelope.to).toEqual(['taro@example.com', 'secret@example.com'])
    expect(raw.toString()).not.toMatch(/bcc|secret@example\.com/i)
  })

  test('does not let a line end in a subject or name become a header', async () => {
    const { raw } = await composeMessage({
      ...draft,
      subject: 'hello\r\nBcc: eve@example.com\r\n\r\nbody',
      attachments: [{ filename: 'a\r\nX-Evil: 1', content: bytes('x') }],
    })
    const { headers } = await readMessage(raw)
    expect(Object.keys(headers)).not.toContain('bcc')
    expect(raw.toString()).not.toMatch(/^(Bcc|X-Evil):/im)
  })

  test('takes nothing from files', async () => {
    const attachment = { filename: 'passwd', path: '/etc/passwd', content: bytes('mine') }
    const { raw } = await composeMessage({ ...draft, text: 'x', attachments: [attachment] })
    expect(raw.toString()).not.toContain(Buffer.from('root:').toString('base64').slice(0, 6))
  })

  test.each([
    [{ to: ['taro'] }, 'bad-address'],
    [{ to: ['taro@exa mple.com'] }, 'bad-address'],
    [{ to: ['taro@example.com>, <eve@example.com'] }, 'bad-address'],
    [{ to: ['taro@example.com\r\nRCPT TO:<eve@example.com>'] }, 'bad-address'],
    [{ to: [''] }, 'bad-address'],
    [{ to: [] }, 'bad-message'],
    [{ from: 'hanako@hotmail.com, taro@example.com' }, 'bad-address'],
  ] as const)('with %j is refused', async (change, code) => {
    await expect(composeMessage({ ...draft, ...change })).rejects.toMatchObject({ code })
  })

  test('with more recipients than a server takes is refused', async () => {
    const to = Array.from({ length: 501 }, (_, index) => `a${index}@example.com`)
    await expect(composeMessage({ ...draft, to })).rejects.toMatchObject({
      code: 'bad-message',
      details: { problem: 'too-many-recipients' },
    })
  })

  test('takes several addresses in one, with names or without', async () => {
    const { envelope } = await composeMessage({ ...draft, to: ['a@example.com, "B, C" <b@example.com>'] })
    expect(envelope.to).toEqual(['a@example.com', 'b@example.com'])
  })
})

describe('a message given as a file', () => {
  const eml = bytes(
    [
      'Received: from a',
      '\tby b',
      'From: =?utf-8?B?6Iqx5a2Q?= <hanako@hotmail.com>',
      'To: taro@example.com, "Jiro" <jiro@example.com>',
      'BCC: secret@example.com,',
      ' other@example.com',
      'Subject: \xc3\xa9',
      'Message-ID: <1@example.com>',
      '',
      '.dot',
      'Bcc: this is body',
      '\xff\x00',
      '',
    ].join('\r\n'),
  )

  test('is sent without its Bcc and otherwise byte for byte', async () => {
    const { raw, envelope, messageId } = await prepareEml(eml)
    expect(raw.toString('latin1')).toBe(
      eml.toString('latin1').replace('BCC: secret@example.com,\r\n other@example.com\r\n', ''),
    )
    expect(envelope).toEqual({
      from: 'hanako@hotmail.com',
      to: ['taro@example.com', 'jiro@example.com', 'secret@example.com', 'other@example.com'],
    })
    expect(messageId).toBe('<1@example.com>')
  })

  test('has its bare line ends turned into CRLF', async () => {
    const lf = bytes(eml.toString('latin1').replaceAll('\r\n', '\n'))
    expect((await prepareEml(lf)).raw).toEqual((await prepareEml(eml)).raw)
    expect(withCrlf(bytes('a\rb\nc\r\n')).toString()).toBe('a\r\nb\r\nc\r\n')
  })

  test('that was resent goes to those it was resent to, from who resent it', async () => {
    const { envelope, raw } = await prepareEml(
      bytes(
        'Resent-From: b@example.com\nResent-To: c@example.com\nResent-Bcc: d@example.com\nFrom: a@example.com\nTo: b@example.com\n\nx',
      ),
    )
    expect(envelope).toEqual({ from: 'b@example.com', to: ['c@example.com', 'd@example.com'] })
    expect(raw.toString()).not.toMatch(/bcc/i)
  })

  test('by several authors goes out from its Sender', async () => {
    const { envelope } = await prepareEml(
      bytes('From: a@example.com, b@example.com\nSender: s@example.com\nTo: c@example.com, Team: d@example.com;\n\n'),
    )
    expect(envelope).toEqual({ from: 's@example.com', to: ['c@example.com', 'd@example.com'] })
  })

  test.each([
    ['names nobody', 'Subject: x\r\n\r\n', ''],
    ['hides its recipients', 'From: a@example.com\r\nTo: undisclosed-recipients:;\r\n\r\n', ''],
    [
      'names others',
      'From: a@example.com\r\nTo: b@example.com\r\nBcc: c@example.com\r\n\r\n',
      'Bcc: c@example.com\r\n',
    ],
  ])('that %s goes from and to whom it is given with', async (_, text, takenOut) => {
    const given = { from: '花子 <s@example.com>', to: ['d@example.com, "E" <e@example.com>', 'd@example.com'] }
    const { envelope, raw } = await prepareEml(bytes(text), given)
    expect(envelope).toEqual({ from: 's@example.com', to: ['d@example.com', 'e@example.com'] })
    expect(raw.toString()).toBe(text.replace(takenOut, ''))
  })

  test.each([{ from: 'nobody' }, { from: 'a@b.c, d@e.f' }, { to: ['nobody'] }])(
    'with %j is refused, whatever it names itself',
    async (given) => {
      await expect(prepareEml(eml, given)).rejects.toMatchObject({
        code: 'bad-address',
        details: { address: [given.from ?? given.to].flat()[0] },
      })
    },
  )

  test.each([
    ['nothing', '', 'no header', 'no-header'],
    ['no header', 'hello world\n', 'Line 1', 'no-header'],
    ['an mbox', 'From hanako Sat May  1 09:00:00 2021\nTo: a@example.com\n\n', 'Line 1', 'no-header'],
    ['a broken header', 'From: a@example.com\nwhat is this\n\n', 'Line 2', 'no-header'],
    ['a folded line at the beginning', ' From: a@example.com\n\n', 'Line 1', 'no-header'],
    ['no sender', 'To: a@example.com\n\n', 'From', 'no-sender'],
    ['no recipient', 'From: a@example.com\n\n', 'recipient', 'no-recipients'],
    ['a picture', '\x89PNG\r\n\x1a\n', 'Line 1', 'no-header'],
  ])('that is %s is refused', async (_, text, word, problem) => {
    await expect(prepareEml(bytes(text))).rejects.toMatchObject({
      code: 'bad-message',
      message: expect.stringContaining(word),
      details: { problem },
    })
  })

  test('is cut into fields that, joined, are the message again', async () => {
    const line = fc.oneof(fc.constantFrom('A: b', ' folded', 'Bcc: x@example.com', '', '.'), hostileText)
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.constantFrom('\n', '\r\n'), async (lines, end) => {
        const raw = Buffer.from(lines.join(end))
        let joined: Buffer | undefined
        const failed = await failureOf(() => {
          const { fields, rest } = splitHeader(raw)
          joined = Buffer.concat([...fields.map((field) => field.bytes), rest])
        })
        expect(failed instanceof SparekeyError || joined?.equals(raw)).toBe(true)
      }),
    )
  })
})

describe('a message that is read', () => {
  test('gives a header that stands twice as a list, whatever it is called', async () => {
    const { headers } = await readMessage(bytes('Received: a\r\nReceived: b\r\n__proto__: c\r\nconstructor: d\r\n\r\n'))
    expect(JSON.stringify(headers)).toBe('{"received":["a","b"],"__proto__":"c","constructor":"d"}')
  })

  test('gives what it has, and null for what it has not', async () => {
    expect(await readMessage(bytes('Subject: x\r\n\r\n'))).toMatchObject({ html: null, attachments: [] })
  })

  test.each([
    [
      'nested without end',
      Array.from({ length: 500 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join(
        '',
      ),
    ],
    ['of parts without number', `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\n'.repeat(50_000)}`],
    ['of headers without end', `X: ${'y'.repeat(2_000_000)}\r\n\r\n`],
  ])('is refused if it is %s', async (_, text) => {
    await expect(readMessage(bytes(text))).rejects.toMatchObject({
      code: 'bad-message',
      details: { problem: 'too-complex' },
    })
  })

  test('never fails in another way', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'Content-Type: ',
        'multipart/mixed; boundary=b',
        '\r\n',
        '--b',
        '--b--',
        '=?utf-8?B?',
        '?=',
        'To: ',
        '<',
        '"',
        '@',
        ';',
        '(',
      ),
      hostileText,
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const raw = Buffer.from(pieces.join(''))
        const failed = await failureOf(() => readMessage(raw))
        expect(failed === undefined || failed instanceof SparekeyError).toBe(true)
        expect(await failureOf(() => summarize(raw))).toBeUndefined()
      }),
    )
  })

  test('is summed up by its header', async () => {
    const header = bytes(
      'From: =?utf-8?B?6Iqx5a2Q?= <hanako@hotmail.com>\r\nTo: a@example.com, "B, C" <b@example.com>, Team: d@example.com;\r\n' +
        'Subject: =?iso-2022-jp?B?GyRCRnxLXBsoQg==?=\r\nDate: Sat, 1 May 2021 18:00:00 +0900\r\nMessage-ID: <1@example.com>\r\n\r\n',
    )
    expect(await summarize(header)).toEqual({
      messageId: '<1@example.com>',
      from: '花子 <hanako@hotmail.com>',
      to: ['a@example.com', '"B, C" <b@example.com>', 'Team: d@example.com;'],
      subject: '日本',
      date: '2021-05-01T09:00:00.000Z',
    })
  })

  test('is summed up with empty fields if its header cannot be read', async () => {
    const nothing = { messageId: null, from: null, to: [], subject: '', date: null }
    expect(await summarize(undefined)).toEqual(nothing)
    expect(await summarize(bytes(`X: ${'y'.repeat(2_000_000)}`))).toEqual(nothing)
    expect(await summarize(bytes('Date: yesterday\r\n\r\n'))).toEqual(nothing)
  })
})
