import { join } from 'node:path'
import { startMicrosoft, type Microsoft } from '@sparekey/mock-servers'
import { run, type Run } from '@sparekey/testkit/process'
import { temporaryFolder } from '@sparekey/testkit/folder'

export const address = 'hanako@hotmail.com'

/** What a person sits in front of: two-step is on, an app password was made, a mail program wants to be set up. */
export type Desk = AsyncDisposable & {
  microsoft: Microsoft
  /** The app password. */
  secret: string
  /** The certificate authority to trust, as a file. */
  ca: string
  /** A path in a folder of the test's own. */
  path(name: string): string
  /** Writes a file only its owner can read, as mail programs demand where secrets are in it; gives its path. */
  write(name: string, content: string | Buffer): Promise<string>
  /** Runs a program to its end; its home is the folder. */
  run(program: string, args: readonly string[], stdin?: string | Buffer): Promise<Run>
}

export async function sitDown(owner = address): Promise<Desk> {
  const folder = await temporaryFolder()
  const microsoft = await startMicrosoft({ accounts: [{ address: owner, password: 'correct horse' }] })
  const account = microsoft.accounts.get(owner)
  account.twoStep = true
  const { password: secret } = account.createAppPassword('a mail program')
  const path = (name: string) => join(folder.path, name)
  return {
    microsoft,
    secret,
    ca: await folder.write('ca.pem', microsoft.ca),
    path,
    write: folder.write,
    run: (program, args, stdin) =>
      run(program, args, { stdin, cwd: folder.path, env: { HOME: folder.path, LC_ALL: 'C.UTF-8' } }),
    [Symbol.asyncDispose]: async () => {
      await microsoft.close()
      await folder[Symbol.asyncDispose]()
    },
  }
}
