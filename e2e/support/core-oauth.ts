/** @sparekey/core that signs in at a mock: the two meet on the wire only. */
import {
  mappedNetwork,
  parseServerMap,
  signInWithDeviceCode,
  type DeviceCodePrompt,
  type Network,
  type OAuthGrant,
  type StoredSignIn,
  type TokenVault,
} from '@sparekey/core'
import { startMicrosoft, type Microsoft, type MicrosoftOptions } from '@sparekey/mock-servers'
import { ControlApi } from './control-api.ts'
import { mailScopes } from './tokens.ts'

export const hanako = 'hanako@hotmail.com'
export const taro = 'taro@contoso.example'

export async function start(options: MicrosoftOptions = {}) {
  const microsoft = await startMicrosoft({
    asOf: '2026-11-22',
    accounts: [
      { address: hanako, password: 'correct horse', aliases: ['hanako@outlook.jp'] },
      { address: taro, password: 'battery staple' },
    ],
    limits: { deviceCodeInterval: 1 },
    ...options,
  })
  const network = () => mappedNetwork(parseServerMap(microsoft.servers))
  const api = new ControlApi(microsoft.servers.api)
  return { microsoft, network, api, [Symbol.asyncDispose]: () => microsoft.close() }
}

export const clientIdOf = ({ servers }: Microsoft) => servers.clientId

/** Time in which nobody waits. */
const noWaiting = { now: () => 0, wait: async () => undefined }

/** Signs in with a device code that its owner approves at once. */
export function signIn(
  { microsoft, network }: { microsoft: Microsoft; network: () => Network },
  address = hanako,
  options: Partial<Parameters<typeof signInWithDeviceCode>[0]> = {},
): Promise<OAuthGrant> {
  const application = { clientId: clientIdOf(microsoft), network: network() }
  const onCode = ({ userCode }: DeviceCodePrompt) => void microsoft.oauth.approveDevice(userCode, address)
  const account = address === taro ? 'work' : 'personal'
  return signInWithDeviceCode({ account, ...application, onCode, ...options }, noWaiting)
}

/** What is kept of an earlier sign-in. */
export async function earlier(microsoft: Microsoft, username = hanako): Promise<StoredSignIn> {
  const { refreshToken } = await microsoft.oauth.issue(username, mailScopes)
  const tenant = username === taro ? 'organizations' : 'consumers'
  return { username, cloud: 'global', tenant, clientId: clientIdOf(microsoft), refreshToken }
}

/** One account, kept in memory. */
export class OneAccount implements TokenVault {
  kept: StoredSignIn

  constructor(kept: StoredSignIn) {
    this.kept = kept
  }

  async read(): Promise<StoredSignIn> {
    return this.kept
  }

  async write(_key: string, signIn: StoredSignIn): Promise<void> {
    this.kept = signIn
  }

  withLock<T>(_key: string, work: () => Promise<T>): Promise<T> {
    return work()
  }
}
