import { createHash, X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:tls'
import { type Microsoft, type MicrosoftOptions, startMicrosoft } from '@sparekey/mock-servers'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, vi } from 'vitest'
import { missingProgram, requirement } from '../support/requirement.ts'

export const hanako = 'hanako@hotmail.com'
export const password = 'correct horse'

const executablePath = '/usr/bin/chromium'
/** Nothing of its own over the network: what a test hears then comes from the page. */
const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

vi.setConfig({ testTimeout: 60_000 })

export const browserNeeded = requirement('chromium', missingProgram(executablePath, '--version'))

/** One browser for all tests of a file, and for each a context of its own: nothing is shared but the process. */
const running = new Map<string, Promise<Browser>>()

afterAll(async () => {
  for (const browser of running.values()) await (await browser).close()
})

function browserWith(args: readonly string[]): Promise<Browser> {
  const key = args.join(' ')
  const browser = running.get(key) ?? chromium.launch({ executablePath, args: [...flags.split(' '), ...args] })
  running.set(key, browser)
  return browser
}

/** A person at a desk: a mock, and a browser on its account page. */
export type Desk = AsyncDisposable & {
  microsoft: Microsoft
  page: Page
  /** The page the server map names for an official address. */
  official: (address: string) => string
}

export type DeskOptions = MicrosoftOptions & { context?: BrowserContextOptions }

export async function sitDown({ context: more = {}, ...options }: DeskOptions = {}): Promise<Desk> {
  const microsoft = await startMicrosoft({ accounts: [{ address: hanako, password }], ...options })
  const page = await openPage({ baseURL: microsoft.servers.portal, ...more })
  return {
    microsoft,
    page,
    official: (address) => {
      const where = microsoft.servers.open[address]
      if (where === undefined) throw new Error(`the server map opens no ${address}`)
      return where
    },
    [Symbol.asyncDispose]: async () => {
      await page.context().close()
      await microsoft.close()
    },
  }
}

/** A page in a context of its own: close that when done. */
export async function openPage(options: BrowserContextOptions, args: readonly string[] = []): Promise<Page> {
  const browser = await browserWith(args)
  const page = await (await browser.newContext({ locale: 'en-US', ...options })).newPage()
  page.setDefaultTimeout(15_000)
  return page
}

/** On the sign-in page. */
export async function signInWith(page: Page, secret: string, address = hanako): Promise<void> {
  await page.getByLabel('Address').fill(address)
  await page.getByLabel('Password').fill(secret)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** What makes Chromium reach the official names at the mock, and trust the mock's own key there and no other. */
export async function officialNames(microsoft: Microsoft): Promise<string[]> {
  const socket = connect({
    host: '127.0.0.1',
    port: microsoft.https.port,
    ca: microsoft.ca,
    servername: 'account.microsoft.com',
  })
  await once(socket, 'secureConnect')
  const certificate = new X509Certificate(socket.getPeerCertificate().raw)
  socket.destroy()
  const key = createHash('sha256')
    .update(certificate.publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64')
  const rules = Object.entries(microsoft.servers.connect)
    .filter(([name]) => name.endsWith(':443'))
    .map(([name, where]) => `MAP ${name.slice(0, -':443'.length)} ${where}`)
  return [`--host-resolver-rules=${rules.join(',')}`, `--ignore-certificate-errors-spki-list=${key}`]
}
