import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { parseAddress } from '../../settings/address.ts'
import { inUrl, interpolated, json, msmtp, mutt, quoted, shell, single } from './quoting.ts'

/** Addresses that RFC 5322 allows, made to break out of what they are written into. */
const hostile = [
  "o'brien@hotmail.com",
  '`id`@hotmail.com',
  '$HOME@hotmail.com',
  '"%U%(name)s"@hotmail.com',
  '-rf%U@hotmail.com',
  '#{id}!*?~@hotmail.com',
  '"; rm -rf ~; #"@hotmail.com',
  String.raw`"\"$(id)\\"@hotmail.com`,
  String.raw`"\' || id || \'"@hotmail.com`,
  'はなこ@hotmail.com',
].map((text) => parseAddress(text).address)

/** What stands between two marks, once escapes are undone. */
const unescaped = (text: string) => text.slice(1, -1).replaceAll(/\\(.)/g, '$1')

describe.each(hostile)('%s', (address) => {
  it('is one word to a shell', () => {
    expect(execFileSync('sh', ['-c', `printf '%s|' ${shell(address)}`]).toString()).toBe(`${address}|`)
  })

  it('comes back from double quotes, and nothing in them is a variable or a command to mutt', () => {
    expect(unescaped(quoted(address))).toBe(address)
    expect(unescaped(mutt(address))).toBe(address)
    expect(mutt(address).replaceAll(/\\./g, '')).not.toMatch(/[$`]/)
    expect(quoted(address).replaceAll(/\\./g, '').slice(1, -1)).not.toContain('"')
  })

  it('comes back from single quotes, which end nowhere else', () => {
    expect(unescaped(single(address))).toBe(address)
    expect(single(address).replaceAll(/\\./g, '').slice(1, -1)).not.toContain("'")
  })

  it('comes back from JSON, from a URL, from msmtp’s quotes and from ConfigParser', () => {
    expect(JSON.parse(json(address))).toBe(address)
    expect(decodeURIComponent(new URL(`imaps://${inUrl(address)}@outlook.office365.com/`).username)).toBe(address)
    expect(inUrl(address)).toMatch(/^[\w.%-]+$/)
    expect(msmtp(address).slice(1, -1)).toBe(address)
    expect(interpolated(address).replaceAll('%%', '')).not.toContain('%')
  })
})
