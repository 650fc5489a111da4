import { spawnSync } from 'node:child_process'

/**
 * What a test needs that npm does not bring. Where it is missing the suite is skipped with the reason in its title; where
 * `SPAREKEY_REQUIRE` names it (a comma-separated list: `docker,chromium,clients,dovecot`) it fails instead.
 */
export type Requirement = { met: boolean; title: (name: string) => string }

export function requirement(name: string, missing: string | undefined): Requirement {
  const required = (process.env['SPAREKEY_REQUIRE'] ?? '').split(',').includes(name)
  if (missing !== undefined && required) throw new Error(`SPAREKEY_REQUIRE names ${name}, but ${missing}`)
  return {
    met: missing === undefined,
    title: (suite) => (missing === undefined ? suite : `${suite} (skipped: ${missing})`),
  }
}

/** The reason why a program cannot be used, or `undefined` if it can. */
export function missingProgram(program: string, ...args: string[]): string | undefined {
  const { error, status } = spawnSync(program, args, { stdio: 'ignore', timeout: 10_000 })
  if (error) return `${program} is not installed`
  return status === 0 ? undefined : `${[program, ...args].join(' ')} ended with ${status}`
}
