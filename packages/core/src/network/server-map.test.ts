import { chown, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryFolder } from '@sparekey/testkit/folder'
import { hostileText } from '@sparekey/testkit/hostile'
import * as fc from 'fast-check'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { describeMistake } from '../errors/describe-mistake.ts'
import { SparekeyError } from '../errors/sparekey-error.ts'
import { mappedNetwork } from './mapped.ts'
import { readServerMap } from './server-map-file.ts'
import { parseServerMap } from './server-map.ts'
import { failureOf } from '@sparekey/testkit/failure'
import { issueCertificate } from '@sparekey/testkit/certificate'

const { ca } = await issueCertificate('imap-mail.outlook.com')
const map = {
  version: 1,
  asOf: '2021-05-01',
  now: '2021-05-01T00:00:12Z',
  ca,
  connect: {
    'imap-mail.outlook.com:993': '127.0.0.1:40993',
    'pop-mail.outlook.com:995': '[::1]:40995',
    'smtp-mail.outlook.com:587': 'localhost:40587',
  },
  mx: { 'Contoso.example': ['Contoso-example.mail.protection.outlook.com'] },
  api: 'http://127.0.0.1:40080/api/v1',
  portal: 'http://127.0.0.1:40080/',
}

async function file(text: string, mode = 0o600): Promise<string> {
  const folder = await temporaryFolder()
  onTestFinished(() => folder[Symbol.asyncDispose]())
  return folder.write('servers.json', text, mode)
}

describe('readServerMap', () => {
  test('reads what the mock writes', async () => {
    const path = await file(JSON.stringify(map))
    expect(await readServerMap(path)).toEqual({ ...map, now: expect.any(String), source: path })
  })

  test('knows that the servers’ clock has gone on since the map was written', async () => {
    const path = await file(JSON.stringify(map))
    const written = new Date('2026-11-22T09:00:00Z')
    await utimes(path, written, written)
    vi.useFakeTimers({ now: written.getTime() + 3_600_000, toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    expect(mappedNetwork(await readServerMap(path)).now()).toEqual(new Date('2021-05-01T01:00:12Z'))
  })

  test.for([0o620, 0o602, 0o666])('a map that others can write (%o) is refused', async (mode) => {
    const path = await file(JSON.stringify(map), mode)
    await expect(readServerMap(path)).rejects.toMatchObject({ code: 'map-not-private', details: { path } })
  })

  test('a map that belongs to someone else is refused', async () => {
    const path = await file(JSON.stringify(map))
    // Only root can give a file away; anyone else becomes someone else.
    if (process.getuid!() === 0) await chown(path, 65_534, 65_534)
    else vi.spyOn(process, 'getuid').mockReturnValue(process.getuid!() + 1)
    await expect(readServerMap(path)).rejects.toMatchObject({ code: 'map-not-private' })
  })
  afterEach(() => vi.restoreAllMocks())

  test('a missing file, a folder, a device and a file without JSON each have their own answer', async () => {
    const path = await file('{"version": 1,')
    await expect(readServerMap(`${path}.gone`)).rejects.toMatchObject({ code: 'file-missing' })
    await expect(readServerMap(join(path, '..'))).rejects.toMatchObject({ code: 'file-unreadable' })
    await expect(readServerMap(path)).rejects.toMatchObject({
      code: 'bad-server-map',
      details: { mistakes: [{ path: '$', code: 'not-json' }] },
    })
    await expect(readServerMap('/dev/zero')).rejects.toMatchObject({ code: 'file-unreadable' })
  })

  test('a file beyond every measure is not read', async () => {
    await expect(readServerMap(await file(' '.repeat(1_048_577)))).rejects.toMatchObject({ code: 'bad-server-map' })
  })
})

describe('parseServerMap', () => {
  test.for([
    [null, ['$: must be an object']],
    [{}, ['$.version: is missing', '$.connect: is missing']],
    [{ ...map, version: 2 }, ['$.version: must be 1']],
    [{ ...map, asOf: '2021-02-30' }, ['$.asOf: must be a date such as 2021-05-01']],
    [{ ...map, now: 'soon' }, ['$.now: must be an ISO 8601 time']],
    [{ ...map, ca: ca.slice(0, 90) }, ['$.ca: must be a certificate in PEM']],
    [
      { ...map, connect: { 'imap.example:993': '127.0.0.1' } },
      ['$.connect["imap.example:993"]: must be HOST:PORT, such as 127.0.0.1:40993'],
    ],
    [
      { ...map, connect: { 'imap.example': '127.0.0.1:1' } },
      ['$.connect["imap.example"]: the name must be HOST:PORT, such as 127.0.0.1:40993'],
    ],
    [
      { ...map, connect: { 'imap.example:993': '127.0.0.1:99999' } },
      ['$.connect["imap.example:993"]: must be HOST:PORT, such as 127.0.0.1:40993'],
    ],
    [{ ...map, mx: { 'contoso.example': ['a', 1] } }, ['$.mx["contoso.example"][1]: must be text']],
    [
      { ...map, open: { 'https://www.microsoft.com/link': 'file:///etc/passwd' } },
      ['$.open["https://www.microsoft.com/link"]: must be an http or https URL'],
    ],
  ])('%#: mistakes are named with their JSON path', async ([value, mistakes]) => {
    const refused = (await failureOf(() => parseServerMap(value))) as SparekeyError<'bad-server-map'>
    expect(refused).toMatchObject({
      code: 'bad-server-map',
      message: `The server map server map has mistakes: ${(mistakes as string[]).join('; ')}`,
      details: { path: 'server map' },
    })
    expect(refused.details.mistakes.map((mistake) => describeMistake(mistake, 'en'))).toEqual(mistakes)
  })

  test.for([
    { connect: { 'imap.example:993': '192.0.2.1:993' } },
    { connect: { 'imap.example:993': 'evil.example:993' } },
    { connect: { 'imap.example:993': '[2001:db8::1]:993' } },
    { connect: { 'imap.example:993': '127.0.0.1.evil.example:993' } },
    { connect: { 'imap.example:993': '0.0.0.0:993' } },
    { open: { 'https://account.live.com/': 'http://evil.example/' } },
    { api: 'http://127.0.0.1@evil.example/' },
  ])('%j points away from this machine, which must be allowed', (part) => {
    expect(() => parseServerMap({ ...map, ...part })).toThrow(expect.objectContaining({ code: 'map-not-local' }))
    expect(() => parseServerMap({ ...map, ...part }, { allowRemote: true })).not.toThrow()
  })

  test('every map is read or refused, and without leave none leads away', () => {
    const place = fc.oneof(
      hostileText,
      fc.tuple(fc.ipV4(), fc.nat(70_000)).map((parts) => parts.join(':')),
      fc.constant('localhost:1'),
    )
    const likely = fc.record({ version: fc.constant(1), connect: fc.dictionary(fc.constant('a.example:1'), place) })
    expect(() =>
      fc.assert(
        fc.property(fc.oneof(fc.jsonValue(), likely), (value) => {
          try {
            return Object.values(parseServerMap(value).connect).every((place) =>
              /^(127\.|localhost:|\[::1\]:)/i.test(place),
            )
          } catch (error) {
            return error instanceof SparekeyError && ['bad-server-map', 'map-not-local'].includes(error.code)
          }
        }),
      ),
    ).not.toThrow()
  })
})

describe('mappedNetwork', () => {
  const network = mappedNetwork(parseServerMap(map, { source: 'servers.json' }))

  test('knows the way to what the map lists, and to nothing else', async () => {
    expect(await network.resolve('IMAP-mail.outlook.com', 993)).toEqual([{ host: '127.0.0.1', port: 40_993 }])
    expect(await network.resolve('pop-mail.outlook.com', 995)).toEqual([{ host: '::1', port: 40_995 }])
    expect(await network.resolve('smtp-mail.outlook.com', 587)).toEqual([
      { host: '127.0.0.1', port: 40_587 },
      { host: '::1', port: 40_587 },
    ])
    for (const [host, port] of [
      ['imap-mail.outlook.com', 143],
      ['outlook.office365.com', 993],
      ['127.0.0.1', 40_993],
      ['localhost', 1],
    ] as const) {
      await expect(network.resolve(host, port)).rejects.toMatchObject({
        code: 'host-not-found',
        details: { host: `${host}:${port}`, error: 'not-in-server-map' },
      })
    }
  })

  test('knows the exchanges of the domains the map lists, and no others', async () => {
    expect(await network.resolveMx('contoso.EXAMPLE')).toEqual(['contoso-example.mail.protection.outlook.com'])
    expect(await network.resolveMx('microsoft.com')).toEqual([])
  })

  test('opens the map’s pages in place of Microsoft’s, and no others', () => {
    const open = {
      'https://www.microsoft.com/link': 'http://127.0.0.1:40080/link',
      'https://login.microsoftonline.com': 'http://127.0.0.1:40080/',
      'https://login.microsoftonline.com/common/x': 'http://127.0.0.1:1/',
      'https://outlook.live.com/': 'http://127.0.0.1:1/mail',
    }
    const { pageFor } = mappedNetwork(parseServerMap({ ...map, open }, { source: 'servers.json' }))
    expect(pageFor('https://www.microsoft.com/link')).toBe('http://127.0.0.1:40080/link')
    expect(pageFor('https://www.microsoft.com/link?otc=ABC#x')).toBe('http://127.0.0.1:40080/link?otc=ABC#x')
    expect(pageFor('https://LOGIN.microsoftonline.com:443/common/oauth2?a=b')).toBe(
      'http://127.0.0.1:40080/common/oauth2?a=b',
    )
    expect(pageFor('https://outlook.live.com')).toBe('http://127.0.0.1:1/mail')
    expect(pageFor('https://login.microsoftonline.com/common/x/y')).toBe('http://127.0.0.1:1/y')
    for (const url of [
      'https://www.microsoft.com/',
      'https://www.microsoft.com/linked',
      'http://www.microsoft.com/link',
      'https://login.microsoftonline.com.evil.example/common',
      'https://login.microsoftonline.com:444/common',
      'https://user@login.microsoftonline.com/common',
    ]) {
      expect(() => pageFor(url)).toThrow(
        expect.objectContaining({ code: 'host-not-found', message: expect.stringContaining('servers.json') }),
      )
    }
  })

  test('lives in the map’s time, which runs on', () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-22T10:00:00Z') })
    onTestFinished(() => void vi.useRealTimers())
    const network = mappedNetwork(parseServerMap(map))
    expect(network.asOf()).toBe('2021-05-01')
    vi.advanceTimersByTime(3000)
    expect(network.now().toISOString()).toBe('2021-05-01T00:00:15.000Z')
    expect(mappedNetwork(parseServerMap({ version: 1, connect: {} })).asOf()).toBe('2026-11-22')
    expect(mappedNetwork(parseServerMap({ version: 1, connect: {}, now: '2024-09-16T01:00:00Z' })).asOf()).toBe(
      '2024-09-16',
    )
  })
})
