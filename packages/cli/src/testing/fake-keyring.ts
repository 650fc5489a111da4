/** What stands in for `@napi-rs/keyring` in tests: no test touches a real one. Shared by all that replace it. */
export const fakeKeyring = { entries: new Map<string, string>(), options: [] as unknown[], broken: false }

export class AsyncEntry {
  readonly #key: string

  constructor(service: string, name: string, options: unknown) {
    if (fakeKeyring.broken) throw new Error('no secret service')
    this.#key = `${service}/${name}`
    fakeKeyring.options.push(options)
  }

  async getPassword(): Promise<string | null> {
    return fakeKeyring.entries.get(this.#key) ?? null
  }

  async setPassword(secret: string): Promise<void> {
    fakeKeyring.entries.set(this.#key, secret)
  }

  async deletePassword(): Promise<boolean> {
    return fakeKeyring.entries.delete(this.#key)
  }
}
