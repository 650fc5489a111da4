import { expect, test } from 'vitest'
import { placeOf } from './place.ts'

test('links are relative to the page, in its own language', () => {
  expect(placeOf('en', 'index.html').to('findings/ok.html')).toBe('findings/ok.html')
  expect(placeOf('en', 'findings/ok.html').to('findings/throttled.html')).toBe('throttled.html')
  expect(placeOf('ja', 'findings/ok.html').to('explain.html', 'label')).toBe('../explain.html#label')
})

test('a page knows its twin and what both languages share', () => {
  expect(placeOf('en', 'findings/ok.html').in('ja')).toBe('../ja/findings/ok.html')
  expect(placeOf('ja', 'findings/ok.html').in('en')).toBe('../../findings/ok.html')
  expect(placeOf('ja', 'index.html').asset('site.css')).toBe('../assets/site.css')
})
