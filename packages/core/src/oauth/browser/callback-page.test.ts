import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { callbackPage } from './callback-page.ts'

const statuses = { 'signed-in': 200, declined: 200, failed: 200, foreign: 400, over: 410 } as const
const pages = Object.entries(statuses).flatMap(([name, status]) =>
  (['en', 'ja'] as const).map((lang) => [name as keyof typeof statuses, lang, status] as const),
)

describe('the page on which the browser ends', () => {
  test.for(pages)('%s in %s has the status %d and exactly these header fields', ([name, lang, status]) => {
    const page = callbackPage(name, lang)
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page.body)!
    const hash = createHash('sha256').update(style).digest('base64')
    expect(page.status).toBe(status)
    expect(page.headers).toEqual({
      'content-type': 'text/html; charset=utf-8',
      'content-language': lang,
      'content-security-policy': `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
  })

  test.for(pages)('%s in %s loads nothing, runs nothing, leads nowhere', ([name, lang]) => {
    const { body } = callbackPage(name, lang, 'hanako@hotmail.com')
    expect(body).toContain(`<html lang="${lang}">`)
    expect(body).not.toMatch(/<(?:script|img|link|a|form|iframe)\b|https?:|\son\w+=/i)
  })

  test('says in both languages what happened, each time in other words, and that nothing more is to be done here', () => {
    const said = pages.map(([name, lang]) => {
      const { body } = callbackPage(name, lang)
      const [, title, heading, text] = /<title>(.+)<\/title>.*<h1>(.+)<\/h1>\n<p>(.+)<\/p>\n<\/main>/s.exec(body)!
      expect(heading).toBe(title)
      expect(text).toMatch(lang === 'ja' ? /^[^a-z]+。$/i : /^[A-Z][ -~]+\.$/)
      expect(title).toMatch(lang === 'ja' ? /^[^a-z]+$/i : /^[A-Z][ -~]+$/)
      return title
    })
    expect(new Set(said).size).toBe(pages.length)
    expect(said.slice(0, 2)).toEqual(['You are signed in', 'サインインしました'])
  })

  test('names no account before one is known', () => {
    expect(callbackPage('signed-in', 'en').body).not.toContain('<strong>')
  })

  test('takes an account’s name for text, whatever it holds', () => {
    const { body } = callbackPage('signed-in', 'en', `<img src=x onerror="a('&')">@hotmail.com`)
    expect(body).toContain('<strong>&#60;img src=x onerror=&#34;a(&#39;&#38;&#39;)&#34;&#62;@hotmail.com</strong>')
  })
})
