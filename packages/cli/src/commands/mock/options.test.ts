import { temporaryFolder } from '@sparekey/testkit/folder'
import { describe, expect, it } from 'vitest'
import { mockOptions, randomPassword, storyAddress } from './options.ts'

const host = '127.0.0.1'

describe('what a mock is started with', () => {
  it('is the world of the article without a configuration', async () => {
    expect(await mockOptions({ host })).toEqual({
      accounts: [{ address: storyAddress, password: expect.stringMatching(/^[\w-]{12}-2021$/) }],
      host,
      ports: {},
    })
  })

  it('is the configuration, with the flags beside it', async () => {
    await using folder = await temporaryFolder()
    const config = await folder.write('mock.json', { asOf: '2024-09-16', accounts: [] })
    const port = [{ name: 'imap', port: 1143 }] as const
    expect(
      await mockOptions({ config, host, port, advertise: ['mock'], allowHost: ['*'], asOf: '2026-11-22' }),
    ).toEqual({
      asOf: '2026-11-22',
      accounts: [],
      directory: folder.path,
      host,
      ports: { imap: 1143 },
      advertise: ['mock'],
      allowHosts: ['*'],
    })
    expect(await mockOptions({ config, host })).toMatchObject({ asOf: '2024-09-16' })
  })

  it.each(['host', 'ports', 'advertise', 'allowHosts', 'directory'])(
    'is never %s of a configuration, which is a flag’s business',
    async (key) => {
      await using folder = await temporaryFolder()
      const config = await folder.write('mock.json', { [key]: 'x' })
      const details = { path: config, mistakes: [{ path: `$.${key}`, code: 'unknown-key' }] }
      await expect(mockOptions({ config, host })).rejects.toMatchObject({ code: 'bad-config', details })
    },
  )

  it.each([
    ['{', 'not-json'],
    ['[]', 'not-an-object'],
    ['null', 'not-an-object'],
    ['7', 'not-an-object'],
  ])('is not a file that holds %s', async (text, code) => {
    await using folder = await temporaryFolder()
    const config = await folder.write('mock.json', text)
    await expect(mockOptions({ config, host })).rejects.toMatchObject({ details: { mistakes: [{ path: '$', code }] } })
  })
})

it('a password that is made is never of the form of an app password, and never the same twice', () => {
  const made = Array.from({ length: 100 }, randomPassword)
  expect(new Set(made).size).toBe(100)
  expect(made.filter((password) => /^[a-z]{16}$/.test(password))).toEqual([])
})
