/** The pages for everybody: axe-core, with the rules of WCAG 2.2 AA and its own, in Chromium. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { browserNeeded, openPage } from '../browser/desk.ts'
import { fromDisk, sheet, twins } from './site.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** One page of each kind. */
const kinds = [
  'index.html',
  'explain.html',
  'settings.html',
  'findings/index.html',
  'findings/basic-auth-retired.html',
  'programs/index.html',
  'programs/msmtp.html',
  'replies/index.html',
  'replies/ms-smtp-12.html',
  'aadsts/index.html',
  'aadsts/aadsts50020.html',
  'guides/index.html',
  'guides/two-step-verification.html',
  'guides/copiers-and-nas.html',
  'guides/administrators.html',
  'guides/test-microsoft-sign-in.html',
]

const widths = [360, 800, 1280]
const schemes = ['light', 'dark'] as const
/** What a change of colours alone can break. */
const colourRules = ['color-contrast', 'link-in-text-block']

type Violation = { id: string; nodes: { html: string; failureSummary: string }[] }

/** What axe finds on a page as it stands. The policy of the page keeps scripts out, so axe comes in as the browser's own. */
async function complaints(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate('Boolean(window.axe)'))) await page.evaluate(axe)
  const options = { resultTypes: ['violations'], ...(rules && { runOnly: { type: 'rule', values: rules } }) }
  const violations = (await page.evaluate(
    `axe.run(${JSON.stringify(options)}).then(({ violations }) => violations)`,
  )) as Violation[]
  const sideways = (await page.evaluate(
    'document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth',
  )) as boolean
  return [
    ...violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    ),
    ...(sideways ? ['scrolls sideways'] : []),
  ]
}

describe.runIf(browserNeeded.met)(browserNeeded.title('the pages for everybody'), () => {
  for (const kind of kinds)
    it(`${kind} gives no cause for complaint, in both languages, light and dark, at ${widths.length} widths`, async () => {
      const page = await openPage({})
      const found: string[] = []
      for (const { file } of twins(kind)) {
        await page.goto(fromDisk(file))
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 })
          for (const colorScheme of schemes) {
            await page.emulateMedia({ colorScheme })
            for (const complaint of await complaints(page, colorScheme === 'dark' ? colourRules : undefined))
              found.push(`${file}, ${colorScheme}, ${width}: ${complaint}`)
          }
        }
      }
      expect(found).toEqual([])
      await page.context().close()
    })

  it('change nothing but colours in the dark, so that there only the rules about colours are asked again', () => {
    const styles = readFileSync(sheet, 'utf8')
    const dark = [...styles.matchAll(/@media \(prefers-color-scheme: dark\)\s*\{\s*:root\s*\{([^{}]*)\}\s*\}/g)]
    expect(styles.match(/prefers-color-scheme/g)).toHaveLength(dark.length)
    const names = dark.flatMap(([, set = '']) => set.split(';').flatMap((one) => one.split(':', 1)[0]?.trim() || []))
    expect(names.length).toBeGreaterThan(10)
    expect(names.filter((name) => !name.startsWith('--'))).toEqual([])
  })

  for (const guide of kinds.filter((kind) => kind.startsWith('guides/')))
    it(`${guide} fits the narrowest screen, tables and commands too, in both languages`, async () => {
      const page = await openPage({ viewport: { width: 320, height: 900 } })
      for (const { file } of twins(guide)) {
        await page.goto(fromDisk(file))
        const wide = await page.evaluate(`
          [document.scrollingElement, ...document.querySelectorAll('main .scrolls, main pre')]
            .filter((part) => part.scrollWidth > part.clientWidth)
            .map((part) => part.outerHTML.slice(0, 120))`)
        expect([file, wide]).toEqual([file, []])
      }
      await page.context().close()
    })

  for (const { lang, file } of twins('explain.html'))
    it(`gives no cause for complaint with an answer on it (${lang})`, async () => {
      for (const colorScheme of schemes) {
        const page = await openPage({ colorScheme, viewport: { width: 360, height: 900 } })
        await page.goto(fromDisk(file))
        await page.locator('summary').click()
        await page.locator('#message').fill('NO LOGIN failed.')
        await page.locator('button[type=submit]').click()
        await page.locator('.result').waitFor()
        expect(await complaints(page)).toEqual([])
        await page.context().close()
      }
    })

  for (const { lang, file } of twins('settings.html'))
    it(`gives no cause for complaint with settings on it (${lang})`, async () => {
      const page = await openPage({ viewport: { width: 360, height: 900 } })
      await page.goto(fromDisk(file))
      await page.locator('#address').fill('hanako@contoso.example')
      await page.locator('.server').first().waitFor()
      expect(await complaints(page)).toEqual([])
      await page.context().close()
    })

  it('shows a complaint where there is cause for one', async () => {
    const page = await openPage({})
    await page.goto(fromDisk('index.html'))
    await page.evaluate(`document.querySelector('h1').remove(); document.documentElement.removeAttribute('lang')`)
    expect((await complaints(page)).join()).toContain('html-has-lang')
    expect(await complaints(page, colourRules)).toEqual([])
    await page.evaluate(`document.querySelector('main p').style.color = 'rgb(250 250 250)'`)
    expect((await complaints(page, colourRules)).join()).toContain('color-contrast')
    await page.context().close()
  })
})
