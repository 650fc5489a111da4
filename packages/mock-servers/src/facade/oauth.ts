/** Signing in with Microsoft without a browser, for tests. */
import { readyMadeClient } from '../identity/clients.ts'
import type { IssuedTokens } from '../tokens/token-store.ts'
import type { World } from '../world/world.ts'
import { accountOf } from './accounts.ts'

export type IssueOptions = {
  /** The ready-made client if unset. */
  clientId?: string | undefined
  /** The access token's life; an hour if unset. */
  expiresInSeconds?: number | undefined
}

export type OAuth = {
  /**
   * Tokens as the identity service would issue them. Scopes are as on the wire, such as
   * `https://outlook.office.com/IMAP.AccessAsUser.All`; the access token is for the resource named first.
   * Rejects if there is no such account, client or scope.
   */
  issue(address: string, scopes: readonly string[], options?: IssueOptions): Promise<IssuedTokens>
  /** Ends every token, code and browser session of an account. */
  signOutEverywhere(address: string): void
  /** Signs in where a device waits under that code, and consents. Returns whether one was waiting. */
  approveDevice(userCode: string, address: string): boolean
  /** Returns whether one was waiting. */
  declineDevice(userCode: string): boolean
}

export function oauthOf({ clock, directory, identity }: World): OAuth {
  const find = (address: string) => accountOf(directory, address)
  return {
    issue: async (address, scopes, { clientId: id = readyMadeClient.id, expiresInSeconds } = {}) => {
      const clientId = identity.clients.get(id)?.id
      if (clientId === undefined) throw new Error(`no client has the id ${id}`)
      return identity.handOut({ account: find(address), clientId, scopes, at: clock.now(), expiresInSeconds })
    },
    signOutEverywhere: (address) => identity.signOutEverywhere(find(address)),
    approveDevice: (userCode, address) => {
      const account = find(address)
      return identity.approveDevice(userCode, { account, multiFactor: account.twoStep, at: clock.now() })
    },
    declineDevice: (userCode) => identity.deviceCodes.decline(userCode, clock.now()),
  }
}
