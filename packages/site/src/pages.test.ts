import { posix } from 'node:path'
import { findingCodes } from '@sparekey/core'
import { expect, test } from 'vitest'
import { attributes, builtPages, files, loaded, sizeOf, textOf, twinOf } from './testing/built.ts'

const scripts = [...files].filter((file) => file.endsWith('.js'))
const complaintsOf = (complains: (page: (typeof builtPages)[number]) => boolean) =>
  builtPages.filter(complains).map(({ file }) => file)

test('every page names its language and has its twin in the other', () => {
  expect(complaintsOf(({ lang, html }) => !html.startsWith(`<!doctype html>\n<html lang="${lang}">`))).toEqual([])
  expect(complaintsOf(({ file }) => !files.has(twinOf(file)))).toEqual([])
})

test('every page leads to its twin, for machines and for people', () => {
  const wrong = builtPages.filter(({ file, html }) => {
    const links = attributes(html, 'href').filter(({ tag }) => tag.includes(' hreflang='))
    const to = (element: string) =>
      links
        .filter((link) => link.element === element)
        .map(({ value, tag }) => [/hreflang="(..)"/.exec(tag)?.[1], posix.join(posix.dirname(file), value)].join(' '))
    const [en, ja] = file.startsWith('ja/') ? [twinOf(file), file] : [file, twinOf(file)]
    const twin = file === en ? `ja ${ja}` : `en ${en}`
    return to('link').join() !== `en ${en},ja ${ja}` || to('a').join() !== twin
  })
  expect(wrong.map(({ file }) => file)).toEqual([])
})

test('no two pages of a language have the same title, and each says in a line what it is about', () => {
  for (const lang of ['en', 'ja']) {
    const titles = builtPages
      .filter((page) => page.lang === lang)
      .map(({ html }) => /<title>(.*?)<\/title>/.exec(html)?.[1])
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
  }
  expect(complaintsOf(({ html }) => !/<meta name="description" content="[^"]{20,}"/.test(html))).toEqual([])
})

test('a page written in Japanese has Japanese in its title, its heading and its description', () => {
  const japanese = /[぀-ヿ一-鿿]/
  // What machines say and programs call their menus stays in their own language.
  const said = (whole: string) => {
    const html = whole.replaceAll(/<code\b.*?<\/code>|<li lang=.*?<\/li>/gs, '')
    return [
      /<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? '',
      /<main.*?<\/main>/s.exec(html)?.[0] ?? '',
    ]
  }
  expect(complaintsOf(({ lang, html }) => lang === 'ja' && !said(html).every((text) => japanese.test(text)))).toEqual(
    [],
  )
  expect(complaintsOf(({ lang, html }) => lang === 'en' && said(html).some((text) => japanese.test(text)))).toEqual([])
})

test('every finding has its page', () => {
  expect(findingCodes.filter((code) => !files.has(`findings/${code}.html`))).toEqual([])
})

test('a page with all it loads is small', () => {
  const weight = (page: (typeof builtPages)[number]) =>
    [page.file, ...new Set(loaded(page))].reduce((sum, file) => sum + sizeOf(file), 0)
  const limit = (file: string) => (file.endsWith('explain.html') ? 350_000 : 100_000)
  expect(
    builtPages.filter((page) => weight(page) > limit(page.file)).map((page) => `${page.file}: ${weight(page)}`),
  ).toEqual([])
})

test('pages work from a disk: classic scripts in files of their own, and nothing asks the network', () => {
  const scriptTags = builtPages.flatMap(({ html }) => html.match(/<script\b[^>]*>/g) ?? [])
  expect(scriptTags.length).toBeGreaterThan(0)
  expect(scriptTags.filter((tag) => !/^<script src="[^"]+" defer>$|^<script src="[^"]+" defer="">$/.test(tag))).toEqual(
    [],
  )
  expect(complaintsOf(({ html }) => /\s(?:style|on[a-z]+)="|<style/.test(html))).toEqual([])
  expect(
    complaintsOf(({ html }) => !html.includes(`http-equiv="Content-Security-Policy" content="default-src`)),
  ).toEqual([])
  const asking =
    /\bfetch\(|\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|localStorage|sessionStorage|indexedDB)\b|\bimport\s*[("']|\beval\(/
  expect(scripts.filter((file) => asking.test(textOf(file)))).toEqual([])
  expect([...files].filter((file) => file.endsWith('.css') && /url\(|@import/.test(textOf(file)))).toEqual([])
})
