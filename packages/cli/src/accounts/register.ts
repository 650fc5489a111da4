/** The accounts that are known, of all realms, in one file (`accounts.json`), without their secrets. */
import { join } from 'node:path'
import { Failure } from '../failure/failure.ts'
import { isSameAccount, type StoredAccount } from './account.ts'
import { withLock } from './lock.ts'
import { readPrivateFile, writePrivateFile } from './private-file.ts'

export class Register {
  readonly #path: string

  constructor(state: string) {
    this.#path = join(state, 'accounts.json')
  }

  /** In the order they signed in. Throws `store-not-private`, `store-damaged`, `file-unreadable`. */
  async read(): Promise<StoredAccount[]> {
    const text = await readPrivateFile(this.#path)
    if (text === undefined) return []
    const { parseRegister } = await import('./register-file.ts')
    try {
      return parseRegister(text)
    } catch (error) {
      throw new Failure('store-damaged', { path: this.#path }, error)
    }
  }

  /** Adds an account, in place of what was known of it. */
  put(account: StoredAccount): Promise<void> {
    return this.#change((accounts) => [...accounts.filter((known) => !isSameAccount(account, known)), account])
  }

  remove(account: StoredAccount): Promise<void> {
    return this.#change((accounts) => accounts.filter((known) => !isSameAccount(account, known)))
  }

  #change(change: (accounts: StoredAccount[]) => StoredAccount[]): Promise<void> {
    return withLock(`${this.#path}.lock`, async () => {
      const { formatRegister } = await import('./register-file.ts')
      await writePrivateFile(this.#path, formatRegister(change(await this.read())))
    })
  }
}
