import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startMicrosoft, type Microsoft, type MicrosoftOptions } from '@sparekey/mock-servers'
import { ended, heard, type Run } from '@sparekey/testkit/process'
import { sparekey, startSparekey } from './command.ts'
import { Person } from './person.ts'
import { temporaryFolder } from '@sparekey/testkit/folder'

export const hanako = { address: 'hanako@hotmail.com', password: 'correct "horse\\ {7}' }
const today = '2026-11-22'

/** A person at a terminal: a home of its own without a keyring, and the command line, which reaches one mock and no more. */
export type Terminal = AsyncDisposable & {
  microsoft: Microsoft
  folder: string
  /** `HOME` of all that runs here. */
  home: string
  servers: string
  run(args: readonly string[], options?: { stdin?: string; env?: NodeJS.ProcessEnv }): Promise<Run>
  /** Starts `login` and gives what it shows while it waits. */
  beginLogin(options?: LoginOptions): Promise<Begun>
  /** Signs in with a code, as the owner does. */
  login(options?: LoginOptions): Promise<Run>
  /** The server map once more, after the clock or the accounts have changed. */
  refreshMap(): Promise<void>
}

type LoginOptions = { address?: string; args?: readonly string[]; env?: NodeJS.ProcessEnv }
/** `code` is empty where the sign-in is by browser. */
type Begun = { page: string; code: string; end: Promise<Run>; interrupt(): void }

export async function openTerminal(options: MicrosoftOptions = {}): Promise<Terminal> {
  const folder = await temporaryFolder()
  const microsoft = await startMicrosoft({
    asOf: today,
    accounts: [hanako],
    limits: { deviceCodeInterval: 1 },
    ...options,
  })
  const home = join(folder.path, 'home')
  const servers = join(folder.path, 'servers.json')
  const refreshMap = () => writeFile(servers, JSON.stringify(microsoft.servers), { mode: 0o600 })
  await refreshMap()
  const common = (env: NodeJS.ProcessEnv = {}) => ({ HOME: home, SPAREKEY_SERVERS: servers, ...env })
  const run: Terminal['run'] = (args, { env, ...rest } = {}) => sparekey(args, { ...rest, env: common(env) })
  const beginLogin: Terminal['beginLogin'] = async ({ address = hanako.address, args = [], env } = {}) => {
    const child = startSparekey(['login', address, '--store', 'file', ...args], { env: common(env) })
    const end = ended(child)
    const [, page = '', code = ''] = await heard(child.stderr, args.includes('browser') ? onlyPage : pageAndCode, end)
    return { page, code, end, interrupt: () => void child.kill('SIGINT') }
  }
  return {
    microsoft,
    folder: folder.path,
    home,
    servers,
    run,
    beginLogin,
    login: async (options) => {
      const { end, ...device } = await beginLogin(options)
      await new Person().answerDevice(device, hanako)
      return end
    },
    refreshMap,
    async [Symbol.asyncDispose]() {
      await microsoft.close()
      await folder[Symbol.asyncDispose]()
    },
  }
}

const onlyPage = /^ {2}(http\S+)\n/m
/** What `login` shows: where to type in the code, and the code. */
export const pageAndCode = /^ {2}(http\S+)\n.*\n {2}([A-Z0-9]+)\n/m
