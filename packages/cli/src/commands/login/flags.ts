import type { StoreKind } from '../../accounts/store.ts'

/** Sign in on any device, or in a browser on this machine. */
export const oauthWays = ['device', 'browser'] as const
export type OAuthWay = (typeof oauthWays)[number]

export type LoginFlags = {
  appPassword: boolean
  oauth?: OAuthWay
  clientId?: string
  passwordStdin: boolean
  store?: StoreKind
}
