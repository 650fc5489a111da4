/**
 * `/accounts/{address}/tokens` (docs/reference/control-api.md): tokens as the identity service would issue them, for
 * tests that start where signing in ends; and signing out everywhere.
 */
import { Hono } from 'hono'
import type { Directory } from '../../directory/directory.ts'
import { parseScopes } from '../../tokens/scopes.ts'
import type { Clock } from '../../clock/clock.ts'
import { parseTokenRequest } from '../../config/config.ts'
import { readyMadeClient } from '../../identity/clients.ts'
import type { Identity } from '../../identity/identity.ts'
import { jsonBody } from '../body.ts'
import { noAccount } from '../problem.ts'
import { mistaken } from './mistaken.ts'

export function tokenRoutes(directory: Directory, clock: Clock, identity: Identity): Hono {
  const routes = new Hono()

  routes.post('/:address/tokens', async (context) => {
    const address = context.req.param('address')
    const account = directory.get(address)
    if (!account) return noAccount(context, address)
    const body = await jsonBody(context)
    if ('refusal' in body) return body.refusal
    const parsed = parseTokenRequest(body.value)
    if (!parsed.ok) return mistaken(context, parsed.mistakes)
    const { scopes, clientId = readyMadeClient.id, expiresIn } = parsed.value
    const client = identity.clients.get(clientId)
    if (!client) return mistaken(context, [{ path: '$.clientId', code: 'client-not-registered', params: {} }])
    if (!parseScopes(scopes.join(' ')).ok) {
      return mistaken(context, [{ path: '$.scopes', code: 'scope-unknown', params: {} }])
    }

    const request = { account, clientId: client.id, scopes, at: clock.now(), expiresInSeconds: expiresIn }
    const tokens = await identity.handOut(request)
    context.header('cache-control', 'no-store')
    const answer = {
      access_token: tokens.accessToken,
      refresh_token: tokens.refreshToken,
      expires_in: tokens.expiresInSeconds,
      scope: scopes.join(' '),
    }
    return context.json(answer, 201)
  })

  routes.delete('/:address/tokens', (context) => {
    const address = context.req.param('address')
    const account = directory.get(address)
    if (!account) return noAccount(context, address)
    identity.signOutEverywhere(account)
    return context.body(null, 204)
  })

  return routes
}
