import { describe, expect, it } from 'vitest'
import { wantsColour } from './style.ts'

describe('wantsColour', () => {
  it.each([
    ['a terminal', {}, true, true, true],
    ['a pipe', {}, true, false, false],
    ['--no-color', { FORCE_COLOR: '1' }, false, true, false],
    ['NO_COLOR', { NO_COLOR: '1' }, true, true, false],
    ['an empty NO_COLOR', { NO_COLOR: '' }, true, true, true],
    ['TERM=dumb', { TERM: 'dumb' }, true, true, false],
    ['FORCE_COLOR on a pipe', { FORCE_COLOR: '1' }, true, false, true],
    ['CLICOLOR_FORCE on a pipe', { CLICOLOR_FORCE: '1' }, true, false, true],
    ['CLICOLOR_FORCE=0', { CLICOLOR_FORCE: '0' }, true, true, false],
    ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, true, true, false],
  ])('for %s with %j', (_title, env, flag, isTerminal, expected) => {
    expect(wantsColour({ flag, env, isTerminal })).toBe(expected)
  })
})
