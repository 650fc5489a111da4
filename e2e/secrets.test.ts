/**
 * Secrets are planted everywhere, and everything that anybody could read is searched for them: all output at the highest
 * verbosity, the journal and the rest of the API, the pages, files, command lines and environments. The few places where a
 * secret is the very thing asked for are left out by name.
 */
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ended, heard, type Run } from '@sparekey/testkit/process'
import { startSparekey } from './support/command.ts'
import { ControlApi } from './support/control-api.ts'
import { Person } from './support/person.ts'
import { sightOf, watchProcesses } from './support/processes.ts'
import { temporaryFolder } from '@sparekey/testkit/folder'
import { pageAndCode } from './support/terminal.ts'

const address = 'hanako@hotmail.com'
const planted = {
  password: 'PlantedPassw0rd{7}',
  wrongPassword: 'PlantedWrong"Passw0rd',
  wrongAppPassword: 'plantedwrongpass',
  clientSecret: 'PlantedClientSecret~9',
  accessToken: 'PlantedAccessToken.8',
  refreshToken: 'PlantedRefreshToken.7',
  deviceCode: 'PlantedDeviceCode.6',
  authorizationCode: 'PlantedAuthorizationCode.5',
}

/** Tokens of the kinds that the mock issues; nobody knows beforehand what will stand in them. */
const issued = /\b(?:EwB[\w+/=.-]{20,}|M\.C5[\w+/=.*!$-]{20,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,})/

/** A secret as it is, and in every form it has on a wire. */
function formsOf(secret: string): string[] {
  const base64 = (text: string) => Buffer.from(text).toString('base64').replace(/=+$/, '')
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    base64(secret),
    base64(`\0${address}\0${secret}`),
    base64(`user=${address}\u0001auth=Bearer ${secret}\u0001\u0001`),
  ]
}

it('no secret is anywhere but where it belongs', async () => {
  await using folder = await temporaryFolder()
  const stopWatching = watchProcesses()
  const found = new Map<string, string>()
  const note = (where: string, text: string) => void found.set(`${found.size} ${where}`, text)
  const started: string[] = []
  const start: typeof startSparekey = (args, options) => {
    const child = startSparekey(args, options)
    started.push(...sightOf(child.pid))
    return child
  }

  const servers = join(folder.path, 'servers.json')
  const config = join(folder.path, 'config.json')
  await writeFile(
    config,
    JSON.stringify({
      asOf: '2021-05-01',
      accounts: [{ address, password: planted.password, twoStep: true }],
      clients: [{ id: 'confidential', type: 'confidential', secret: planted.clientSecret, redirectUris: ['http://x'] }],
      limits: { deviceCodeInterval: 1 },
    }),
    { mode: 0o600 },
  )
  const home = join(folder.path, 'home')
  const mock = start(['mock', '--config', config, '--write', servers, '--verbose'], { env: { HOME: home } })
  const mockEnd = ended(mock)
  await once(mock.stdout, 'data')
  try {
    const map = JSON.parse(await readFile(servers, 'utf8')) as {
      api: string
      portal: string
      open: Record<string, string>
    }
    const api = new ControlApi(map.api)
    const env = { HOME: home, SPAREKEY_SERVERS: servers }
    const run = async (args: readonly string[], secret?: string): Promise<Run> => {
      const stdin = secret === undefined ? '' : `${secret}\n`
      const done = await ended(start([...args, '--verbose'], { env }), stdin)
      const asked = args[0] === 'token' && done.code === 0
      note(args.join(' '), asked ? done.stderr : done.stdout + done.stderr)
      return done
    }
    // For people and for programs by turns: each command speaks both ways often enough.
    let turn = 0
    const everyCommand = async (secret?: string) => {
      const flags = [...(secret === undefined ? [] : ['--password-stdin']), ...(turn++ % 2 === 0 ? [] : ['--json'])]
      await run(['check', address, ...flags], secret)
      await run(['list', '--account', address, ...flags], secret)
      await run(['read', '1', '--account', address, '--protocol', 'pop3', ...flags], secret)
      await run(['send', '--from', address, '--to', address, '--text', 'x', ...flags], secret)
    }

    // 2021: passwords and app passwords, right and wrong, and one that is kept
    const made = await api.send<{ password: string }>('POST', `/accounts/${address}/app-passwords`, { name: 'x' })
    for (const secret of [planted.wrongPassword, planted.wrongAppPassword, made.password]) await everyCommand(secret)
    await run(['login', address, '--password-stdin', '--store', 'file'], planted.wrongAppPassword)
    expect((await run(['login', address, '--password-stdin', '--store', 'file'], made.password)).code).toBe(0)
    await everyCommand()

    // Today: all of them again, then signing in with Microsoft, declined and approved
    await api.send('PUT', '/clock', { now: '2026-11-22T00:00:00Z' })
    for (const secret of [planted.password, made.password]) await everyCommand(secret)
    for (const [answer, json] of [
      ['no', []],
      ['yes', ['--json']],
    ] as const) {
      const child = start(['login', address, '--oauth', 'device', '--store', 'file', '--verbose', ...json], {
        env,
      })
      const end = ended(child)
      const [, page = '', code = ''] = await heard(child.stderr, pageAndCode, end)
      const owner = { address, password: planted.password }
      await new Person().answerDevice({ page, code }, owner, answer)
      const done = await end
      expect(done.code).toBe(answer === 'yes' ? 0 : 77)
      note(`login ${answer}`, done.stdout + done.stderr)
    }
    await everyCommand()
    await run(['accounts'])
    await run(['accounts', '--json'])
    const { stdout: token } = await run(['token', address])

    // A refresh token that is not one, a token that was cut, and the identity service asked with every secret
    const [secretFile = ''] = await readdir(join(home, '.local/state/sparekey/secrets'))
    const path = join(home, '.local/state/sparekey/secrets', secretFile)
    const kept = JSON.parse(await readFile(path, 'utf8')) as { secret: string }
    await writeFile(path, JSON.stringify({ ...kept, secret: planted.refreshToken }))
    for (const args of [
      ['token', address],
      ['list', '--account', address],
      ['token', address, '--json'],
    ]) {
      expect((await run(args)).code).toBe(77)
    }
    await writeFile(path, `${planted.refreshToken}{`)
    expect((await run(['token', address])).code).toBe(65)
    await writeFile(path, JSON.stringify(kept))
    const login = map.open['https://login.microsoftonline.com']!
    const { clientSecret: client_secret, accessToken, deviceCode: device_code, authorizationCode } = planted
    const forms: Record<string, string>[] = [
      { client_id: 'confidential', client_secret, grant_type: 'authorization_code', code: authorizationCode },
      {
        client_id: 'confidential',
        client_secret: 'x',
        grant_type: 'refresh_token',
        refresh_token: planted.refreshToken,
      },
      {
        client_id: 'confidential',
        client_secret,
        grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
        device_code,
      },
      { client_id: 'nobody', client_secret, grant_type: 'password', username: address, password: planted.password },
    ]
    for (const form of forms) {
      const body = new URLSearchParams(form)
      const answer = await fetch(`${login}/common/oauth2/v2.0/token`, { method: 'POST', body })
      note(`token ${form['grant_type']}`, await answer.text())
    }
    const wrong = new URLSearchParams({
      client_id: 'confidential',
      redirect_uri: 'http://evil',
      client_secret,
      accessToken,
    })
    note('authorize', await (await fetch(`${login}/common/oauth2/v2.0/authorize?${wrong.toString()}`)).text())

    // What a reader finds afterwards
    const person = new Person()
    await person.open(`${map.portal}signin`)
    await person.signIn({ address, password: planted.password })
    for (const call of [
      'sign-ins',
      'accounts',
      `accounts/${address}`,
      `accounts/${address}/app-passwords`,
      'tenants',
    ]) {
      note(`GET ${call}`, JSON.stringify(await api.get(`/${call}`)))
    }
    for (const call of ['servers', 'clock', 'rules', 'outbound', 'oauth-errors']) {
      note(`GET ${call}`, JSON.stringify(await api.get(`/${call}`)))
    }
    for (const page of [
      '',
      'security',
      'proofs/manage/additional',
      'activity',
      'mail/settings',
      'mail',
      'link',
      'nowhere',
    ]) {
      note(`page ${page}`, (await person.open(map.portal + page)).html)
    }
    note('the server map', await readFile(servers, 'utf8'))
    note('the register', await readFile(join(home, '.local/state/sparekey/accounts.json'), 'utf8'))

    // The mock ends, and with it whoever has signed in there
    mock.kill('SIGTERM')
    const { stdout, stderr } = await mockEnd
    note('mock', stdout + stderr)
    for (const name of await readdir(home, { recursive: true, withFileTypes: true })) {
      if (name.isFile()) note(`left behind: ${name.name}`, await readFile(join(name.parentPath, name.name), 'utf8'))
    }
    const seen = [...started, ...(await stopWatching())]
    for (const text of seen) note('a process', text)
    for (const command of process.platform === 'linux' ? ['mock', 'check', 'list', 'send', 'login', 'token'] : []) {
      expect(started.filter((text) => text.includes(`sparekey.js\0${command}\0`))).not.toEqual([])
    }

    expect(found.size).toBeGreaterThan(80)
    expect(JSON.stringify([...found.values()])).toContain('LOGIN failed.')
    const secrets = { ...planted, appPassword: made.password, token: token.trim(), kept: kept.secret }
    const leaks = [...found].flatMap(([where, text]) => [
      ...Object.entries(secrets).flatMap(([name, secret]) =>
        formsOf(secret).some((form) => text.includes(form)) ? [`${name} in ${where}`] : [],
      ),
      ...(issued.test(text) ? [`an issued token in ${where}`] : []),
    ])
    expect(leaks).toEqual([])
  } finally {
    mock.kill('SIGTERM')
    await Promise.all([mockEnd, stopWatching()])
  }
})
