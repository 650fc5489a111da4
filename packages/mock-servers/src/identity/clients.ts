/**
 * Applications registered with the identity service: what a `client_id` means. Answers what a client is and whether a
 * redirect address or a secret is its own; keeps secrets as digests only.
 */
import type { AccountKind } from '../directory/account.ts'
import { SecretDigest } from '../directory/secret-digest.ts'

/** A client as the configuration describes it (docs/reference/mock-configuration.md#clients). */
export type ClientSpec = {
  id: string
  /** Shown on the page that asks for consent; the id if unset. */
  name?: string | undefined
  /** A confidential one proves itself with `secret`; `public` if unset. */
  type?: 'public' | 'confidential' | undefined
  secret?: string | undefined
  /** Whose accounts it is for; both kinds if unset. */
  accounts?: readonly AccountKind[] | undefined
  enabled?: boolean | undefined
  redirectUris?: readonly string[] | undefined
}

export type Client = {
  readonly id: string
  readonly name: string
  readonly type: 'public' | 'confidential'
  readonly accounts: readonly AccountKind[]
  readonly enabled: boolean
  readonly redirectUris: readonly string[]
}

/** Needs no registration: a public client for both kinds of accounts, which the server map names as `clientId`. */
export const readyMadeClient = {
  id: '5ba4e4e7-0001-4c1e-a8d5-000000000001',
  name: 'A mail program under test',
  redirectUris: ['http://localhost', 'http://localhost/callback', 'http://127.0.0.1', 'http://127.0.0.1/callback'],
} as const satisfies ClientSpec

export class Clients {
  readonly #digest = new SecretDigest()
  readonly #clients = new Map<string, { client: Client; secret: Buffer | undefined }>()

  constructor(specs: readonly ClientSpec[] = []) {
    for (const spec of [readyMadeClient, ...specs]) this.#add(spec)
  }

  /** By id, whatever its case: ids are GUIDs. */
  get(id: string): Client | undefined {
    return this.#clients.get(id.toLowerCase())?.client
  }

  list(): Client[] {
    return [...this.#clients.values()].map(({ client }) => client)
  }

  /** Whether that is the secret of a confidential client. */
  proves(client: Client, secret: string): boolean {
    const expected = this.#clients.get(client.id.toLowerCase())?.secret
    return expected !== undefined && this.#digest.same(this.#digest.of(secret), expected)
  }

  #add(spec: ClientSpec): void {
    const client: Client = {
      id: spec.id,
      name: spec.name ?? spec.id,
      type: spec.type ?? 'public',
      accounts: spec.accounts ?? ['personal', 'work'],
      enabled: spec.enabled ?? true,
      redirectUris: spec.redirectUris ?? [],
    }
    const secret = spec.secret === undefined ? undefined : this.#digest.of(spec.secret)
    this.#clients.set(client.id.toLowerCase(), { client, secret })
  }
}

/**
 * Whether a redirect address is one of the client's. On this machine (`http://localhost`, `http://127.0.0.1`) the port does
 * not matter, and the path does; everywhere else all of it must be the same (MS-OAUTH-20).
 */
export function isRedirectUriOf({ redirectUris }: Pick<Client, 'redirectUris'>, uri: string): boolean {
  const wanted = comparable(uri)
  return wanted !== undefined && redirectUris.some((own) => comparable(own) === wanted)
}

function comparable(uri: string): string | undefined {
  if (!URL.canParse(uri) || uri.includes('#')) return undefined
  const url = new URL(uri)
  if (url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname)) url.port = ''
  return url.href
}
