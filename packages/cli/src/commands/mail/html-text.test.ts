import { hostileText } from '@sparekey/testkit/hostile'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlToText } from './html-text.ts'

describe('htmlToText', () => {
  it.each([
    ['<p>Hello <b>Hanako</b></p><p>Bye</p>', 'Hello Hanako\n\nBye'],
    ['one<br>two<br/>three', 'one\ntwo\nthree'],
    ['<style>p { color: red }</style><script>alert("<p>")</script>text', 'text'],
    ['a &amp; b &lt;c&gt; &#12354; &#x3042; &unknown;', 'a & b <c> あ あ &unknown;'],
    ['<!-- <p>hidden</p> -->seen', 'seen'],
    ['<tr><td>1</td><td>2</td></tr>', '1 2'],
    ['broken <', 'broken'],
    ['<head><title>no</title></head><body>yes</body>', 'yes'],
    ['&#1114112;', '\ufffd'],
  ])('of %j is %j', (html, text) => {
    expect(htmlToText(html)).toBe(text)
  })

  it.each(
    'amp:& lt:< gt:> quot:" apos:\' nbsp:_ copy:© reg:® hellip:… mdash:— ndash:– lsquo:‘ rsquo:’ ldquo:“ rdquo:” bull:• middot:· yen:¥ euro:€ times:× zwnj: shy:'
      .split(' ')
      .map((entity) => [entity.slice(0, entity.indexOf(':')), entity.slice(entity.indexOf(':') + 1)]),
  )('reads &%s; as %j', (name, character) => {
    expect(htmlToText(`a&${name};b`)).toBe(`a${character === '_' ? ' ' : character}b`)
    expect(htmlToText(`a&${name!.toUpperCase()};b`)).toBe(htmlToText(`a&${name};b`))
  })

  it.each([
    ['&#x10ffff;', '\u{10ffff}'],
    ['&#x110000;', '\ufffd'],
    ['&#xffffff;', '\ufffd'],
    ['&#x1000000;', '&#x1000000;'],
    ['&#1114111;', '\u{10ffff}'],
    ['&#1114112;', '\ufffd'],
    ['&#9999999;', '\ufffd'],
    ['&#10000000;', '&#10000000;'],
    ['&#;', '&#;'],
    ['&#x;', '&#x;'],
    ['&constructor;', '&constructor;'],
    ['&toString;', '&toString;'],
  ])('reads %s as %j: the borders of what a number may be', (html, text) => {
    expect(htmlToText(`a${html}b`)).toBe(`a${text}b`)
  })

  it.each(
    'address article aside blockquote br dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul'.split(
      ' ',
    ),
  )('breaks the line at <%s>', (name) => {
    expect(htmlToText(`a<${name}>b`)).toBe('a\nb')
    expect(htmlToText(`a</${name.toUpperCase()} class="x">b`)).toBe('a\nb')
  })

  it.each(['head', 'script', 'style', 'template', 'title'])('hides what is in <%s>', (name) => {
    expect(htmlToText(`a<${name}>hidden <b>too</b></${name.toUpperCase()}>b`)).toBe('ab')
  })

  it.each(['b', 'i', 'span', 'a', 'heads', 'pp', 'br2'])('goes on at <%s>', (name) => {
    expect(htmlToText(`a<${name}>b</${name}>c`)).toBe('abc')
  })

  it('never throws', () => {
    const nasty = fc.string({
      unit: fc.constantFrom('<', '>', '!--', '-->', '&', '#x', ';', 'a', '/', 'script', ' ', '\n'),
    })
    fc.assert(fc.property(nasty, (html) => void expect(htmlToText(html)).toBeTypeOf('string')))
    fc.assert(fc.property(hostileText, (html) => void expect(htmlToText(html)).toBeTypeOf('string')))
  })

  it('takes time in proportion to what it reads', () => {
    for (const piece of ['<', '<!--', '&#', '<script>', '<p', '\n']) {
      expect(htmlToText(piece.repeat(100_000)).length).toBeLessThanOrEqual(800_000)
    }
  })
})
