import { hostileText } from '@sparekey/testkit/hostile'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlToText } from './html-to-text.ts'
import { textToHtml } from './text-to-html.ts'

describe('htmlToText', () => {
  it.each([
    ['<p>Hello <b>Hanako</b></p><p>Bye</p>', 'Hello Hanako\n\nBye'],
    ['one<br>two<br/>three', 'one\ntwo\nthree'],
    ['<div>one</div><div>two<br></div>three', 'one\ntwo\nthree'],
    ['<style>p { color: red }</style><script>alert("<p>")</script>text', 'text'],
    ['<script>document.write("<!--")</script>text', 'text'],
    ['a &amp; b &lt;c&gt; &#12354; &#x3042; &unknown;', 'a & b <c> あ あ &unknown;'],
    ['<!-- <p>hidden</p> -->seen', 'seen'],
    ['<tr><td>1</td><td>2</td></tr>', '1 2'],
    ['broken <', 'broken <'],
    ['<head><title>no</title></head><body>yes</body>', 'yes'],
    ['<head><title>no</title><p>yes', 'yes'],
    ['<pre>one\n\n  two</pre>three', 'one\n\n  two\nthree'],
    ['a\n  <b>bold</b>\u00a0, <i>x</i>!', 'a bold , x!'],
  ])('of %j is %j', (html, text) => {
    expect(htmlToText(html)).toBe(text)
  })

  it.each(
    'amp:& lt:< gt:> quot:" apos:\' nbsp:_ copy:© reg:® hellip:… mdash:— ndash:– lsquo:‘ rsquo:’ ldquo:“ rdquo:” bull:• middot:· yen:¥ euro:€ times:× zwnj: shy: auml:ä Auml:Ä'
      .split(' ')
      .map((entity) => [entity.slice(0, entity.indexOf(':')), entity.slice(entity.indexOf(':') + 1)]),
  )('reads &%s; as %j', (name, character) => {
    expect(htmlToText(`a&${name};b`)).toBe(`a${character === '_' ? ' ' : character}b`)
  })

  it.each([
    ['&#x10ffff;', '\u{10ffff}'],
    ['&#x110000;', '\ufffd'],
    ['&#xffffff;', '\ufffd'],
    ['&#99999999;', '\ufffd'],
    ['&#1114111;', '\u{10ffff}'],
    ['&#1114112;', '\ufffd'],
    ['&#0;', '\ufffd'],
    ['&#128;', '€'],
    ['&#;', '&#;'],
    ['&#x;', '&#x;'],
    ['&constructor;', '&constructor;'],
    ['&toString;', '&toString;'],
  ])('reads %s as %j: the borders of what a number may be', (html, text) => {
    expect(htmlToText(`a${html}b`)).toBe(`a${text}b`)
  })

  it.each(
    'address article aside blockquote br dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table tr ul'.split(
      ' ',
    ),
  )('breaks the line at <%s>', (name) => {
    expect(htmlToText(`a<${name}>b`)).toBe('a\nb')
    expect(htmlToText(`a</${name.toUpperCase()} class="x">b`)).toBe('a\nb')
  })

  it.each(['script', 'style', 'template', 'title', 'iframe'])('hides what is in <%s>', (name) => {
    expect(htmlToText(`a<${name}>hidden <b>too</b></${name.toUpperCase()}>b`)).toBe('ab')
  })

  it.each(['b', 'i', 'span', 'a', 'heads', 'pp', 'br2', 'head'])('goes on at <%s>', (name) => {
    expect(htmlToText(`a<${name}>b</${name}>c`)).toBe('abc')
  })

  it.each([
    ['<ul><li>one<li>two</ul>three', '• one\n• two\nthree'],
    ['<ol start=3><li>three<li value=7>seven<li>eight</ol>', '3. three\n7. seven\n8. eight'],
    ['<ol><li>one<ul><li>deep</ul><li>two</ol>', '1. one\n  • deep\n2. two'],
    ['<li>alone', '• alone'],
  ])('marks the items of a list: %s', (html, text) => {
    expect(htmlToText(html)).toBe(text)
  })

  it.each([
    ['<a href="https://example.com/a?b=1&amp;c=2">Go</a>!', 'Go <https://example.com/a?b=1&c=2>!'],
    ['<a href="https://example.com/">example.com</a>', 'example.com'],
    ['<a href="https://evil.example/">https://bank.example</a>', 'https://bank.example <https://evil.example/>'],
    ['<a href="mailto:a@example.com?subject=x">a@example.com</a>', 'a@example.com'],
    ['<a href="mailto:a@example.com">Write</a>', 'Write <mailto:a@example.com>'],
    ['<a href="https://example.com/"><img src=x></a>', '<https://example.com/>'],
    ['<a href="#top">Top</a> <a href="javascript:x()">Run</a> <a>none</a>', 'Top Run none'],
    [
      '<a href="https://a.example/">one<a href="https://b.example/">two',
      'one <https://a.example/>two <https://b.example/>',
    ],
  ])('says where a link leads: %s', (html, text) => {
    expect(htmlToText(html)).toBe(text)
  })

  it.each([
    ['<div style="color: red; DISPLAY : none">no</div>yes', 'yes'],
    ['<div hidden><p>no<div>no</div></p></div>yes', 'yes'],
    ['<span style="visibility:hidden">no</span>yes', 'yes'],
    ['<p hidden>no<p>yes', 'yes'],
    ['<ul><li hidden>no<li>yes</ul>', '• yes'],
    ['<table><tr><td hidden>no<td>yes</table>', 'yes'],
    ['<div><p hidden>no</div>yes', 'yes'],
    ['<img hidden alt=no>yes', 'yes'],
    ['<template><p>no</p><template>no</template>no</template>yes', 'yes'],
    ['<div style="display:nonesuch">yes</div>', 'yes'],
  ])('leaves out what is hidden, and nothing behind it: %s', (html, text) => {
    expect(htmlToText(html)).toBe(text)
  })

  it('never throws', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(
        '<',
        '>',
        '!--',
        '-->',
        '&',
        '#x',
        ';',
        'a',
        '/',
        'script',
        ' ',
        '\n',
        '<li hidden>',
        '<ol>',
        '</ol>',
        '<pre>',
      ),
    })
    fc.assert(fc.property(nasty, (html) => void expect(htmlToText(html)).toBeTypeOf('string')))
    fc.assert(fc.property(hostileText, (html) => void expect(htmlToText(html)).toBeTypeOf('string')))
  })

  it('gives back the text that was made HTML', () => {
    const words = fc.string({ unit: fc.constantFrom('a', '<', '>', '&', 'b', ';', 'lt') })
    fc.assert(fc.property(words, (text) => void expect(htmlToText(textToHtml(text))).toBe(text)))
  })

  it('takes time in proportion to what it reads', () => {
    for (const piece of ['<', '<!--', '&#', '<script>', '<p', '\n', '<div hidden>', '<a href=x:y>', '</b>', ' a=1']) {
      expect(htmlToText(`<p${piece.repeat(100_000)}`).length).toBeLessThanOrEqual(1_200_000)
    }
  })
})
