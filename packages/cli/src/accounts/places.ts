import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

/** Where this program keeps what it remembers. */
export type Places = {
  /** Written by the person: `config.json`. */
  config: string
  /** Written by the program: accounts, locks and, without a keyring, secrets. */
  state: string
}

/**
 * The XDG directories where they are set, on any system; else what is usual there. A relative path in `XDG_*` is ignored,
 * as the XDG Base Directory Specification asks.
 */
export function placesFor(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): Places {
  const home = env[platform === 'win32' ? 'USERPROFILE' : 'HOME'] || homedir()
  const { config, state } = usual(platform, home, env)
  const xdg = (name: string) => [env[name]].find((path): path is string => path !== undefined && isAbsolute(path))
  return {
    config: join(xdg('XDG_CONFIG_HOME') ?? config, 'sparekey'),
    state: join(xdg('XDG_STATE_HOME') ?? state, 'sparekey'),
  }
}

function usual(platform: NodeJS.Platform, home: string, env: Readonly<Record<string, string | undefined>>): Places {
  if (platform === 'win32') {
    return {
      config: env['APPDATA'] || join(home, 'AppData', 'Roaming'),
      state: env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'),
    }
  }
  if (platform === 'darwin') {
    const support = join(home, 'Library', 'Application Support')
    return { config: support, state: support }
  }
  return { config: join(home, '.config'), state: join(home, '.local', 'state') }
}
