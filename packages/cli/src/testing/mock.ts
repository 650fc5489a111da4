import { startMicrosoft, type MicrosoftOptions } from '@sparekey/mock-servers'
import { temporaryFolder } from './folder.ts'
import { runMain } from './run-main.ts'

export const hanako = 'hanako@hotmail.com'
export const password = 'correct "horse\\ {7}'

/** A mock with one account, its map in a file, and the command line pointed at it. */
export async function mockedCommand(options: MicrosoftOptions = {}) {
  const folder = await temporaryFolder()
  const microsoft = await startMicrosoft({ accounts: [{ address: hanako, password }], ...options })
  const servers = await folder.write('servers.json', microsoft.servers)
  return {
    microsoft,
    folder,
    servers,
    /** Runs a command with the map; `secret` goes in by --password-stdin. */
    run: (args: readonly string[], secret?: string) =>
      runMain([...args, '--servers', servers, ...(secret === undefined ? [] : ['--password-stdin'])], {
        stdin: secret === undefined ? '' : `${secret}\n`,
      }),
    async [Symbol.asyncDispose]() {
      await microsoft.close()
      await folder[Symbol.asyncDispose]()
    },
  }
}
