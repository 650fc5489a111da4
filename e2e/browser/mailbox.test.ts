/** The mailbox in a browser: live, and safe from what strangers write. */
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import type { Page, Request } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { signIn } from '../support/sign-in.ts'
import { browserNeeded, hanako, password, signInWith, sitDown } from './desk.ts'

const message = (subject: string, body = 'Hello', type = 'text/plain; charset=utf-8') =>
  `From: Taro <taro@outlook.jp>\r\nTo: ${hanako}\r\nSubject: ${subject}\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`

async function openMailbox(page: Page): Promise<void> {
  await page.goto('/mail')
  await signInWith(page, password)
  await page.getByRole('heading', { level: 1, name: 'Inbox' }).waitFor()
}

const messageLink = (page: Page, subject: string) => page.getByRole('link', { name: subject })

/** A host of a stranger's: tells of every connection, whatever for. */
async function stranger() {
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    socket.destroy()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => connections,
    [Symbol.asyncDispose]: async () => {
      server.close()
    },
  }
}

/** Everything a page can be made to do or to load, and a few things that look like it. */
const hostile = (host: string) => `<!doctype html><html><head><title>owned</title>
<base href="http://${host}/"><link rel="preconnect" href="http://${host}"><LINK rel=dns-prefetch href="//${host}">
<link rel=prefetch href="http://${host}/p"><link rel=stylesheet href="http://${host}/s.css"><link rel=modulepreload href="http://${host}/m.js">
<meta http-equiv="refresh" content="0;url=http://${host}/refresh"><meta http-equiv="Content-Security-Policy" content="default-src *">
<style>@import url(http://${host}/i.css);@font-face{font-family:f;src:url(http://${host}/f.woff)}body{font-family:f;background:url(http://${host}/b.png)}</style>
<script>top.document.title='owned';document.title='owned';fetch('http://${host}/x')</script></head>
<body onload="top.document.title='owned'"><script src="http://${host}/s.js"></script>
<img id=pixel src="http://${host}/pixel.png" onerror="top.document.title='owned'"><img srcset="http://${host}/2x.png 2x">
<svg onload="top.document.title='owned'"><image href="http://${host}/svg.png"/><use href="http://${host}/u.svg#x"/></svg>
<video src="http://${host}/v.mp4" poster="http://${host}/poster.png" autoplay></video><audio src="http://${host}/a.mp3" autoplay></audio>
<object data="http://${host}/o"></object><embed src="http://${host}/e"><iframe src="http://${host}/f"></iframe>
<iframe srcdoc="<img src=http://${host}/inner.png>"></iframe>
<form action="http://${host}/form" target=_top><input name=q value=1><button id=send>Send</button></form>
<a id=top href="http://${host}/top" target=_top ping="http://${host}/ping">top</a> <a id=new href="http://${host}/new" target=_blank>new</a>
<a id=same href="http://${host}/same">same</a> <a id=run href="javascript:top.document.title='owned'">run</a>
<p>harmless words</p></body></html>`

describe.runIf(browserNeeded.met)(browserNeeded.title('the mailbox in a browser'), () => {
  it('shows a message the moment it comes, without a reload, and leaves the reader where he was', async () => {
    await using desk = await sitDown()
    const { microsoft, page } = desk
    microsoft.mail.append(hanako, 'Inbox', message('the first'))
    await openMailbox(page)
    const status = page.getByRole('status')
    expect(await status.textContent()).toBe('1 message, 1 unread.')
    await page.evaluate("document.querySelector('[role=status]').dataset.same = 'yes'")
    await messageLink(page, 'the first').focus()

    microsoft.mail.append(hanako, 'Inbox', message('the <second>'))
    await messageLink(page, 'the <second>').waitFor()
    expect(await status.textContent()).toBe('2 messages, 2 unread.')
    // The same element with another text: that is what a screen reader speaks.
    expect(await page.evaluate("document.querySelector('[role=status]').dataset.same")).toBe('yes')
    expect(await page.evaluate('document.activeElement.textContent')).toContain('the first')

    // What a mail program does shows, too.
    const { wire } = await signIn.imap(microsoft, { username: hanako, secret: password })
    await wire.ask('A2 SELECT Inbox', (line) => line.startsWith('A2 '))
    await wire.ask('A3 STORE 1 +FLAGS (\\Seen)', (line) => line.startsWith('A3 '))
    await page.getByText('2 messages, 1 unread.').waitFor()
    await wire.ask('A4 CREATE Journeys', (line) => line.startsWith('A4 '))
    await page.getByRole('navigation', { name: 'Folders' }).getByRole('link', { name: 'Journeys' }).waitFor()
    await wire[Symbol.asyncDispose]()
  })

  it('goes to the sign-in page when the session ends elsewhere', async () => {
    await using desk = await sitDown()
    const { microsoft, page } = desk
    await openMailbox(page)
    microsoft.oauth.signOutEverywhere(hanako)
    microsoft.mail.append(hanako, 'Inbox', message('not for whoever sits there now'))
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor({ timeout: 30_000 })
    expect(await page.content()).not.toContain('not for whoever')
  })

  it('is complete without JavaScript, and reloads by itself on request', async () => {
    await using desk = await sitDown({ context: { javaScriptEnabled: false } })
    const { microsoft, page } = desk
    await openMailbox(page)
    microsoft.mail.append(hanako, 'Inbox', message('later'))
    await page.getByRole('link', { name: 'Reload', exact: true }).click()
    await messageLink(page, 'later').click()
    await page.getByText('Hello').waitFor()
    await page.getByText('All header fields').click()
    await page.getByText('text/plain; charset=utf-8').waitFor()
    await page.getByRole('link', { name: 'Source of the message' }).click()
    expect(await page.getByText('Subject: later').textContent()).toContain('Hello')
  })

  it('lets HTML from outside run nothing, load nothing, and go nowhere', async () => {
    await using host = await stranger()
    await using desk = await sitDown()
    const { microsoft, page } = desk
    const here = microsoft.servers.portal
    const requests: Request[] = []
    page.context().on('request', (request) => requests.push(request))
    let dialogs = 0
    page.on('dialog', (dialog) => {
      dialogs += 1
      void dialog.dismiss()
    })
    microsoft.mail.append(hanako, 'Inbox', message('hostile', hostile(host.address), 'text/html; charset=utf-8'))
    await openMailbox(page)
    await messageLink(page, 'hostile').click()
    const frame = page.frameLocator('iframe')
    await frame.getByText('harmless words').waitFor()
    const title = await page.title()
    const place = page.url()
    for (const id of ['top', 'new', 'same', 'run', 'send']) await frame.locator(`#${id}`).click()
    expect(page.context().pages()).toHaveLength(1)
    expect(page.url()).toBe(place)
    expect(await frame.getByText('harmless words').count()).toBe(1)
    expect(await page.title()).toBe(title)
    expect(title).toBe('hostile – sparekey mock')
    expect(dialogs).toBe(0)
    expect(host.connections()).toBe(0)
    // The browser names what it was about to load, and why it did not.
    const foreign = requests.filter((request) => !request.url().startsWith(here))
    const forbidden = foreign.filter((request) => ['csp', 'origin'].includes(request.failure()?.errorText ?? ''))
    expect(forbidden.map((request) => request.url())).toEqual(foreign.map((request) => request.url()))

    // Opened by itself, the frame's page is as powerless: it has no origin to act for.
    await page.goto(new URL(await page.locator('iframe').getAttribute('src').then(String), here).href)
    await page.getByText('harmless words').waitFor()
    expect(await page.title()).toBe('owned')
    expect(await page.evaluate('self.origin')).toBe('null')
    expect(host.connections()).toBe(0)
  })

  it('saves attachments under harmless names, and never opens them', async () => {
    await using desk = await sitDown()
    const { microsoft, page } = desk
    const mixed = [
      'Subject: files',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: text/html; name="../../evil.html"',
      'Content-Disposition: attachment; filename="../../evil.html"',
      '',
      '<script>alert(1)</script>',
      '--x--',
      '',
    ].join('\r\n')
    microsoft.mail.append(hanako, 'Inbox', mixed)
    await openMailbox(page)
    await messageLink(page, 'files').click()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'evil.html' }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe('evil.html')
    expect(await readFile(await file.path(), 'utf8')).toBe('<script>alert(1)</script>')
  })
})
