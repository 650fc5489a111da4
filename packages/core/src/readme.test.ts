/* oxlint-disable no-console -- the README's examples print */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import {
  check,
  composeMessage,
  describe,
  mappedNetwork,
  openMailbox,
  parseUsing,
  readServerMap,
  sendMessage,
  settingsFor,
} from './index.ts'
import type { Network } from './network.ts'
import { issueCertificate } from './testing/certificates.ts'
import { startIdentityEndpoint } from './testing/identity-endpoint.ts'
import { startScripted } from './testing/scripted-server.ts'

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
  expect(log).toHaveBeenLastCalledWith('An app password is needed here')
  expect(explanation).toContain('two-step')
  for (const { text, url } of nextSteps) console.log(text, url ?? '')

  const { account, servers } = await settingsFor('hanako@hotmail.com', { network })
  for (const { protocol, host, port, security } of servers) console.log(protocol, host, port, security)
  expect(account).toBe('personal')

  const using = [parseUsing('imap=imap-mail.outlook.com:143/none/user=hanako')]
  const { protocols } = await check({ address: 'hanako@hotmail.com', using, protocols: ['imap'], network })
  expect(protocols[0]?.differences).toContainEqual({ field: 'port', now: '143', right: '993' })
})

test('the README’s examples of reading and sending work', async () => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
  await using servers = await serversWithoutSmtp()
  await inFolderWith(servers.map)
  await readAndSend(mappedNetwork(await readServerMap('servers.json')))
  expect(servers.graph.asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer a-token-for-graph'])
})

async function readAndSend(network: Network) {
  const username = 'hanako@hotmail.com'
  const token = 'a-token'
  const accessTokenFor = async (resource: string) => `a-token-for-${resource}`
  const { servers } = await settingsFor(username, { network })

  const [imap, smtp] = ['imap', 'smtp'].map((name) => servers.find(({ protocol }) => protocol === name)!)

  await using mailbox = await openMailbox({ endpoint: imap!, username, token, network })
  for (const { uid, from, subject } of await mailbox.list({ limit: 5 })) console.log(uid, from, subject)

  const draft = { from: username, to: ['taro@example.com'], subject: 'Hello', text: 'Hello, Taro', date: network.now() }
  const message = await composeMessage(draft)
  const sent = await sendMessage({ endpoint: smtp!, username, token, network, message, accessTokenFor })
  expect(sent.via).toBe('graph')
}

/** Servers that take every token, for a mailbox with SMTP AUTH switched off; and the map that leads to them. */
async function serversWithoutSmtp() {
  const tls = await issueCertificate(['imap-mail.outlook.com', 'smtp-mail.outlook.com', 'graph.microsoft.com'])
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
  const graph = await startIdentityEndpoint(() => ({ status: 202, body: '' }), { certificate: tls })
  return {
    graph,
    map: {
      version: 1,
      asOf: '2021-05-01',
      ca: tls.ca,
      connect: {
        'imap-mail.outlook.com:993': `127.0.0.1:${imap.port}`,
        'smtp-mail.outlook.com:587': `127.0.0.1:${smtp.port}`,
        'graph.microsoft.com:443': `127.0.0.1:${graph.port}`,
      },
    },
    async [Symbol.asyncDispose]() {
      for (const server of [imap, smtp, graph]) await server[Symbol.asyncDispose]()
    },
  }
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
