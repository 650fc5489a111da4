/** What a sign-in leaves on the disk of whoever has signed in. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Terminal } from './terminal.ts'

export const secretsOf = (terminal: Terminal) => join(terminal.home, '.local/state/sparekey/secrets')

export type Account = { address: string; signIn: string; store: string }
export async function accountsOf(terminal: Terminal): Promise<Account[]> {
  const { stdout } = await terminal.run(['accounts', '--json'])
  return (JSON.parse(stdout) as { accounts: Account[] }).accounts
}

export async function onlySecret(terminal: Terminal): Promise<string> {
  const names = await readdir(secretsOf(terminal))
  expect(names).toHaveLength(1)
  return join(secretsOf(terminal), names[0]!)
}
