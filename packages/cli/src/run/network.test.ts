import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '@sparekey/testkit/folder'
import { runMain as run } from '../testing/run-main.ts'

const hanako = 'hanako@hotmail.com'

describe('a server map', () => {
  const map = { version: 1, asOf: '2021-05-01', connect: {} }
  const settings = (path: string) => ['settings', hanako, '--servers', path]

  it('is named on standard error, even with --quiet', async () => {
    await using folder = await temporaryFolder()
    const path = await folder.write('map.json', map)
    expect((await run([...settings(path), '--quiet'])).stderr).toContain(path)
    const { stderr } = await run(['settings', hanako], { env: { SPAREKEY_SERVERS: path } })
    expect(stderr).toContain(path)
  })

  it.each([
    ['that others can write', 'map-not-private', map, 0o666],
    ['that points away', 'map-not-local', { ...map, connect: { 'imap-mail.outlook.com:993': '192.0.2.1:993' } }, 0o600],
    ['with a mistake', 'bad-server-map', { ...map, connect: { 'imap-mail.outlook.com:993': 7 } }, 0o600],
    ['that is no JSON', 'bad-server-map', 'no', 0o600],
  ])('%s is refused with 65', async (_title, error, content, mode) => {
    await using folder = await temporaryFolder()
    const { code, stdout } = await run([...settings(await folder.write('map.json', content, mode)), '--json'])
    expect(code).toBe(65)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: error } })
  })

  it('that is gone with its mock is told with what writes one: 66', async () => {
    const { code, stderr } = await run(settings('/nowhere/map.json'))
    expect(code).toBe(66)
    expect(stderr).toContain('There is no server map /nowhere/map.json.')
    expect(stderr).toContain('sparekey mock --write /nowhere/map.json')
  })

  it('makes an unknown domain unknown, whatever DNS says: 78', async () => {
    await using folder = await temporaryFolder()
    const path = await folder.write('map.json', map)
    const { code, stdout } = await run(['settings', 'a@contoso.example', '--servers', path, '--json'])
    expect(code).toBe(78)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'not-a-microsoft-address' } })
  })
})
