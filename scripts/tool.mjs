/** Programs of the npm registry that a few commands need and nobody else should have to install. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'sparekey-tools')

/**
 * Installs a package outside the workspace, once: as a dependency it would make every `npm ci` longer, and one that
 * carries a `node` would take over every npm script.
 * @param pinned `name@version` @returns the folder whose `node_modules` has it
 */
export function tool(pinned) {
  const place = join(cache, pinned.replaceAll('/', '+'))
  if (existsSync(place)) return place
  // Under another name until it is complete: what is found under its own name is whole.
  const growing = `${place}.${process.pid}`
  mkdirSync(growing, { recursive: true })
  try {
    const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--silent']
    execFileSync('npm', ['install', '--prefix', growing, ...options, pinned], {
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    })
    renameSync(growing, place)
  } finally {
    rmSync(growing, { recursive: true, force: true })
  }
  return place
}
