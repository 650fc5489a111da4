/** A browser at a sign-in, and the service that its page belongs to. Not part of the product. */
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { failureOf } from '@sparekey/testkit/failure'
import { clientId, idToken, startIdentityEndpoint, tokens, type Said } from './identity-endpoint.ts'
import { signInWithBrowser, type BrowserSignInOptions } from '../oauth/browser/browser.ts'
import type { OAuthGrant } from '../oauth/grant.ts'

export type Shown = { status: number; headers: IncomingMessage['headers']; body: string }

/** What a browser does with an address. */
export async function visit(url: string | URL, options: { host?: string; method?: string } = {}): Promise<Shown> {
  const { method = 'GET', host } = options
  const asking = request(url, { method, agent: false, headers: host === undefined ? {} : { host } }).end()
  const [response] = (await once(asking, 'response')) as [IncomingMessage]
  let body = ''
  for await (const chunk of response) body += String(chunk)
  return { status: response.statusCode!, headers: response.headers, body }
}

/** What Microsoft's page makes of a sign-in: where the browser is sent back to. */
export function back(page: string, answer: Record<string, string>): URL {
  const { searchParams } = new URL(page)
  const url = new URL(searchParams.get('redirect_uri')!)
  for (const [name, value] of Object.entries({ state: searchParams.get('state')!, ...answer })) {
    url.searchParams.set(name, value)
  }
  return url
}

export const nonceOf = (page: string) => new URL(page).searchParams.get('nonce')!

/** A service whose id tokens belong to the last page that was opened. */
export async function play(
  act: (page: string) => unknown,
  options: Partial<BrowserSignInOptions> & {
    said?: (page: string) => Said | undefined | Promise<Said | undefined>
  } = {},
) {
  let page = ''
  const { said = () => tokens({ id_token: idToken({ nonce: nonceOf(page) }) }), ...rest } = options
  await using server = await startIdentityEndpoint(() => said(page))
  let acted: Promise<unknown> = Promise.resolve()
  let grant: OAuthGrant | undefined
  const failure = await failureOf(async () => {
    grant = await signInWithBrowser({
      account: 'personal',
      clientId,
      network: server.network,
      open: (url) => {
        page = url
        acted = Promise.resolve(act(url))
      },
      ...rest,
    })
  })
  await acted
  return { page, grant, failure, asked: server.asked }
}

export const secretWords = /the-code|EwB-the-access-token|M\.C5-the-refresh-token/
