import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, chown, readdir, readlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { temporaryFolder } from '@sparekey/testkit/folder'
import { readServerMap } from './server-map-file.ts'
import { parseServerMap } from './server-map.ts'

const largest = 1_048_576
const empty = JSON.stringify({ version: 1, connect: {} })

afterEach(() => vi.restoreAllMocks())

async function folder(): Promise<string> {
  const folder = await temporaryFolder()
  onTestFinished(() => folder[Symbol.asyncDispose]())
  return folder.path
}

async function file(text: string, mode = 0o600): Promise<string> {
  const path = join(await folder(), 'servers.json')
  await writeFile(path, text)
  await chmod(path, mode)
  return path
}

describe('a server map leads to this machine only', () => {
  const mapTo = (host: string) => ({ version: 1, connect: { 'imap.example:993': `${host}:1` } })

  test.for([
    'localhost',
    'LocalHost',
    '127.0.0.0',
    '127.0.0.1',
    '127.0.0.53',
    '127.255.255.255',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:127.255.255.255]',
  ])('%s is this machine', (host) => {
    expect(parseServerMap(mapTo(host)).connect).toEqual({ 'imap.example:993': `${host}:1` })
  })

  test.for([
    '0.0.0.0',
    '126.0.0.1',
    '126.255.255.255',
    '128.0.0.0',
    '128.0.0.1',
    '10.127.0.1',
    '255.255.255.255',
    '[::]',
    '[::2]',
    '[::127.0.0.1]',
    '[::ffff:126.255.255.255]',
    '[::ffff:128.0.0.1]',
    '[fe80::1]',
    'localhost.',
    'localhost.example',
    'notlocalhost',
    '127.1',
    '2130706433',
  ])('%s is not this machine, or not certainly', (host) => {
    expect(() => parseServerMap(mapTo(host))).toThrow(expect.objectContaining({ code: 'map-not-local' }))
    expect(() => parseServerMap(mapTo(host), { allowRemote: true })).not.toThrow()
  })

  test.for([
    ['open', (url: string) => ({ open: { 'https://account.live.com/': url } }), '$.open["https://account.live.com/"]'],
    ['api', (url: string) => ({ api: url }), '$.api'],
    ['portal', (url: string) => ({ portal: url }), '$.portal'],
  ] as const)('a page under `%s` that is elsewhere is named', ([, part, path]) => {
    const url = 'http://128.0.0.1:80/'
    expect(() => parseServerMap({ ...mapTo('127.0.0.1'), ...part(url) })).toThrow(
      expect.objectContaining({
        code: 'map-not-local',
        details: expect.objectContaining({ mistakes: [{ path, code: 'not-local', params: { target: url } }] }),
      }),
    )
    expect(parseServerMap({ ...mapTo('127.0.0.1'), ...part('http://[::1]:80/') })).toMatchObject({ version: 1 })
  })
})

describe('a place in a server map is HOST:PORT', () => {
  const mapWith = (place: string) => ({ version: 1, connect: { 'imap.example:993': place } })

  test.for(['127.0.0.1:1', '127.0.0.1:65535', '[::1]:1', 'localhost:00993'])('%s is one', (place) => {
    expect(parseServerMap(mapWith(place)).connect['imap.example:993']).toBe(place)
  })

  test.for([
    '127.0.0.1:0',
    '127.0.0.1:65536',
    '127.0.0.1:100000',
    '127.0.0.1:-1',
    '127.0.0.1:',
    ':993',
    '[]:993',
    '[127.0.0.1]:993',
    '[::1:993',
    '[:::1]:993',
    '::1:993',
    '127.0.0.1:993 ',
    'local\u202ehost:993',
    '127.0.0.1\r\n:993',
  ])('%j is none', (place) => {
    expect(() => parseServerMap(mapWith(place), { allowRemote: true })).toThrow(
      expect.objectContaining({ code: 'bad-server-map' }),
    )
  })
})

describe('a mistake in a server map has a code of its own', () => {
  const page = 'http://127.0.0.1:1/'

  test.for([
    [{ connect: 5 }, '$.connect', 'not-an-object'],
    [{ connect: { 'imap.example:993': 5 } }, '$.connect["imap.example:993"]', 'not-text'],
    [{ mx: 5 }, '$.mx', 'not-an-object'],
    [{ mx: { a: 5 } }, '$.mx.a', 'not-a-list'],
    [{ mx: { a: ['b', 5] } }, '$.mx.a[1]', 'not-text'],
    [{ open: 5 }, '$.open', 'not-an-object'],
    [{ open: { 'no url': page } }, '$.open["no url"]', 'name-not-a-url name-not-an-http-url'],
    [{ open: { 'ftp://a/?https:': page } }, '$.open["ftp://a/?https:"]', 'name-not-an-http-url'],
    [{ open: { 'https://a/': 'no url' } }, '$.open["https://a/"]', 'not-a-url not-an-http-url'],
    [{ open: { 'https://a/': 'ftp://127.0.0.1/?https:' } }, '$.open["https://a/"]', 'not-an-http-url'],
    [{ api: 'no url' }, '$.api', 'not-a-url not-an-http-url'],
    [{ portal: 'file:///etc/passwd' }, '$.portal', 'not-an-http-url'],
    [{ clientId: 5 }, '$.clientId', 'not-text'],
  ] as const)('%j: at %s %s', ([part, path, codes]) => {
    const mistakes = codes.split(' ').map((code) => ({ path, code, params: {} }))
    expect(() => parseServerMap({ version: 1, connect: {}, ...part })).toThrow(
      expect.objectContaining({
        code: 'bad-server-map',
        details: { path: 'server map', mistakes },
      }),
    )
  })
})

describe('a server map in a file', () => {
  test.for([0o400, 0o444, 0o600, 0o644, 0o700])('that others can only read (%o) is taken', async (mode) => {
    await expect(readServerMap(await file(empty, mode))).resolves.toMatchObject({ version: 1 })
  })

  test.for([0o602, 0o603, 0o606, 0o620, 0o622, 0o660, 0o666, 0o777])(
    'that others can write (%o) is refused',
    async (mode) => {
      await expect(readServerMap(await file(empty, mode))).rejects.toMatchObject({ code: 'map-not-private' })
    },
  )

  test('that belongs to the administrator of this machine is taken', async () => {
    const own = process.getuid!()
    vi.spyOn(process, 'getuid').mockReturnValue(own + 1000)
    // It is root's on every Unix, and no server map: it got past the question whose it is.
    await expect(readServerMap('/etc/passwd')).rejects.toMatchObject({
      details: { mistakes: [{ path: '$', code: 'not-json' }] },
    })
  })

  test('that belongs to another user is refused, however private it is', async () => {
    const path = await file(empty, 0o400)
    // Only root can give a file away; anyone else becomes someone else.
    if (process.getuid!() === 0) await chown(path, 65_534, 65_534)
    else vi.spyOn(process, 'getuid').mockReturnValue(process.getuid!() + 1)
    await expect(readServerMap(path)).rejects.toMatchObject({ code: 'map-not-private', details: { path } })
  })

  test('may have a megabyte, and not one byte more', async () => {
    await expect(readServerMap(await file(empty.padEnd(largest)))).resolves.toMatchObject({ version: 1 })
    await expect(readServerMap(await file(empty.padEnd(largest + 1)))).rejects.toMatchObject({
      code: 'bad-server-map',
      details: { mistakes: [{ path: '$', code: 'too-large', params: { bytes: largest } }] },
    })
  })

  test('that belongs to whoever runs the program is taken', async () => {
    const path = await file(empty)
    // To root every file of root's is the administrator's, so it gives one away and becomes its owner.
    if (process.getuid!() === 0) {
      await chown(path, 1000, 1000)
      vi.spyOn(process, 'getuid').mockReturnValue(1000)
    }
    await expect(readServerMap(path)).resolves.toMatchObject({ version: 1 })
  })

  test('is taken as it is where files have no owner that Node knows of', async () => {
    const getuid = Object.getOwnPropertyDescriptor(process, 'getuid')!
    onTestFinished(() => void Object.defineProperty(process, 'getuid', getuid))
    Object.defineProperty(process, 'getuid', { value: undefined, configurable: true })
    await expect(readServerMap(await file(empty, 0o666))).resolves.toMatchObject({ version: 1 })
  })

  test('that is not there is missing, also where its folder is a file', async () => {
    const path = await file(empty)
    for (const missing of [`${path}.gone`, join(path, 'servers.json')]) {
      await expect(readServerMap(missing)).rejects.toMatchObject({
        code: 'file-missing',
        details: { path: missing },
        cause: { syscall: 'open' },
      })
    }
  })

  test('that is no file, or that the system does not open, cannot be read, and the path says which', async () => {
    const path = await folder()
    const endless = join(path, 'a'.repeat(300))
    await expect(readServerMap(path)).rejects.toMatchObject({
      code: 'file-unreadable',
      details: { path, error: 'EINVAL' },
    })
    await expect(readServerMap(endless)).rejects.toMatchObject({
      code: 'file-unreadable',
      details: { path: endless, error: 'ENAMETOOLONG' },
      cause: { syscall: 'open' },
    })
  })

  test.runIf(existsSync('/proc/self/fd'))('is closed again, whatever comes of it', async () => {
    const good = await file(empty)
    const bad = await file('{')
    const open = async () => {
      const links = await readdir('/proc/self/fd')
      return Promise.all(links.map((link) => readlink(`/proc/self/fd/${link}`).catch(() => '')))
    }
    await readServerMap(good)
    await expect(readServerMap(bad)).rejects.toMatchObject({ code: 'bad-server-map' })
    const paths = await open()
    expect(paths.filter((path) => path === good || path === bad)).toEqual([])
  })

  test('that is a pipe nobody writes to is refused at once', async () => {
    const path = join(await folder(), 'pipe')
    execFileSync('mkfifo', ['-m', '600', path])
    await expect(readServerMap(path)).rejects.toMatchObject({ code: 'file-unreadable' })
  })

  test('that was written in the future does not turn the servers’ clock back', async () => {
    const now = '2021-05-01T00:00:12.000Z'
    const path = await file(JSON.stringify({ version: 1, connect: {}, now }))
    const tomorrow = new Date(Date.now() + 86_400_000)
    await utimes(path, tomorrow, tomorrow)
    expect((await readServerMap(path)).now).toBe(now)
  })
})
