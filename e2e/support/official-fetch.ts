/**
 * `fetch` for libraries that know nothing of the mock: official names go where the server map says, certificates are checked
 * against them, and nothing else exists.
 */
import { request } from 'node:https'
import type { ServerMap } from '@sparekey/mock-servers'

export type Fetch = (url: string | URL, options?: FetchOptions) => Promise<Response>

type FetchOptions = {
  method?: string | undefined
  headers?: ConstructorParameters<typeof Headers>[0] | undefined
  body?: { toString(): string } | null | undefined
}

/** Redirects are not followed. */
export function officialFetch({ connect, ca }: ServerMap): Fetch {
  return (url, { method = 'GET', headers, body } = {}) => {
    const { hostname, pathname, search } = new URL(url)
    const [host, port] = (connect[`${hostname}:443`] ?? '').split(':')
    if (!host) return Promise.reject(new Error(`the server map has no ${hostname}`))
    const sent = Object.fromEntries(new Headers(headers))
    return new Promise((resolve, reject) => {
      const outgoing = request(
        { host, port, ca, servername: hostname, path: pathname + search, method, headers: { ...sent, host: hostname } },
        async (incoming) => {
          const pieces: Buffer[] = []
          for await (const piece of incoming) pieces.push(piece as Buffer)
          const fields = Object.entries(incoming.headers).map(([name, value]): [string, string] => [
            name,
            String(value),
          ])
          const text = Buffer.concat(pieces)
          resolve(new Response(text.length > 0 ? text : null, { status: incoming.statusCode!, headers: fields }))
        },
      )
      outgoing.on('error', reject)
      outgoing.end(body?.toString())
    })
  }
}
