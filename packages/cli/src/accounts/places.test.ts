import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { placesFor } from './places.ts'

const under = (...parts: string[]) => join(...parts)

describe('placesFor', () => {
  it.each([
    ['linux', under('/home/h/.config/sparekey'), under('/home/h/.local/state/sparekey')],
    [
      'darwin',
      under('/home/h/Library/Application Support/sparekey'),
      under('/home/h/Library/Application Support/sparekey'),
    ],
  ] as const)('is what is usual on %s', (platform, config, state) => {
    expect(placesFor({ HOME: '/home/h' }, platform)).toEqual({ config, state })
  })

  it('is under the application data on Windows', () => {
    const env = { USERPROFILE: '/Users/h', APPDATA: '/Users/h/Roaming', LOCALAPPDATA: '/Users/h/Local' }
    expect(placesFor(env, 'win32')).toEqual({
      config: under('/Users/h/Roaming/sparekey'),
      state: under('/Users/h/Local/sparekey'),
    })
  })

  it.each(['linux', 'darwin', 'win32'] as const)('is the XDG directories where they are set, on %s too', (platform) => {
    expect(placesFor({ HOME: '/h', XDG_CONFIG_HOME: '/x/config', XDG_STATE_HOME: '/x/state' }, platform)).toEqual({
      config: under('/x/config/sparekey'),
      state: under('/x/state/sparekey'),
    })
  })

  it('takes no relative path for an XDG directory', () => {
    const { state } = placesFor({ HOME: '/home/h', XDG_STATE_HOME: 'state' }, 'linux')
    expect(state).toBe(under('/home/h/.local/state/sparekey'))
  })

  it('asks the system for the home where the environment names none', () => {
    expect(placesFor({}, 'linux').config).toBe(under(homedir(), '.config/sparekey'))
  })
})
