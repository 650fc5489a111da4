import { join } from 'node:path'
import { startMicrosoft, type MicrosoftOptions } from '@sparekey/mock-servers'
import { temporaryFolder } from '@sparekey/testkit/folder'
import { runMain } from './run-main.ts'

export const hanako = 'hanako@hotmail.com'
export const password = 'correct "horse\\ {7}'

/** A mock with one account, its map in a file, and the command line pointed at it. */
export async function mockedCommand(options: MicrosoftOptions = {}) {
  const folder = await temporaryFolder()
  const microsoft = await startMicrosoft({
    accounts: [{ address: hanako, password }],
    limits: { deviceCodeInterval: 1 },
    ...options,
  })
  const servers = await folder.write('servers.json', microsoft.servers)
  const env = { HOME: join(folder.path, 'home') }
  return {
    microsoft,
    folder,
    servers,
    /** Runs a command with the map, at home in the folder; `secret` goes in by --password-stdin. */
    run: (args: readonly string[], secret?: string) =>
      runMain([...args, '--servers', servers, ...(secret === undefined ? [] : ['--password-stdin'])], {
        stdin: secret === undefined ? '' : `${secret}\n`,
        env,
      }),
    /** Runs a command with the map, and this on standard input. */
    hand: (args: readonly string[], stdin: string) => runMain([...args, '--servers', servers], { stdin, env }),
    /** Runs `login` in the place of somebody who types in the code that it shows, and agrees. */
    login: (args: readonly string[] = []) =>
      runMain(['login', hanako, '--store', 'file', ...args, '--servers', servers], {
        env,
        hear: (text) => {
          const [, code] = /^ {2}([A-Z0-9]{8,9})$/m.exec(text) ?? []
          if (code !== undefined) microsoft.oauth.approveDevice(code, hanako)
        },
      }),
    async [Symbol.asyncDispose]() {
      await microsoft.close()
      await folder[Symbol.asyncDispose]()
    },
  }
}
