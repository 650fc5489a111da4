import type { Language } from '../../diagnosis/words/words.ts'
import { protocolBroken } from '../../errors/failure.ts'
import { SparekeyError } from '../../errors/sparekey-error.ts'
import { callbackPage } from './callback-page.ts'
import { scopesFor } from '../clouds.ts'
import type { OAuthGrant } from '../grant.ts'
import { listenOnLoopback, type Arrival } from './loopback.ts'
import { readRefusal, refusalFailure } from '../refusal.ts'
import { beginSignIn, type SignIn, type SignInOptions } from '../sign-in.ts'

/** What a sign-in in a browser needs beside that. */
export type BrowserSignInOptions = SignInOptions & {
  /** Filled in on Microsoft's page; the owner may still choose another. */
  address?: string | undefined
  /** Opens a page in the browser. With a server map it is the map's page. */
  open: (page: string) => void | Promise<void>
  /** How long the browser may stay away; ten minutes if unset. */
  timeoutMs?: number | undefined
  /** The language of the page the browser ends on; English if unset. */
  lang?: Language | undefined
}

const defaultTimeoutMs = 600_000

/**
 * Signs in with Microsoft in a browser on this machine: authorization code with PKCE (RFC 7636), back by a loopback port
 * (RFC 8252).
 * @throws SparekeyError `sign-in-declined`, `sign-in-timeout`, `aborted`, another finding behind Microsoft's refusal, with
 * `details.aadsts`, or one about the network
 */
export async function signInWithBrowser(options: BrowserSignInOptions): Promise<OAuthGrant> {
  const { address, network, open, signal, timeoutMs = defaultTimeoutMs, lang = 'en' } = options
  const signIn = await beginSignIn(options)
  const secrets = await newSecrets()
  const pages = { foreign: callbackPage('foreign', lang), over: callbackPage('over', lang) }
  const loopback = await listenOnLoopback({ state: secrets.state, pages, timeoutMs, signal })
  try {
    const { redirectUri } = loopback
    const page = signIn.service.authorizationUrl({
      redirect_uri: redirectUri,
      response_mode: 'query',
      scope: scopesFor(signIn.cloud, signIn.resources),
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge: secrets.challenge,
      code_challenge_method: 'S256',
      ...(address === undefined ? { prompt: 'select_account' } : { login_hint: address }),
    })
    // `open` may take as long as the browser runs.
    await Promise.race([open(network.pageFor(page.href)), loopback.arrival])
    const { callback, show } = await loopback.arrival
    try {
      const grant = await redeem(signIn, callback, { ...secrets, redirectUri })
      await show(callbackPage('signed-in', lang, grant.username))
      return grant
    } catch (error) {
      const declined = error instanceof SparekeyError && error.code === 'sign-in-declined'
      await show(callbackPage(declined ? 'declined' : 'failed', lang))
      throw error
    }
  } finally {
    await loopback.close()
  }
}

type Secrets = { state: string; nonce: string; verifier: string; challenge: string }

async function newSecrets(): Promise<Secrets> {
  const { calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier, randomState } = await import('openid-client')
  const verifier = randomPKCECodeVerifier()
  return { state: randomState(), nonce: randomNonce(), verifier, challenge: await calculatePKCECodeChallenge(verifier) }
}

async function redeem(
  { service, cloud, first, finish }: SignIn,
  callback: Arrival['callback'],
  { redirectUri, verifier, nonce }: Secrets & { redirectUri: string },
): Promise<OAuthGrant> {
  if (callback.kind === 'refused') {
    const { error, description } = callback
    throw refusalFailure(readRefusal({ error, error_description: description })!)
  }
  const answer = await service.tokens('authorization_code', {
    code: callback.code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    scope: scopesFor(cloud, [first]),
  })
  if (answer.kind === 'granted' && answer.granted.claims?.['nonce'] !== nonce) {
    throw protocolBroken('other-sign-in')
  }
  return finish(answer)
}
