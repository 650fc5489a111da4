import { describe, expect, test } from 'vitest'
import { hanako, startAccountPage } from '../testing/visitor.ts'

const own =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
const foreign =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox"
const download = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** What every answer has, unless its kind says otherwise. */
const everywhere = {
  'cache-control': 'no-store',
  'content-security-policy': own,
  'content-type': 'text/html; charset=UTF-8',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
}

const letter = [
  'Subject: two parts',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/html',
  '',
  '<p>hello</p>',
  '--b',
  'Content-Type: text/html',
  'Content-Disposition: attachment; filename="a.html"',
  '',
  '<script>alert(1)</script>',
  '--b--',
  '',
].join('\r\n')

async function headersOf(ask: (site: ReturnType<typeof startAccountPage>) => Promise<{ headers: Headers }>) {
  using site = startAccountPage()
  site.store.mailbox(hanako).inbox.append(Buffer.from(letter))
  const { headers } = await ask(site)
  const { 'set-cookie': _, 'content-length': __, ...fields } = Object.fromEntries(headers)
  return fields
}

describe('a page of ours', () => {
  test.each(['/', '/signin', '/link', '/continue'])('%s, to a stranger', async (path) => {
    expect(await headersOf((site) => site.visitor().get(path))).toEqual(everywhere)
  })

  test.each(['/security', '/proofs/AppPassword', '/mail/folders/Inbox', '/mail/folders/Inbox/1', '/no-such-page'])(
    '%s, to its owner',
    async (path) => {
      expect(await headersOf(async (site) => (await site.owner()).get(path))).toEqual(everywhere)
    },
  )

  test('that refuses a form', async () => {
    expect(await headersOf((site) => site.visitor().post('/signin'))).toEqual(everywhere)
  })

  test('that says that something broke', async () => {
    const broken = headersOf((site) => {
      site.directory.list = () => {
        throw new Error('no directory today')
      }
      return site.visitor().get('/')
    })
    expect(await broken).toEqual(everywhere)
  })

  test.each([
    ['/security', '/signin?return=%2Fsecurity'],
    ['/signin/code', '/signin'],
  ])('%s, which leads elsewhere', async (path, location) => {
    const { 'content-type': _, ...rest } = everywhere
    expect(await headersOf((site) => site.visitor().get(path))).toEqual({ ...rest, location })
  })
})

describe('a file of ours', () => {
  test.each([
    ['/assets/style.css', 'text/css; charset=utf-8'],
    ['/assets/live.js', 'text/javascript; charset=utf-8'],
    ['/assets/icon.svg', 'image/svg+xml'],
  ])('%s', async (path, type) => {
    const fields = await headersOf((site) => site.visitor().get(path))
    expect(fields).toEqual({ ...everywhere, 'cache-control': 'max-age=300', 'content-type': type })
  })
})

describe('what a stranger has written', () => {
  test.each([
    ['html', { 'content-security-policy': foreign }],
    ['source', { 'content-security-policy': download, 'content-type': 'text/plain; charset=utf-8' }],
    [
      'attachments/1',
      {
        'content-disposition': `attachment; filename="a.html"; filename*=UTF-8''a.html`,
        'content-security-policy': download,
        'content-type': 'application/octet-stream',
      },
    ],
    ['attachments/2', {}],
  ])('%s', async (part, own) => {
    const fields = await headersOf(async (site) => (await site.owner()).get(`/mail/folders/Inbox/1/${part}`))
    expect(fields).toEqual({ ...everywhere, ...own })
  })
})

test('news of a mailbox', async () => {
  const fields = await headersOf(async (site) => {
    const owner = await site.owner()
    const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const url = 'http://127.0.0.1:1080/mail/changes'
    const answer = await site.app.request(url, { headers: { cookie, accept: 'text/event-stream' } })
    await answer.body?.cancel()
    return answer
  })
  expect(fields).toMatchObject({ 'content-security-policy': own, 'x-content-type-options': 'nosniff' })
})
