import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hanako, startAccountPage } from '../testing/visitor.ts'

const crlf = (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'))
const simple = (subject: string, body = 'Hello', type = 'text/plain; charset=utf-8') =>
  crlf(`From: Taro <taro@outlook.jp>\nTo: ${hanako}\nSubject: ${subject}\nContent-Type: ${type}\n\n${body}\n`)

async function withMail(...messages: Buffer[]) {
  const accountPage = startAccountPage()
  const { inbox } = accountPage.store.mailbox(hanako)
  for (const message of messages) inbox.append(message)
  return { accountPage, inbox, owner: await accountPage.owner(), [Symbol.dispose]: () => accountPage[Symbol.dispose]() }
}

describe('a folder', () => {
  test('shows its messages, newest first, and which are unread; looking changes no flag', async () => {
    using mail = await withMail(simple('first'), simple('=?utf-8?B?6Iqx6KaL?='), simple('<i>third</i>'))
    mail.inbox.setFlags(mail.inbox.messages[0]!, { mode: 'add', flags: ['\\Seen'] })
    expect((await mail.owner.get('/mail')).location).toBe('/mail/folders/Inbox')
    const { text } = await mail.owner.get('/mail/folders/INBOX')
    const subjects = [...text.matchAll(/class="subject" dir="auto">([^<]*)</g)].map(([, subject]) => subject)
    expect(subjects).toEqual(['&lt;i&gt;third&lt;/i&gt;', '花見', 'first'])
    expect(text).toContain('3 messages, 2 unread.')
    await mail.owner.get('/mail/folders/Inbox/2')
    expect(mail.inbox.unseen).toBe(2)
  })

  test('with any name has a path of its own', async () => {
    using mail = await withMail()
    const mailbox = mail.accountPage.store.mailbox(hanako)
    const names = ['Projects/2021 & more', 'ä?#;+', '日本語', '"><script>', 'settings']
    for (const name of names) mailbox.create(name)
    const list = (await mail.owner.get('/mail/folders/Inbox')).text
    for (const name of names) {
      const path = `/mail/folders/${encodeURIComponent(name)}`
      expect(list).toContain(`href="${path}"`)
      expect((await mail.owner.get(path)).status).toBe(200)
    }
    expect(list).not.toContain('<script>')
  })

  test('that is large comes in pages', async () => {
    using mail = await withMail(...Array.from({ length: 120 }, (_, index) => simple(`number ${index + 1}.`)))
    const pages = await Promise.all(
      ['', '?page=2', '?page=3', '?page=4', '?page=0', '?page=x'].map((query) =>
        mail.owner.get(`/mail/folders/Inbox${query}`),
      ),
    )
    const counts = pages.map(({ text }) => text.match(/class="subject"/g)!.length)
    expect(counts).toEqual([50, 50, 20, 20, 50, 50])
    expect(pages[0]!.text).toContain('number 120.')
    expect(pages[2]!.text).toContain('number 1.')
    expect(pages[1]!.text).toContain('Page 2 of 3')
  })

  test('that does not exist, and a message that does not, are said to be missing', async () => {
    using mail = await withMail(simple('one'))
    for (const path of [
      'Nowhere',
      'Inbox/2',
      'Inbox/0',
      'Inbox/9999999999',
      'Inbox/1/attachments/1',
      'Inbox/x',
      '%E0%A4%A',
    ]) {
      expect((await mail.owner.get(`/mail/folders/${path}`)).status).toBe(404)
    }
  })
})

const hostile = `<!doctype html><title>x</title>
<script>parent.document.title = 'owned'</script><img src="https://evil.example/a.png" onerror="alert(1)">
<link rel=preconnect href="https://evil.example"><LINK rel=dns-prefetch href="//evil.example"><meta http-equiv=refresh content="0;url=https://evil.example">
<base href="https://evil.example/"><form action="https://evil.example"><button>x</button></form><iframe src="https://evil.example"></iframe><A href="https://evil.example">go</A>`

describe('a message with HTML', () => {
  test('is shown in a frame that may do nothing, and never in the page itself', async () => {
    using mail = await withMail(simple('hostile', hostile, 'text/html; charset=utf-8'))
    const { text, headers } = await mail.owner.get('/mail/folders/Inbox/1')
    expect(text).toContain('<iframe class="message"')
    expect(text).toMatch(/<iframe[^>]* sandbox=""/)
    expect(text).not.toContain('evil.example')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
  })

  test('has a policy that holds even where the frame is opened by itself', async () => {
    using mail = await withMail(simple('hostile', hostile, 'text/html; charset=utf-8'))
    const { headers, text } = await mail.owner.get('/mail/folders/Inbox/1/html')
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox",
    )
    expect(headers.get('content-type')).toBe('text/html; charset=UTF-8')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-dns-prefetch-control')).toBe('off')
    expect(text).toContain('<x-link rel=preconnect')
    expect(text).not.toMatch(/<\/?(?:link|meta|base|iframe|a)\b/i)
    expect(text).toContain('<x-A href="https://evil.example">go</x-A>')
  })

  test('shows the pictures that came with it, and only pictures', async () => {
    const related = crlf(`MIME-Version: 1.0
Content-Type: multipart/related; boundary=x

--x
Content-Type: text/html

<img src="cid:flower@here"><img src='CID:page%40here'><img src=cid:missing>
--x
Content-Type: image/png
Content-ID: <flower@here>
Content-Transfer-Encoding: base64

iVBORw==
--x
Content-Type: text/html; name=page.html
Content-ID: <page@here>

<script>alert(1)</script>
--x--
`)
    using mail = await withMail(related)
    const { text } = await mail.owner.get('/mail/folders/Inbox/1/html')
    expect(text).toContain('<img src="data:image/png;base64,iVBORw==">')
    expect(text).toContain("<img src='CID:page%40here'><img src=cid:missing>")
  })

  test('has its charset undone, whatever it says of itself', async () => {
    const japanese = Buffer.concat([
      crlf('Content-Type: text/html; charset=shift_jis\n\n<meta charset=utf-7>'),
      Buffer.from('82b182f182c982bf82cd', 'hex'),
    ])
    using mail = await withMail(japanese)
    expect((await mail.owner.get('/mail/folders/Inbox/1/html')).text).toBe('<x-meta charset=utf-7>こんにちは')
  })
})

test('plain text is text, and so is every header field', async () => {
  const raw = crlf(
    `From: "<img src=x>" <a@b.example>\nSubject: \u202egnp.exe\nX-Odd: </dd><script>alert(1)</script>\n\n<script>alert(2)</script>\n`,
  )
  using mail = await withMail(raw)
  const { text } = await mail.owner.get('/mail/folders/Inbox/1')
  expect(text).toContain('&lt;script&gt;alert(2)&lt;/script&gt;')
  expect(text).toContain('X-Odd</dt>')
  expect(text.match(/<script/g)).toBeNull()
})

test('the source is given byte for byte, as text that no browser takes for anything else', async () => {
  const raw = Buffer.from('Subject: \xff\x00<script>\r\n\r\n\x80', 'latin1')
  using mail = await withMail(raw)
  const cookie = [...mail.owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const response = await mail.accountPage.app.request('http://127.0.0.1:1080/mail/folders/Inbox/1/source', {
    headers: { cookie },
  })
  expect(Buffer.from(await response.arrayBuffer()).equals(raw)).toBe(true)
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('content-security-policy')).toContain('sandbox')
})

test('attachments are saved, never shown, under names that are harmless', async () => {
  const mixed = crlf(`MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=x

--x
Content-Type: text/plain

See the files.
--x
Content-Type: text/html; name="../../page.html"
Content-Disposition: attachment

<script>alert(1)</script>
--x
Content-Type: application/pdf
Content-Disposition: attachment; filename*=utf-8''%E8%8A%B1%E8%A6%8B.pdf
Content-Transfer-Encoding: base64

SGVsbG8=
--x
Content-Type: message/rfc822

Subject: inner

inside
--x--
`)
  using mail = await withMail(mixed)
  const { text } = await mail.owner.get('/mail/folders/Inbox/1')
  for (const part of ['See the files.', 'page.html', '花見.pdf', 'attachment-3.eml']) expect(text).toContain(part)
  const files = await Promise.all(
    [1, 2, 3].map((number) => mail.owner.get(`/mail/folders/Inbox/1/attachments/${number}`)),
  )
  expect(files.map(({ text }) => text.replaceAll('\r\n', '|'))).toEqual([
    '<script>alert(1)</script>',
    'Hello',
    'Subject: inner||inside',
  ])
  expect(files.map(({ headers }) => headers.get('content-disposition'))).toEqual([
    `attachment; filename="page.html"; filename*=UTF-8''page.html`,
    `attachment; filename="__.pdf"; filename*=UTF-8''%E8%8A%B1%E8%A6%8B.pdf`,
    `attachment; filename="attachment-3.eml"; filename*=UTF-8''attachment-3.eml`,
  ])
  for (const { headers } of files) {
    expect(headers.get('content-type')).toBe('application/octet-stream')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain('sandbox')
  }
})

test('any octets at all are shown without failing', async () => {
  using mail = await withMail()
  const { inbox, owner } = mail
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (octets) => {
      const { uid } = inbox.append(Buffer.from(octets))
      for (const path of ['', '/html', '/source']) {
        expect((await owner.get(`/mail/folders/Inbox/${uid}${path}`)).status).toBe(200)
      }
    }),
    { numRuns: 60 },
  )
})

describe('an open page', () => {
  async function listen(mail: Awaited<ReturnType<typeof withMail>>) {
    const cookie = [...mail.owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const abort = new AbortController()
    const response = await mail.accountPage.app.request('http://127.0.0.1:1080/mail/changes', {
      headers: { cookie },
      signal: abort.signal,
    })
    const reader = response.body!.getReader()
    const next = async () => {
      const { value, done } = await reader.read()
      return done ? undefined : Buffer.from(value).toString()
    }
    return { response, next, cancel: () => reader.cancel() }
  }

  test('hears that something changed, in any folder, and never what', async () => {
    using mail = await withMail()
    const { response, next, cancel } = await listen(mail)
    expect(response.headers.get('content-type')).toContain('text/event-stream')
    mail.inbox.append(simple('a secret subject'))
    const news = await next()
    expect(news).toContain('event: change')
    expect(news).not.toContain('secret')
    mail.accountPage.store.mailbox(hanako).create('New folder')
    expect(await next()).toContain('event: change')
    mail.accountPage.store.mailbox(hanako).folder('New folder')!.append(simple('x'))
    expect(await next()).toContain('event: change')
    await cancel()
  })

  test('hears of everything that happens together once', async () => {
    using mail = await withMail()
    const { next, cancel } = await listen(mail)
    for (let count = 0; count < 100; count++) mail.inbox.append(simple('many'))
    expect((await next())!.match(/event: change/g)).toHaveLength(1)
    mail.accountPage.store.mailbox(hanako).folder('Sent')!.append(simple('later'))
    expect((await next())!.match(/event: change/g)).toHaveLength(1)
    await cancel()
  })

  test('hears nothing more once its owner has signed out, or the mock closes', async () => {
    using mail = await withMail()
    const first = await listen(mail)
    mail.accountPage.identity.signOutEverywhere(mail.accountPage.account())
    mail.inbox.append(simple('not for you'))
    expect(await first.next()).toBeUndefined()
    await mail.owner.signIn(hanako)
    const second = await listen(mail)
    mail.accountPage[Symbol.dispose]()
    expect(await second.next()).toBeUndefined()
  })

  test('is refused the news when too many listen, and gets them again when some have left', async () => {
    using mail = await withMail()
    const many = await Promise.all(Array.from({ length: 100 }, () => listen(mail)))
    expect((await mail.owner.get('/mail/changes')).status).toBe(503)
    await Promise.all(many.map(({ cancel }) => cancel()))
    const late = await listen(mail)
    expect(late.response.status).toBe(200)
    await late.cancel()
  })
})

test('without scripts a page reloads by itself only if its reader wants that', async () => {
  using mail = await withMail()
  const plain = (await mail.owner.get('/mail/folders/Inbox')).text
  expect(plain).not.toContain('http-equiv="refresh"')
  expect(plain).toContain('<noscript><p><a href="/mail/folders/Inbox?page=1">Reload</a>')
  const refreshed = (await mail.owner.get('/mail/folders/Inbox?page=1&refresh')).text
  expect(refreshed).toContain('<meta http-equiv="refresh" content="10;url=/mail/folders/Inbox?page=1&amp;refresh"/>')
})
