import { describe, expect, it } from 'vitest'
import { runMain } from '../../testing/run-main.ts'
import { run } from '../../testing/run.ts'

describe('demo', () => {
  it.each(['en', 'ja'])('comes out as told, in %s', async (lang) => {
    const { code, stdout, stderr } = await run(['demo', '--lang', lang])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.match(/^✓ \d  /gm)).toHaveLength(6)
    expect(stdout).toMatch(/\b[a-z]{16}\b/)
    expect(stdout).toContain('-ERR Logon failure: unknown user name or bad password.')
  })

  it('gives programs the same, without a secret', async () => {
    const { code, stdout } = await runMain(['demo', '--json'])
    expect(code).toBe(0)
    const { ok, steps } = JSON.parse(stdout) as { ok: boolean; steps: { kind: string; asTold: boolean }[] }
    expect(ok).toBe(true)
    expect(steps.map(({ kind }) => kind)).toEqual([
      'signs-in',
      'is-refused',
      'reason',
      'app-password',
      'works-again',
      'today',
    ])
    expect(stdout).not.toMatch(/"[a-z]{16}"/)
  })
})
