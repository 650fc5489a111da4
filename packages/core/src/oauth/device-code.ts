import { protocolBroken } from '../errors/failure.ts'
import type { Network } from '../network/network.ts'
import { scopesFor } from './clouds.ts'
import type { OAuthGrant } from './grant.ts'
import type { Answer, DeviceCode } from './identity-service.ts'
import { poll, stopwatch, type Stopwatch } from './polling.ts'
import { refusalFailure } from './refusal.ts'
import { beginSignIn, type SignIn, type SignInOptions } from './sign-in.ts'

/** What the owner is shown: a code, and where to type it in. None of it is a secret of this machine's. */
export type DeviceCodePrompt = {
  userCode: string
  /** Microsoft's page. */
  verificationUri: string
  /** The page to open: with a server map another one, and never the real one. */
  openUri: string
  /** By the network's clock. */
  expiresAt: Date
  /** What Microsoft says to the owner, in English, with `openUri` in it. */
  message: string
}

/**
 * Signs in with Microsoft on any device that has a browser (RFC 8628): the owner types a short code in there.
 * @param options.onCode shows the code; waiting begins when it returns
 * @param time the machine's if unset
 * @throws SparekeyError `sign-in-declined`, `sign-in-timeout`, `aborted`, another finding behind Microsoft's refusal, with
 * `details.aadsts`, or one about the network
 */
export async function signInWithDeviceCode(
  options: SignInOptions & { onCode: (prompt: DeviceCodePrompt) => void | Promise<void> },
  time: Stopwatch = stopwatch(options.signal),
): Promise<OAuthGrant> {
  const { network, onCode } = options
  const signIn = await beginSignIn(options)
  const code = await requestCode(signIn)
  const prompt = promptFor(code, network)
  await onCode(prompt)
  const scope = scopesFor(signIn.cloud, [signIn.first])
  const ask = () =>
    signIn.service.tokens('urn:ietf:params:oauth:grant-type:device_code', { device_code: code.deviceCode, scope })
  return signIn.finish(await poll(ask, code, time), 'device')
}

/** `invalid_scope` and two resources in one request (MS-OAUTH-17). */
const scopeProblems: readonly (number | undefined)[] = [28000, 70011, 700022]

/**
 * Asks the owner for everything at once. Whether Microsoft lets a device ask for two resources is not documented (assumed
 * that it may not): if it does not, the device asks for the first alone.
 */
async function requestCode({ service, cloud, resources, first }: SignIn): Promise<DeviceCode> {
  let answer: Answer<DeviceCode> = await service.deviceCode(scopesFor(cloud, resources))
  if (answer.kind === 'refused' && resources.length > 1 && scopeProblems.includes(answer.refusal.aadsts)) {
    answer = await service.deviceCode(scopesFor(cloud, [first]))
  }
  if (answer.kind === 'refused') throw refusalFailure(answer.refusal, 'device')
  return answer.granted
}

function promptFor(
  { userCode, verificationUri, message, expiresInSeconds }: DeviceCode,
  network: Network,
): DeviceCodePrompt {
  if (!/^[\w-]{4,40}$/.test(userCode)) throw protocolBroken('code-untypable')
  if (!URL.canParse(verificationUri) || new URL(verificationUri).protocol !== 'https:') {
    throw protocolBroken('page-not-https')
  }
  const openUri = network.pageFor(verificationUri)
  return {
    userCode,
    verificationUri,
    openUri,
    expiresAt: new Date(network.now().getTime() + expiresInSeconds * 1000),
    message: message
      .replaceAll(/[\p{Cc}\s]+/gu, ' ')
      .slice(0, 1000)
      .replaceAll(verificationUri, () => openUri),
  }
}
