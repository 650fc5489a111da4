import { describe, expect, it } from 'vitest'
import { ended } from '@sparekey/testkit/process'
import { run, start } from './testing/run.ts'

const hanako = 'hanako@hotmail.com'

describe('the process', () => {
  it('ends with the code, and tells a mistake on the stream that was asked for', async () => {
    const told = await run(['settings', 'hanako'])
    expect(told).toMatchObject({ code: 65, stdout: '' })
    expect(told.stderr).toMatch(/^✗ "hanako" is not a mail address.*\n$/)
    const json = await run(['--json', 'settings', 'hanako'])
    expect(json).toMatchObject({ code: 65, stderr: '' })
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, error: { code: 'bad-address' } })
  })

  it('speaks the language of its environment', async () => {
    const { stdout } = await run(['settings', hanako], { env: { LANG: 'ja_JP.UTF-8' } })
    expect(stdout).toContain('受信（IMAP）')
  })

  it('ends quietly when its reader goes away', async () => {
    const child = start(['--help'])
    child.stdout.destroy()
    expect(await ended(child)).toMatchObject({ code: 0, stderr: '' })
  })
})
