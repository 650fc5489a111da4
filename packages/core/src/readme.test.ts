/* oxlint-disable no-console -- the README's examples print */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import {
  accessTokenFor,
  check,
  composeMessage,
  describe,
  diagnose,
  mappedNetwork,
  openMailbox,
  parseUsing,
  probe,
  readServerMap,
  sendMessage,
  settingsFor,
  signInOf,
  signInWithDeviceCode,
  type DeviceCodePrompt,
  type StoredSignIn,
  type TokenVault,
} from './index.ts'
import type { Network } from './network/network.ts'
import { issueCertificate } from '@sparekey/testkit/certificate'
import { clientId, idToken, startIdentityEndpoint, tokens, type Asked } from './testing/identity-endpoint.ts'
import { startScripted } from '@sparekey/testkit/server'

/** The lines of the README's examples that do something: without imports, comments and blank lines. */
async function shown(): Promise<string[]> {
  const text = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  const examples = [...text.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code]) => code!)
  return examples.flatMap(code)
}

function code(text: string): string[] {
  const lines = text.split('\n').map((line) => line.replace(/ \/\/ .*$/, '').trim())
  return lines.filter((line) => line !== '' && !line.startsWith('import '))
}

test('the README shows only what runs below', async () => {
  const run = code(await readFile(new URL(import.meta.url), 'utf8'))
  const lines = await shown()
  expect(lines.length).toBeGreaterThan(8)
  expect(lines.filter((line) => !run.some((ran) => ran === line || ran.startsWith(`expect(${line})`)))).toEqual([])
})

test('the README’s examples work', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await using refusing = await refusingServers()
  await inFolderWith(refusing.map)

  const network = mappedNetwork(await readServerMap('servers.json'))
  const report = await check({ address: 'hanako@hotmail.com', secret: 'correct horse', network })

  expect(report.ok).toBe(false)
  expect(report.finding.code).toBe('app-password-needed')
  expect(report.finding.evidence?.quote).toBe('A2 NO LOGIN failed.')

  const { title, explanation, nextSteps } = describe(report.finding, { lang: 'en', report })
  console.log(title)
  expect(log).toHaveBeenLastCalledWith('The password was refused: most likely an app password is needed')
  expect(explanation).toContain('two-step')
  for (const { text, url } of nextSteps) console.log(text, url ?? '')

  const { account, servers } = await settingsFor('hanako@hotmail.com', { network })
  for (const { protocol, host, port, security } of servers) console.log(protocol, host, port, security)
  expect(account).toBe('personal')

  const using = [parseUsing('imap=imap-mail.outlook.com:143/none/user=hanako')]
  const { protocols } = await check({ address: 'hanako@hotmail.com', using, protocols: ['imap'], network })
  expect(protocols[0]?.differences).toContainEqual({ field: 'port', now: '143', right: '993' })

  const endpoint = servers.find(({ protocol }) => protocol === 'imap')!
  const proof = { secret: 'correct horse' }
  const observation = await probe({ endpoint, username: 'hanako@hotmail.com', proof }, network)
  const saved = JSON.stringify(observation)

  const { finding } = diagnose([JSON.parse(saved)], { servers })
  expect(finding.code).toBe('app-password-needed')
})

test('the README’s examples of signing in, reading and sending work', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await using servers = await serversWithoutSmtp()
  await inFolderWith(servers.map)
  await signInReadAndSend(mappedNetwork(await readServerMap('servers.json')))
  expect(log).toHaveBeenCalledWith('Open http://127.0.0.1:40080/link and type in ABCD1234.')
  const { headers } = servers.web.asked.find(({ path }) => path.endsWith('/sendMail'))!
  expect(headers.authorization).toBe('Bearer a-token-for-graph')
})

async function signInReadAndSend(network: Network) {
  const { servers } = await settingsFor('hanako@hotmail.com', { network })
  const entries = new Map<string, StoredSignIn>()
  const vault: TokenVault = {
    read: async (key) => entries.get(key),
    write: async (key, entry) => void entries.set(key, entry),
    withLock: (_key, work) => work(),
  }

  const onCode = ({ openUri, userCode }: DeviceCodePrompt) => console.log(`Open ${openUri} and type in ${userCode}.`)
  const grant = await signInWithDeviceCode({ account: 'personal', clientId, network, onCode })
  expect(grant.username).toBe('hanako@hotmail.com')
  await vault.write('hanako', signInOf(grant))

  const { username, accessToken: token } = await accessTokenFor(vault, 'hanako', 'outlook', network)

  const [imap, smtp] = ['imap', 'smtp'].map((name) => servers.find(({ protocol }) => protocol === name)!)

  await using mailbox = await openMailbox({ endpoint: imap!, username, token, network })
  for (const { uid, from, subject } of await mailbox.list({ limit: 5 })) console.log(uid, from, subject)

  const forGraph = async () => (await accessTokenFor(vault, 'hanako', 'graph', network)).accessToken
  const draft = { from: username, to: ['taro@example.com'], subject: 'Hello', text: 'Hello, Taro', date: network.now() }
  const message = await composeMessage(draft)
  const sent = await sendMessage({ endpoint: smtp!, username, token, network, message, accessTokenFor: forGraph })
  expect(sent.via).toBe('graph')
}

/** Servers that take every token, for a mailbox with SMTP AUTH switched off; and the map that leads to them. */
async function serversWithoutSmtp() {
  const web = ['login.microsoftonline.com', 'graph.microsoft.com']
  const tls = await issueCertificate(['imap-mail.outlook.com', 'smtp-mail.outlook.com', ...web])
  const imap = await startScripted(
    (peer) => {
      const done = (untagged: string) => (line: string) => `${untagged}${line.split(' ', 1)[0]} OK done\r\n`
      return peer
        .send('* OK ready.\r\n')
        .answer(
          [/ CAPABILITY/, done('* CAPABILITY IMAP4rev1 AUTH=XOAUTH2 SASL-IR\r\n')],
          [/ EXAMINE/, done('* 0 EXISTS\r\n')],
          [/ LOGOUT/, done('* BYE bye\r\n')],
          [/ /, done('')],
        )
    },
    { tls },
  )
  const smtp = await startScripted(async (peer) => {
    await peer.send('220 ready\r\n').answer([/EHLO/, '250-x\r\n250 STARTTLS\r\n'], [/STARTTLS/, undefined])
    await peer.send('220 ready\r\n').startTls(tls)
    const off = '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. [X]\r\n'
    await peer.answer([/EHLO/, '250-x\r\n250 AUTH LOGIN XOAUTH2\r\n'], [/AUTH/, off])
  })
  const microsoft = await startIdentityEndpoint(answer, { certificate: tls })
  return {
    web: microsoft,
    map: {
      version: 1,
      asOf: '2021-05-01',
      ca: tls.ca,
      connect: {
        'imap-mail.outlook.com:993': `127.0.0.1:${imap.port}`,
        'smtp-mail.outlook.com:587': `127.0.0.1:${smtp.port}`,
        ...Object.fromEntries(web.map((host) => [`${host}:443`, `127.0.0.1:${microsoft.port}`])),
      },
      open: { 'https://www.microsoft.com/link': 'http://127.0.0.1:40080/link' },
    },
    async [Symbol.asyncDispose]() {
      for (const server of [imap, smtp, microsoft]) await server[Symbol.asyncDispose]()
    },
  }
}

/** Microsoft's web servers: a code, tokens, and sending by Graph. */
function answer({ path, form }: Asked) {
  if (path.endsWith('/sendMail')) return { status: 202, body: '' }
  if (path.endsWith('/devicecode')) {
    const verification_uri = 'https://www.microsoft.com/link'
    return { json: { user_code: 'ABCD1234', device_code: 'x', verification_uri, expires_in: 900, interval: 1 } }
  }
  const forGraph = form['scope']!.includes('Mail.Send')
  return tokens({
    id_token: idToken({}, new Date('2021-05-01T00:00:00Z')),
    ...(forGraph && { access_token: 'a-token-for-graph', scope: 'https://graph.microsoft.com/Mail.Send' }),
  })
}

/** Servers that refuse every password as Microsoft's did in 2021, and the map that leads to them. */
async function refusingServers() {
  const tls = await issueCertificate(['imap-mail.outlook.com', 'pop-mail.outlook.com', 'smtp-mail.outlook.com'])
  const imap = await startScripted(
    (peer) =>
      peer
        .send('* OK ready.\r\n')
        .answer(
          [/CAPABILITY/, '* CAPABILITY IMAP4rev1\r\nA1 OK done.\r\n'],
          [/LOGIN/, 'A2 NO LOGIN failed.\r\n'],
          [/LOGOUT/, 'A4 OK bye\r\n'],
        ),
    { tls },
  )
  const pop = await startScripted(
    (peer) =>
      peer
        .send('+OK ready.\r\n')
        .answer(
          [/CAPA/, '+OK\r\nUSER\r\n.\r\n'],
          [/USER|QUIT/, '+OK\r\n'],
          [/PASS/, '-ERR Logon failure: unknown user name or bad password.\r\n'],
        ),
    { tls },
  )
  const smtp = await startScripted(async (peer) => {
    await peer.send('220 ready\r\n').answer([/EHLO/, '250-x\r\n250 STARTTLS\r\n'], [/STARTTLS/, undefined])
    await peer.send('220 ready\r\n').startTls(tls)
    await peer.answer(
      [/EHLO/, '250-x\r\n250 AUTH PLAIN\r\n'],
      [/AUTH/, '334 \r\n'],
      [/QUIT/, '221 bye\r\n'],
      [/./, '535 5.7.3 Authentication unsuccessful [X]\r\n'],
    )
  })
  return {
    map: {
      version: 1,
      asOf: '2021-05-01',
      ca: tls.ca,
      connect: {
        'imap-mail.outlook.com:993': `127.0.0.1:${imap.port}`,
        'pop-mail.outlook.com:995': `127.0.0.1:${pop.port}`,
        'smtp-mail.outlook.com:587': `127.0.0.1:${smtp.port}`,
      },
    },
    async [Symbol.asyncDispose]() {
      for (const server of [imap, pop, smtp]) await server[Symbol.asyncDispose]()
    },
  }
}

async function inFolderWith(map: object): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sparekey-'))
  const before = process.cwd()
  process.chdir(folder)
  onTestFinished(async () => {
    process.chdir(before)
    await rm(folder, { recursive: true })
  })
  await writeFile('servers.json', JSON.stringify(map), { mode: 0o600 })
}
