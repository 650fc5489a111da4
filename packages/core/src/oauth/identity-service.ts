import type * as OpenIdClient from 'openid-client'
import { failure, protocolBroken } from '../errors/failure.ts'
import { errorWord, SparekeyError } from '../errors/sparekey-error.ts'
import type { Network } from '../network/network.ts'
import { clouds, type Cloud } from './clouds.ts'
import { networkFetch } from '../wire/network-fetch.ts'
import { readRefusal, type Refusal } from './refusal.ts'

/** Who asks Microsoft's identity service. */
export type Application = {
  /** The id under which the application is registered with Microsoft. */
  clientId: string
  /** `global` if unset. */
  cloud?: Cloud | undefined
  network: Network
  signal?: AbortSignal | undefined
}

/** Tokens that were checked: whose they are, for whom and until when. */
export type Tokens = {
  accessToken: string
  refreshToken: string | undefined
  expiresAt: Date
  /** As the service wrote it; undefined if it granted exactly what was asked for (RFC 6749, 5.1). */
  scope: string | undefined
  claims: Readonly<Record<string, unknown>> | undefined
}

export type Answer<T> = { kind: 'granted'; granted: T } | { kind: 'refused'; refusal: Refusal }

type GrantType = 'authorization_code' | 'refresh_token' | 'urn:ietf:params:oauth:grant-type:device_code'

export type IdentityService = {
  /** A page of Microsoft's, under its official name. */
  authorizationUrl(parameters: Record<string, string>): URL
  deviceCode(scope: string): Promise<Answer<DeviceCode>>
  /** @param parameters none of them is in anything that is returned or thrown */
  tokens(grantType: GrantType, parameters: Record<string, string>): Promise<Answer<Tokens>>
}

export type DeviceCode = {
  deviceCode: string
  userCode: string
  verificationUri: string
  message: string
  expiresInSeconds: number
  intervalSeconds: number
}

/** Microsoft's access tokens live an hour or a little more; should it not say, this is assumed. */
const assumedLifetimeSeconds = 3600
/** How far this machine's clock and Microsoft's may be apart. */
const clockToleranceSeconds = 300

/**
 * Microsoft's identity service as one application sees it: the three endpoints, behind openid-client, which checks what
 * comes back. A refusal is a value. What is thrown is a `SparekeyError` without a cause, since openid-client keeps whole
 * answers there, tokens included.
 * @param tenant the first segment of every path: `consumers`, `organizations`, `common` or a tenant's id
 */
export async function identityService(application: Application & { tenant: string }): Promise<IdentityService> {
  const { network, signal } = application
  const openid = await import('openid-client')
  const configuration = await configure(openid, application)
  const fetch = networkFetch(network, { signal })
  configuration.timeout = 0 // the network's own limits hold
  configuration[openid.customFetch] = async (url, request) => {
    const response = await fetch(url, request)
    // openid-client would look there first, and miss what the body says.
    response.headers.delete('www-authenticate')
    return response
  }
  return {
    authorizationUrl: (parameters) => openid.buildAuthorizationUrl(configuration, parameters),
    deviceCode: (scope) =>
      answer([], async () => {
        const given = await openid.initiateDeviceAuthorization(configuration, { scope })
        return {
          deviceCode: given.device_code,
          userCode: given.user_code,
          verificationUri: given.verification_uri,
          message: typeof given['message'] === 'string' ? given['message'] : '',
          expiresInSeconds: given.expires_in,
          intervalSeconds: given.interval ?? 5,
        }
      }),
    tokens: (grantType, parameters) =>
      answer(secretsIn(parameters), async () => {
        const given = await openid.genericGrantRequest(configuration, grantType, parameters)
        const seconds = given.expires_in ?? assumedLifetimeSeconds
        return {
          accessToken: given.access_token,
          refreshToken: given.refresh_token,
          expiresAt: new Date(network.now().getTime() + Math.min(seconds, 86_400) * 1000),
          scope: given.scope,
          claims: given.claims(),
        }
      }),
  }
}

/**
 * The fixed endpoints of a cloud. openid-client knows that Microsoft's issuer has each tenant's id in it (`{tenantid}`) only
 * from a discovery document of the global cloud; so it is handed one from the table, and nothing is asked of the network.
 */
function configure(
  { discovery, None, customFetch, clockSkew, clockTolerance }: typeof OpenIdClient,
  { clientId, cloud = 'global', tenant, network }: Application & { tenant: string },
): Promise<OpenIdClient.Configuration> {
  const { login } = clouds[cloud]
  const endpoints = `${login}/${encodeURIComponent(tenant)}/oauth2/v2.0`
  const document = {
    issuer: `${login}/{tenantid}/v2.0`,
    authorization_endpoint: `${endpoints}/authorize`,
    token_endpoint: `${endpoints}/token`,
    device_authorization_endpoint: `${endpoints}/devicecode`,
    id_token_signing_alg_values_supported: ['RS256'],
  }
  const skewMs = network.now().getTime() - Date.now()
  const client = { [clockSkew]: Math.round(skewMs / 1000), [clockTolerance]: clockToleranceSeconds }
  const handOver = { [customFetch]: async () => Response.json(document) }
  return discovery(new URL(`${clouds.global.login}/common/v2.0`), clientId, client, None(), handOver)
}

/** Everything that must not come back in words. */
function secretsIn(parameters: Record<string, string>): string[] {
  return ['code', 'code_verifier', 'device_code', 'refresh_token'].flatMap((name) => parameters[name] || [])
}

async function answer<T>(hidden: readonly string[], ask: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { kind: 'granted', granted: await ask() }
  } catch (thrown) {
    const refusal = await refusalIn(thrown, hidden)
    if (refusal) return { kind: 'refused', refusal }
    throw brokenAnswer(thrown)
  }
}

/** An error of openid-client's that stands for an answer the service gave on purpose. */
async function refusalIn(thrown: unknown, hidden: readonly string[]): Promise<Refusal | undefined> {
  const cause = thrown instanceof Error ? thrown.cause : undefined
  // Errors of the service's own (5xx): openid-client reads none of their words.
  if (cause instanceof Response) {
    const body: unknown = await cause.json().catch(() => undefined)
    const said = isRecord(body) ? body : {}
    return readRefusal(said, { status: cause.status, hidden })
  }
  if (errorWord(thrown) !== 'OAUTH_RESPONSE_BODY_ERROR' || !isRecord(cause)) return undefined
  return readRefusal(cause, { status: 400, hidden })
}

/** What else openid-client may find wrong. None of its messages or causes is passed on. */
function brokenAnswer(thrown: unknown): SparekeyError {
  const cause = thrown instanceof Error ? thrown.cause : undefined
  if (cause instanceof SparekeyError) return cause
  const word = errorWord(thrown) ?? 'unknown'
  if (word === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') {
    return failure('clock-wrong', {})
  }
  return protocolBroken('identity-answer', { word })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
