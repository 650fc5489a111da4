/**
 * The identity service without its routes: clients, tokens, codes, consents, browser sessions, ordered errors; all of it in
 * memory, all of it forgotten at `reset`. What an account loses when its password changes is taken from it here.
 */
import type { Account } from '../directory/account.ts'
import type { AccountChange, Directory } from '../directory/directory.ts'
import { parseScopes } from '../tokens/scopes.ts'
import { TokenStore, type IssuedTokens, type IssueRequest } from '../tokens/token-store.ts'
import { Authorizations } from './authorizations.ts'
import { Clients, type ClientSpec } from './clients.ts'
import { Consents } from './consents.ts'
import { DeviceCodes } from './device-codes.ts'
import { OAuthFaults } from './oauth-faults.ts'
import { WebSessions } from './web-sessions.ts'

export class Identity {
  readonly tokens = new TokenStore()
  readonly authorizations = new Authorizations()
  readonly consents = new Consents()
  readonly webSessions = new WebSessions()
  readonly faults = new OAuthFaults()
  readonly clients: Clients
  readonly deviceCodes: DeviceCodes

  /** @param options.deviceCodeInterval seconds a device must wait between two questions */
  constructor(options: { directory: Directory; clients: readonly ClientSpec[]; deviceCodeInterval: number }) {
    this.clients = new Clients(options.clients)
    this.deviceCodes = new DeviceCodes({ interval: options.deviceCodeInterval })
    options.directory.onChange((change) => this.#follow(change))
  }

  /**
   * Tokens without a sign-in, for tests that start where signing in ends: whoever holds them has consented, and has shown
   * a second factor if he has one. Throws `RangeError` for a scope that does not exist.
   */
  handOut(request: Omit<IssueRequest, 'multiFactor'>): Promise<IssuedTokens> {
    const { account, clientId, scopes } = request
    const parsed = parseScopes(scopes.join(' '))
    if (parsed.ok) this.consents.grant(account, clientId, parsed.scopes.permissions)
    return this.tokens.issue({ ...request, multiFactor: account.twoStep })
  }

  /**
   * Signs in where a device waits under that code; whoever does it consents to what its application asks for.
   * Returns whether one was waiting.
   */
  approveDevice(userCode: string, who: { account: Account; multiFactor: boolean; at: Date }): boolean {
    const device = this.deviceCodes.find(userCode, who.at)
    if (!device) return false
    const parsed = parseScopes(device.scopes.join(' '))
    if (parsed.ok) this.consents.grant(who.account, device.client.id, parsed.scopes.permissions)
    return this.deviceCodes.approve(userCode, who)
  }

  /** Ends every browser session, code and token an account has. */
  signOutEverywhere(account: Account): void {
    for (const part of [this.tokens, this.authorizations, this.deviceCodes]) part.revokeAll(account)
    this.webSessions.endAll(account)
  }

  reset(): void {
    for (const part of [this.tokens, this.authorizations, this.consents, this.webSessions, this.deviceCodes])
      part.reset()
    this.faults.clear()
  }

  #follow({ kind, account }: AccountChange): void {
    if (kind === 'password' || kind === 'removed') this.signOutEverywhere(account)
  }
}
