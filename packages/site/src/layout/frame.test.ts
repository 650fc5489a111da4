import { raw } from 'hono/html'
import { expect, test } from 'vitest'
import { frame } from '../words/ja/frame.ts'
import { render } from './frame.tsx'
import type { Page } from './page.ts'
import { sitemap } from './sitemap.ts'

const page: Page = {
  path: 'findings/ok.html',
  title: 'a <b> & "c"',
  description: 'said "so"',
  section: 'findings',
  body: () => '<script>text</script>',
}

test('what a page says is text, wherever it stands', async () => {
  const html = await render('ja', page, frame)
  expect(html).toContain('<title>a &lt;b&gt; &amp; &quot;c&quot; – sparekey</title>')
  expect(html).toContain('content="said &quot;so&quot;"')
  expect(html).not.toContain('<b>')
})

test('without an address the twins are named from here, and no page calls itself the true one', async () => {
  const html = await render('ja', page, frame)
  expect(html).toContain('<link rel="alternate" hreflang="en" href="../../findings/ok.html"/>')
  expect(html).not.toContain('canonical')
})

test('with one, search engines get whole addresses, and people still follow relative links', async () => {
  const html = await render('ja', page, frame, 'https://example.org/sparekey/')
  expect(html).toContain('<link rel="canonical" href="https://example.org/sparekey/ja/findings/ok.html"/>')
  expect(html).toContain('<link rel="alternate" hreflang="en" href="https://example.org/sparekey/findings/ok.html"/>')
  expect(html).toContain('<a href="../../findings/ok.html" hreflang="en"')
})

test('contents stand beside a page of four parts or more', async () => {
  const parts = (count: number): Page => ({
    ...page,
    body: () =>
      raw([...Array(count).keys()].map((n) => `<h2 id="part-${n}"><a href="#part-${n}">Part ${n}</a></h2>`).join('')),
  })
  expect(await render('ja', parts(3), frame)).not.toContain('class="contents"')
  expect(await render('ja', parts(4), frame)).toContain('<li><a href="#part-3">Part 3</a></li>')
})

test('the list of all pages has whole addresses', () => {
  expect(sitemap('https://example.org/sparekey/', ['index.html', 'ja/index.html'])).toContain(
    '<url><loc>https://example.org/sparekey/ja/index.html</loc></url>',
  )
})
