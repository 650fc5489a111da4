import { describe, expect, it } from 'vitest'
import { commandWithServerMap, withServerMap } from './next-steps.ts'

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
    const command = (address?: string) => withServerMap(steps, { servers: 'm.json' }, address)[0]!.command
    expect(command()).toBe('sparekey check ADDRESS --servers m.json')
    expect(command('hanako@hotmail.com')).toBe('sparekey check hanako@hotmail.com --servers m.json')
    expect(command("o'hara$&@hotmail.com")).toBe(String.raw`sparekey check 'o'\''hara$&@hotmail.com' --servers m.json`)
    expect(withServerMap(steps, { servers: 'm.json' })[1]).toEqual({ text: 'Wait' })
  })
})
