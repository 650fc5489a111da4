/** A browser without a window, for tests of the account page: keeps cookies, follows nothing, fills in the form's token. */
import { Directory } from '../../directory/directory.ts'
import { Clock } from '../../clock/clock.ts'
import { Identity } from '../../identity/identity.ts'
import { MailStore } from '../../mail/store.ts'
import { Journal } from '../../sign-in/journal.ts'
import { accountPage } from '../app.tsx'
import { tokenField } from '../visit/forms.ts'
import type { AccountPageOptions } from '../visit/options.ts'

export const hanako = 'hanako@hotmail.com'
export const taro = 'taro@outlook.jp'
export const password = 'correct horse'

/** An account page over two accounts, hanako's and taro's, at the date of the article. */
export function startAccountPage() {
  const clock = new Clock(new Date('2021-05-01T00:00:00Z'))
  const directory = new Directory({ now: () => clock.now() })
  const store = new MailStore({ mailboxBytes: 100_000_000, now: () => clock.now() })
  const identity = new Identity({ directory, clients: [], deviceCodeInterval: 5 })
  const journal = new Journal()
  const closing = new AbortController()
  directory.onChange(({ kind, account }) => {
    if (kind === 'created') store.create(account.address, account.kind)
    if (kind === 'removed') store.remove(account.address)
  })
  for (const address of [hanako, taro]) directory.add({ address, password })
  const options: AccountPageOptions = { directory, store, clock, journal, identity, closing: closing.signal }
  const app = accountPage(options)
  return {
    ...options,
    app,
    account: (address = hanako) => directory.get(address)!,
    visitor: (headers: Record<string, string> = {}) => new TestVisitor(app, headers),
    /** Signed in with the password; two-step verification must be off. */
    owner: async (address = hanako) => {
      const visitor = new TestVisitor(app)
      await visitor.signIn(address)
      return visitor
    },
    [Symbol.dispose]: () => closing.abort(),
  }
}

export type Answer = { status: number; headers: Headers; text: string; location: string | null }

export class TestVisitor {
  readonly cookies = new Map<string, string>()
  readonly #app: ReturnType<typeof accountPage>
  readonly #headers: Record<string, string>
  readonly #origin: string
  #token = ''

  constructor(
    app: ReturnType<typeof accountPage>,
    headers: Record<string, string> = {},
    origin = 'http://127.0.0.1:1080',
  ) {
    this.#app = app
    this.#headers = headers
    this.#origin = origin
  }

  /** Remembers the token of the page's forms. */
  async get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await this.#send(path, { headers })
    this.#token = new RegExp(`name="${tokenField}" value="([^"]+)"`).exec(answer.text)?.[1] ?? this.#token
    return answer
  }

  /** Sends a form as a page of ours would: with the token of the page seen last. */
  post(path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<Answer> {
    const body = new URLSearchParams({ [tokenField]: this.#token, ...fields }).toString()
    return this.#send(path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })
  }

  /** Goes to a page and sends its form. */
  async fill(page: string, action: string, fields: Record<string, string> = {}): Promise<Answer> {
    await this.get(page)
    return this.post(action, fields)
  }

  async signIn(address: string, secret = password): Promise<Answer> {
    return this.fill('/signin', '/signin', { address, password: secret })
  }

  async #send(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await this.#app.request(new URL(path, this.#origin).href, {
      ...init,
      headers: { ...this.#headers, ...(cookie && { cookie }), ...init.headers },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (/max-age=0/i.test(line)) this.cookies.delete(name!)
      else this.cookies.set(name!, value!)
    }
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, location: response.headers.get('location') }
  }
}
