/**
 * What everybody needs, checked on every page by hand: a language, one heading, landmarks, names for all that can be
 * operated, contrast in light and dark, the keyboard, and room on a narrow screen.
 */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { browserNeeded, hanako, openPage, password, signInWith, sitDown } from './desk.ts'

const visited = [
  '/',
  '/security',
  '/proofs/manage/additional',
  '/proofs/AppPassword',
  '/proofs/AppPassword/created',
  '/password',
  '/mail/settings',
  '/activity',
  '/mail/folders/Inbox',
  '/mail/folders/Inbox/1',
  '/link',
  '/signin?login_hint=hanako%40hotmail.com&notice=signed-out',
  '/nowhere',
]

/** Runs in the page: a list of complaints. */
const complaints = `(() => {
  const found = []
  const say = (what, element) => found.push(what + ': ' + element.outerHTML.slice(0, 120))
  const named = (element) => (element.getAttribute('aria-label') || element.textContent || element.title || '').trim() !== ''

  if (!document.documentElement.lang) found.push('no language')
  if (!document.title) found.push('no title')
  if (document.querySelectorAll('h1').length !== 1) found.push('not one h1')
  for (const role of ['main', 'header', 'footer']) if (document.querySelectorAll('body > ' + role).length !== 1) found.push('no ' + role)
  let level = 0
  for (const heading of document.querySelectorAll('h1, h2, h3')) {
    const next = Number(heading.tagName[1])
    if (next > level + 1) say('heading skips a level', heading)
    level = next
  }
  for (const element of document.querySelectorAll('a, button, nav, iframe, summary, [role=region]')) if (!named(element)) say('no name', element)
  for (const input of document.querySelectorAll('input:not([type=hidden]):not([hidden])')) {
    if (!document.querySelector('label[for="' + input.id + '"]')) say('no label', input)
    for (const id of (input.getAttribute('aria-describedby') || '').split(' ').filter(Boolean))
      if (!document.getElementById(id)) say('described by nothing', input)
  }
  for (const element of document.querySelectorAll('[aria-labelledby]'))
    if (!document.getElementById(element.getAttribute('aria-labelledby'))) say('labelled by nothing', element)
  for (const cell of document.querySelectorAll('th')) if (!cell.scope) say('no scope', cell)
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) found.push('id twice: ' + id)
  for (const element of document.querySelectorAll('[tabindex]')) if (element.tabIndex > 0) say('own order', element)

  // WCAG 2.2, 1.4.3: 4.5 to 1.
  const channels = (color) => color.match(/[\\d.]+/g).map(Number)
  const luminance = ([r, g, b]) => {
    const [R, G, B] = [r, g, b].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * R + 0.7152 * G + 0.0722 * B
  }
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = channels(getComputedStyle(at).backgroundColor)
      if (color.length < 4 || color[3] === 1) return color
    }
    return [255, 255, 255]
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    if (!walker.currentNode.textContent.trim() || !element.checkVisibility() || element.tagName === 'NOSCRIPT') continue
    const [one, other] = [luminance(channels(getComputedStyle(element).color)), luminance(behind(element))]
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
    if (ratio < 4.5) say('contrast ' + ratio.toFixed(2), element)
  }
  const root = document.scrollingElement
  if (root.scrollWidth > root.clientWidth) found.push('scrolls sideways: ' + root.scrollWidth + ' in ' + root.clientWidth)
  return found
})()`

async function complaintsOn(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const path of visited) {
    await page.goto(path)
    for (const complaint of (await page.evaluate(complaints)) as string[]) found.push(`${path} ${complaint}`)
  }
  return found
}

describe.runIf(browserNeeded.met)(browserNeeded.title('the account page for everybody'), () => {
  for (const [name, options] of [
    ['in the light', { colorScheme: 'light', viewport: { width: 1100, height: 800 } }],
    ['in the dark', { colorScheme: 'dark', viewport: { width: 1100, height: 800 } }],
    [
      'on a narrow screen, in Japanese',
      { colorScheme: 'light', viewport: { width: 320, height: 640 }, locale: 'ja-JP' },
    ],
  ] as const) {
    it(`gives no cause for complaint ${name}`, async () => {
      await using desk = await sitDown()
      const { microsoft } = desk
      const account = microsoft.accounts.get(hanako)
      microsoft.mail.append(
        hanako,
        'Inbox',
        `Subject: ${'a long subject '.repeat(10)}\r\n\r\n${'word'.repeat(100)}\r\n`,
      )
      const page = await openPage({ baseURL: microsoft.servers.portal, ...options })
      await page.goto('/signin')
      expect(await page.evaluate(complaints)).toEqual([])
      await page.locator('#address').fill(hanako)
      await page.locator('#password').fill('wrong')
      await page.locator('main button').click()
      expect(await page.evaluate(complaints)).toEqual([])
      await page.locator('#password').fill(password)
      await page.locator('main button').click()
      await page.locator('.who').waitFor()
      account.twoStep = true
      account.createAppPassword('a program with quite a long name')
      expect(await complaintsOn(page)).toEqual([])
      await page.context().close()
    })
  }

  it('is operated with the keyboard alone, and shows where one is', async () => {
    await using desk = await sitDown()
    const { page } = desk
    const focused = () => page.evaluate('document.activeElement.textContent.trim() || document.activeElement.name')
    const outlined = () => page.evaluate("getComputedStyle(document.activeElement).outlineStyle !== 'none'")
    await page.goto('/security')
    // The field one needs first has the focus; the way back from there leads to the skip link.
    expect(await focused()).toBe('address')
    await page.keyboard.type(hanako)
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('password')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Security' }).waitFor()
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Advanced security options')
    expect(await outlined()).toBe(true)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Turn on two-step verification' }).focus()
    expect(await outlined()).toBe(true)
    await page.keyboard.press('Space')
    await page.getByRole('status').filter({ hasText: 'Two-step verification is on' }).waitFor()
  })

  it('says first what went wrong, and leads to the field', async () => {
    await using desk = await sitDown()
    const { page } = desk
    await page.goto('/signin')
    await signInWith(page, 'wrong')
    expect(await page.title()).toMatch(/^Problem: /)
    const field = page.getByLabel('Password')
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    const reason = page.locator(`#${await field.getAttribute('aria-describedby')}`)
    expect(await reason.textContent()).toContain('not the password')
    expect(await page.evaluate('document.activeElement.id')).toBe('password')
  })
})
