/** What the pages do in a browser, opened from a disk: the paste box and the settings, and what they never do. */
import { explain } from '@sparekey/core'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { browserNeeded, openPage } from '../browser/desk.ts'
import { fromDisk, twins } from './site.ts'

/** MS-SMTP-12 */
const refusal =
  '535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [LO2P265CA0482 08DE6F7B77124F67]'

const retired = (lang: 'en' | 'ja') => explain('basic-auth-retired', lang).title
const retiredPage = (file: string) => fromDisk(file.replace('explain.html', 'findings/basic-auth-retired.html'))

/** A page that notes every request that is not for its own files, and every complaint of the browser. */
async function watched(file: string): Promise<{ page: Page; heard: string[]; address: string }> {
  const page = await openPage({ viewport: { width: 1280, height: 900 } })
  const heard: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) heard.push(request.url())
  })
  page.on('pageerror', (error) => heard.push(error.message))
  page.on('console', (message) => {
    if (message.type() !== 'log') heard.push(message.text())
  })
  const address = fromDisk(file)
  await page.goto(address)
  return { page, heard, address }
}

async function paste(page: Page, text: string): Promise<void> {
  await page.locator('#message').fill(text)
  await page.locator('button[type=submit]').click()
  await page.locator('.result').first().waitFor()
}

describe.runIf(browserNeeded.met)(browserNeeded.title('the paste box'), () => {
  for (const { lang, file } of twins('explain.html')) {
    it(`explains what is pasted, and leads to the page about it (${lang})`, async () => {
      const { page, heard } = await watched(file)
      await paste(page, refusal)
      expect(await page.locator('.result h2').textContent()).toBe(retired(lang))
      expect(await page.locator('.result .recognised code').textContent()).toContain('basic authentication is disabled')
      await page.locator('.result .more a').click()
      expect(await page.locator('h1').textContent()).toBe(retired(lang))
      expect(page.url()).toBe(retiredPage(file))
      expect(heard).toEqual([])
      await page.context().close()
    })

    it(`says so when there is nothing to explain (${lang})`, async () => {
      const { page } = await watched(file)
      await page.locator('button[type=submit]').click()
      expect(await page.locator('#problem').textContent()).not.toBe('')
      expect(await page.locator('.result').count()).toBe(0)
      await page.context().close()
    })
  }

  it('explains as soon as something is pasted, and again when more is known', async () => {
    const { page } = await watched('explain.html')
    await page.locator('#message').fill('NO LOGIN failed.')
    await page.locator('.result .code code', { hasText: 'plain-refusal' }).waitFor()
    await page.locator('#account').fill('hanako@hotmail.com')
    await page.locator('.result .code code', { hasText: 'basic-auth-retired' }).waitFor()
    await page.locator('#message').fill('')
    await page.locator('.result').waitFor({ state: 'detached' })
    expect(await page.locator('#problem').textContent()).toBe('')
    await page.context().close()
  })

  it('takes what else a person knows into account', async () => {
    const { page } = await watched('explain.html')
    await page.locator('summary').click()
    await page.locator('#account').fill('hanako@hotmail.com')
    await page.locator('#day').fill('2026-11-22')
    await paste(page, 'NO LOGIN failed.')
    await page.locator('.result .more a').click()
    expect(page.url()).toBe(retiredPage('explain.html'))
    await page.context().close()
  })

  it('opens the fields that would tell several causes apart', async () => {
    const { page } = await watched('explain.html')
    expect(await page.locator('#account').isVisible()).toBe(false)
    await paste(page, 'NO LOGIN failed.')
    expect(await page.locator('.result .also a').count()).toBeGreaterThan(1)
    expect(await page.locator('#account').isVisible()).toBe(true)
    await page.context().close()
  })

  it('tells each cause of a returned message, and whose it is', async () => {
    const { page } = await watched('explain.html')
    const recipient = (address: string, status: string, reply: string) =>
      `Final-Recipient: rfc822; ${address}\nAction: failed\nStatus: ${status}\nDiagnostic-Code: smtp; ${reply}\n`
    const report = [
      'Reporting-MTA: dns; mx.example.net\n',
      recipient('taro@example.org', '5.2.2', '552 5.2.2 Mailbox full'),
      recipient('jiro@example.com', '5.1.1', '550 5.1.1 User unknown'),
    ]
    await paste(page, report.join('\n'))
    const names = await page.locator('.recipients span').allTextContents()
    expect(names.toSorted()).toEqual(['jiro@example.com', 'taro@example.org'])
    await page.context().close()
  })

  it('shows pasted markup as text and runs nothing of it', async () => {
    const { page, heard } = await watched('explain.html')
    const markup = `<img src=x onerror="document.title='run'">`
    await paste(page, `535 5.7.139 Authentication unsuccessful, ${markup} basic authentication is disabled. ${markup}`)
    expect(await page.locator('.result .recognised code').first().textContent()).toContain(markup)
    expect(await page.locator('#answer img, #answer script').count()).toBe(0)
    expect(await page.title()).not.toBe('run')
    expect(await page.locator('.result h2').textContent()).toBe(retired('en'))
    expect(heard).toEqual([])
    await page.context().close()
  })

  it('puts nothing into the address, keeps nothing, and cannot ask the network for anything', async () => {
    const { page, address } = await watched('explain.html')
    await paste(page, `${refusal} password=hunter2`)
    expect(page.url()).toBe(address)
    expect(await page.evaluate('JSON.stringify([history.length, { ...localStorage }, document.cookie])')).toBe(
      '[2,{},""]',
    )
    expect(
      await page.evaluate(`new Promise((refused) => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => refused(effectiveDirective))
        fetch('https://example.org/').catch(() => undefined)
      })`),
    ).toBe('connect-src')
    await page.reload()
    expect(await page.locator('.result').count()).toBe(0)
    await page.context().close()
  })

  it('starts again with one button', async () => {
    const { page } = await watched('explain.html')
    await page.locator('.example').last().click()
    await page.locator('.result').first().waitFor()
    await page.locator('button[type=reset]').click()
    expect(await page.locator('.result').count()).toBe(0)
    expect(await page.locator('#message').inputValue()).toBe('')
    await page.context().close()
  })

  it('without JavaScript says why it needs it, and leads elsewhere', async () => {
    const page = await openPage({ javaScriptEnabled: false })
    await page.goto(fromDisk('explain.html'))
    expect(await page.locator('#tool').isVisible()).toBe(false)
    await page.locator('main .note a').first().click()
    expect(page.url()).toBe(fromDisk('replies/index.html'))
    await page.context().close()
  })
})

describe.runIf(browserNeeded.met)(browserNeeded.title('the settings page'), () => {
  for (const { lang, file } of twins('settings.html'))
    it(`shows what to type for an address and a day (${lang})`, async () => {
      const { page, heard, address } = await watched(file)
      await page.locator('#address').fill('hanako@hotmail.com')
      await page.locator('#day').fill('2021-05-01')
      const hosts = () => page.locator('.server dd:nth-of-type(1) code').allTextContents()
      expect(await hosts()).toEqual(['pop-mail.outlook.com', 'imap-mail.outlook.com', 'smtp-mail.outlook.com'])
      expect(await page.locator('#answer .warning').count()).toBe(0)
      await page.locator('#day').fill('2026-11-22')
      expect(await hosts()).toEqual(['outlook.office365.com', 'outlook.office365.com', 'smtp-mail.outlook.com'])
      expect(await page.locator('#answer .warning').count()).toBe(1)
      expect(heard).toEqual([])
      expect(page.url()).toBe(address)
      await page.context().close()
    })

  it('asks whose account it is where the domain does not tell', async () => {
    const { page } = await watched('settings.html')
    await page.locator('#address').fill('hanako@contoso.example')
    expect(await page.locator('#kind').isVisible()).toBe(true)
    expect(await page.locator('.server code').allTextContents()).toContain('smtp.office365.com')
    await page.locator('#kind-personal').check()
    expect(await page.locator('.server code').allTextContents()).toContain('smtp-mail.outlook.com')
    await page.locator('#address').fill('hanako@contoso.onmicrosoft.com')
    expect(await page.locator('#kind').isVisible()).toBe(false)
    await page.context().close()
  })

  it('copies a value, and says so', async () => {
    const { page } = await watched('settings.html')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.locator('#address').fill('hanako@hotmail.com')
    const button = page.locator('.server .copy').first()
    await button.click()
    await button.filter({ hasText: 'Copied' }).waitFor()
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('outlook.office365.com')
    await page.context().close()
  })

  it('tells that something is no address only when it is finished', async () => {
    const { page } = await watched('settings.html')
    await page.locator('#address').pressSequentially('hanako')
    expect(await page.locator('#problem').textContent()).toBe('')
    await page.locator('button[type=submit]').click()
    expect(await page.locator('#problem').textContent()).not.toBe('')
    await page.context().close()
  })

  it('without JavaScript shows every table, and no field that would do nothing', async () => {
    const page = await openPage({ javaScriptEnabled: false })
    await page.goto(fromDisk('ja/settings.html'))
    expect(await page.locator('#tool').isVisible()).toBe(false)
    expect(await page.locator('table').count()).toBeGreaterThanOrEqual(6)
    expect(await page.locator('main').textContent()).toContain('pop-mail.outlook.com')
    await page.context().close()
  })
})

describe.runIf(browserNeeded.met)(browserNeeded.title('every page'), () => {
  it('leads to its twin and back, and stays where one is', async () => {
    const page = await openPage({})
    await page.goto(fromDisk('findings/throttled.html'))
    await page.locator('.languages a').click()
    expect(page.url()).toBe(fromDisk('ja/findings/throttled.html'))
    expect(await page.locator('html').getAttribute('lang')).toBe('ja')
    await page.locator('.languages a').click()
    expect(page.url()).toBe(fromDisk('findings/throttled.html'))
    await page.context().close()
  })

  it('is operated with the keyboard: first of all past the navigation', async () => {
    const page = await openPage({})
    await page.goto(fromDisk('index.html'))
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.className')).toBe('skip')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.className')).toBe('button')
    await page.context().close()
  })
})
