import { HtmlValidate, type ResolvedConfig, StaticConfigLoader } from 'html-validate'
import { expect, test } from 'vitest'
import { builtPages } from './testing/built.ts'

/** Reads what elements there are once, and not for every page anew: most of the time went there. */
class OnceLoader extends StaticConfigLoader {
  #known: ResolvedConfig | Promise<ResolvedConfig> | undefined

  override getConfigFor(handle: string): ResolvedConfig | Promise<ResolvedConfig> {
    return (this.#known ??= super.getConfigFor(handle))
  }
}

const loader = new OnceLoader({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // Both are correct HTML: how hono writes elements without content, and a page's long title.
    'void-style': 'off',
    'long-title': 'off',
    // A landmark that scrolls is reached with the keyboard (WCAG 2.1.1).
    'prefer-native-element': ['error', { exclude: ['region'] }],
    // No page loads anything from elsewhere, which is what integrity would guard.
    'require-sri': 'off',
  },
})
const validator = new HtmlValidate(loader)

test('every page is valid HTML', async () => {
  const complaints: string[] = []
  for (const { file, html } of builtPages) {
    const { results } = await validator.validateString(html, file)
    for (const { messages } of results)
      for (const { line, ruleId, message } of messages) complaints.push(`${file}:${line} ${ruleId}: ${message}`)
  }
  expect(builtPages.length).toBeGreaterThan(100)
  expect(complaints.slice(0, 20)).toEqual([])
})

test('the validator complains of a page that is not', async () => {
  const { valid } = await validator.validateString('<!doctype html><html><body><p><div></p></body></html>')
  expect(valid).toBe(false)
})
