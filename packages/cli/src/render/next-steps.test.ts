import { execFileSync } from 'node:child_process'
import { hostileText } from '@sparekey/testkit/hostile'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mappedNetwork, parseServerMap, realNetwork } from '@sparekey/core'
import { commandWithServerMap, shellWord, stepsFromHere, type Run } from './next-steps.ts'

describe('the command of a next step', () => {
  it.each([
    ['sparekey check ADDRESS', undefined, 'sparekey check ADDRESS'],
    ['sparekey check ADDRESS', 'servers.json', 'sparekey check ADDRESS --servers servers.json'],
    ['sparekey demo', "hanako's map.json", String.raw`sparekey demo --servers 'hanako'\''s map.json'`],
    ['chmod 600 servers.json', 'servers.json', 'chmod 600 servers.json'],
    ['sparekeys', 'servers.json', 'sparekeys'],
  ])('%s with the map %j is %s', (command, servers, expected) => {
    expect(commandWithServerMap(command, servers === undefined ? {} : { servers })).toBe(expected)
  })

  it('names the address where it is known, as a shell reads it', () => {
    const steps = [{ text: 'Look', command: 'sparekey check ADDRESS' }, { text: 'Wait' }]
    const globals = { servers: 'm.json' }
    const command = (address?: string) =>
      stepsFromHere(steps, { globals, ...(address !== undefined && { address }) })[0]!.command
    expect(command()).toBe('sparekey check ADDRESS --servers m.json')
    expect(command('hanako@hotmail.com')).toBe('sparekey check hanako@hotmail.com --servers m.json')
    expect(command("o'hara$&@hotmail.com")).toBe(String.raw`sparekey check 'o'\''hara$&@hotmail.com' --servers m.json`)
    expect(stepsFromHere(steps, { globals })[1]).toEqual({ text: 'Wait' })
  })
})

describe('the page of a next step', () => {
  const steps = [{ text: 'Look', url: 'https://account.microsoft.com/security' }]
  const open = { 'https://account.microsoft.com/security': 'http://127.0.0.1:40080/security' }
  const network = (pages: Record<string, string>) =>
    mappedNetwork(parseServerMap({ version: 1, connect: {}, open: pages }))

  it('is the map’s, and never a real one in its place', () => {
    const globals = { servers: 'm.json' }
    const urlOf = (run: Run) => stepsFromHere(steps, run)[0]!.url
    expect(urlOf({ globals: {} })).toBe('https://account.microsoft.com/security')
    expect(urlOf({ globals: {}, network: realNetwork() })).toBe('https://account.microsoft.com/security')
    expect(urlOf({ globals, network: network(open) })).toBe('http://127.0.0.1:40080/security')
    expect(urlOf({ globals, network: network({}) })).toBeUndefined()
    expect(urlOf({ globals })).toBeUndefined()
  })
})

/** What a shell makes of the words of a line. NUL ends each: it is the one character that no argument can hold. */
function readByShell(words: readonly string[]): string[] {
  const printed = execFileSync('sh', ['-c', `printf '%s\\0' ${words.join(' ')}`], { encoding: 'utf8' })
  return printed.split('\0').slice(0, -1)
}

/** Halves of surrogate pairs have no octets. */
const argument = hostileText.map((text) => Buffer.from(text.replaceAll('\0', '')).toString())

describe('shellWord', () => {
  it.each([
    ['servers.json', 'servers.json'],
    ['/home/hanako/maps/a-b_c.json', '/home/hanako/maps/a-b_c.json'],
    ['hanako@hotmail.com', 'hanako@hotmail.com'],
    ['', "''"],
    ['my maps/servers.json', "'my maps/servers.json'"],
    ["it's.json", String.raw`'it'\''s.json'`],
    ["'", String.raw`''\'''`],
    ['$(reboot)', "'$(reboot)'"],
    ['`reboot`', "'`reboot`'"],
    ['~/servers.json', "'~/servers.json'"],
    ['a;b', "'a;b'"],
    ['地図.json', "'地図.json'"],
  ])('of %j is %s', (text, word) => {
    expect(shellWord(text)).toBe(word)
  })

  it('is read by a shell as what it was, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(argument, { minLength: 1, maxLength: 200 }), (texts) => {
        expect(readByShell(texts.map(shellWord))).toEqual(texts)
      }),
      { numRuns: 20 },
    )
  })
})
