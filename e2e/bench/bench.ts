import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { startMicrosoft } from '@sparekey/mock-servers'
import { createTransport } from 'nodemailer'
import { SMTPServer } from 'smtp-server'
import { issueCertificate } from '@sparekey/testkit/certificate'
import { missingDovecot, startDovecot } from '../support/dovecot.ts'
import { signIn } from '../support/sign-in.ts'
import { inTurn, median, milliseconds } from './measure.ts'
import {
  fetchAll,
  imapSession,
  messages,
  pop3Session,
  residentMegabytes,
  retrieveAll,
  type Target,
} from './workloads.ts'

/**
 * `npm run bench`: one table. Every ratio is measured in one run, in turn, since machines differ and drift. Nothing here is
 * asserted: the aims stand beside the figures for a person to read.
 */
type Row = { what: string; figure: string; aim?: string }
const rows: Row[] = []
const say = (what: string, figure: string, aim?: string) => {
  rows.push({ what, figure, ...(aim === undefined ? {} : { aim }) })
  process.stderr.write(`${what}: ${figure}\n`)
}

const address = 'hanako@hotmail.com'
const password = 'correct horse'
const accounts = [{ address, password }]
const times = (ratio: number) => `${ratio.toFixed(2)}×`
const rate = (count: number, ms: number) => `${Math.round((count / ms) * 1000)}/s`

async function commandLine(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'sparekey-bench-'))
  const empty = join(folder, 'empty.mjs')
  writeFileSync(empty, '')
  const bin = join(dirname(createRequire(import.meta.url).resolve('sparekey/package.json')), 'bin', 'sparekey.js')
  const script = (...args: string[]) => spawnSync(process.execPath, args, { stdio: 'ignore' })
  for (const args of [['--help'], ['settings', address, '--as-of', '2021-05-01'], ['explain', 'app-password-needed']]) {
    const { a, ratio } = await inTurn(
      15,
      () => script(bin, ...args),
      () => script(empty),
    )
    say(`sparekey ${args.slice(0, 1).join(' ')} over an empty script`, `${times(ratio)} (${a.toFixed(0)} ms)`, '≤ 1.5×')
  }
  rmSync(folder, { recursive: true })
}

async function start(): Promise<void> {
  const once = async () => {
    await using microsoft = await startMicrosoft({ accounts })
    const { wire } = await signIn.imap(microsoft, { username: address, secret: password })
    await wire[Symbol.asyncDispose]()
  }
  await once() // loads the libraries
  const taken: number[] = []
  for (let round = 0; round < 15; round++) {
    const begin = performance.now()
    await using microsoft = await startMicrosoft({ accounts })
    const { wire } = await signIn.imap(microsoft, { username: address, secret: password })
    taken.push(performance.now() - begin)
    await wire[Symbol.asyncDispose]()
  }
  say('start in process until the first accepted sign-in', `${median(taken).toFixed(0)} ms`, '≤ 60 ms')
}

async function signIns(): Promise<void> {
  await using microsoft = await startMicrosoft({ accounts })
  for (const protocol of ['pop3', 'imap', 'smtp'] as const) {
    const count = 300
    const one = async () => {
      const { wire } = await signIn[protocol](microsoft, { username: address, secret: password })
      await wire[Symbol.asyncDispose]()
    }
    await one()
    const taken = await milliseconds(async () => {
      for (let done = 0; done < count; done += 4) await Promise.all([one(), one(), one(), one()])
    })
    say(`sign-ins a second, ${protocol}, each on a new TLS connection`, rate(count, taken))
  }
}

async function submission(): Promise<void> {
  await using microsoft = await startMicrosoft({ accounts })
  const { ca: bareCa, cert, key } = await issueCertificate(['localhost', '127.0.0.1'])
  const bare = new SMTPServer({
    logger: false,
    authOptional: false,
    disableReverseLookup: true,
    cert,
    key,
    onAuth: (auth, _session, done) => done(null, { user: auth.username }),
    onData: (stream, _session, done) => {
      stream.on('data', () => undefined)
      stream.on('end', () => done())
    },
  })
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve))
  const bareAddress = bare.server.address()
  const barePort = typeof bareAddress === 'object' && bareAddress ? bareAddress.port : 0
  const count = 1000
  const [raw] = messages(1)
  const send = async (port: number, ca: string, servername: string) => {
    const transport = createTransport({
      host: '127.0.0.1',
      port,
      requireTLS: true,
      pool: true,
      maxConnections: 5,
      maxMessages: Infinity,
      tls: { ca, servername },
      auth: { user: address, pass: password },
    })
    const envelope = { from: address, to: ['someone@example.com'] }
    await Promise.all(Array.from({ length: count }, () => transport.sendMail({ envelope, raw })))
    transport.close()
  }
  const { a, b, ratio } = await inTurn(
    9,
    () => send(microsoft.smtp.port, microsoft.ca, 'smtp-mail.outlook.com'),
    () => send(barePort, bareCa, 'localhost'),
  )
  say(
    'SMTP messages a second, 5 connections, over bare smtp-server',
    `${times(1 / ratio)} (${rate(count, a)} to ${rate(count, b)})`,
    '≥ 0.9×',
  )
  await new Promise<void>((resolve) => bare.close(resolve))
}

async function reading(): Promise<void> {
  await using microsoft = await startMicrosoft({ accounts, limits: { mailboxBytes: 1e9 } })
  const empty = await residentMegabytes()
  const batch = messages(10_000)
  for (const raw of batch) await microsoft.mail.append(address, 'Inbox', raw)
  const loaded = await residentMegabytes()
  const mock: Target = {
    host: 'outlook.office365.com',
    imapPort: microsoft.imap.port,
    pop3Port: microsoft.pop3.port,
    ca: microsoft.ca,
    username: address,
    secret: password,
  }
  const missing = missingDovecot()
  await using dovecot = missing === undefined ? await startDovecot({ messages: batch }) : undefined

  const works: {
    what: string
    open: typeof imapSession
    work: (wire: Awaited<ReturnType<typeof imapSession>>) => Promise<void>
  }[] = [
    {
      what: 'IMAP listing of 10,000 envelopes',
      open: imapSession,
      work: (wire) => fetchAll(wire, 'FETCH 1:* (UID FLAGS ENVELOPE)'),
    },
    {
      what: 'IMAP fetch of 1,000 bodies',
      open: imapSession,
      work: (wire) => fetchAll(wire, 'FETCH 1:1000 (UID BODY.PEEK[])'),
    },
    { what: 'POP3 retrieval of 1,000 messages', open: pop3Session, work: (wire) => retrieveAll(wire, 1000) },
  ]
  for (const { what, open, work } of works) {
    await using here = await open(mock)
    const first = await milliseconds(() => work(here))
    if (!dovecot) {
      const warm = median([
        await milliseconds(() => work(here)),
        await milliseconds(() => work(here)),
        await milliseconds(() => work(here)),
      ])
      say(`${what} (no Dovecot: ${missing})`, `${warm.toFixed(0)} ms warm, ${first.toFixed(0)} ms first`)
      continue
    }
    await using there = await open(dovecot.target)
    const { a, b, ratio } = await inTurn(
      5,
      () => work(here),
      () => work(there),
    )
    say(
      `${what} over Dovecot`,
      `${times(ratio)} (${a.toFixed(0)} to ${b.toFixed(0)} ms warm; ${first.toFixed(0)} ms first)`,
      '≤ 1.0×',
    )
  }
  say('memory for 10,000 messages of 4 KB', `${(loaded - empty).toFixed(0)} MB (the messages themselves: 41 MB)`)
}

await commandLine()
await start()
await signIns()
await submission()
await reading()

const width = Math.max(...rows.map(({ what }) => what.length))
process.stdout.write(
  `\n${rows.map(({ what, figure, aim }) => `${what.padEnd(width)}  ${figure}${aim ? `   (aim ${aim})` : ''}`).join('\n')}\n`,
)
