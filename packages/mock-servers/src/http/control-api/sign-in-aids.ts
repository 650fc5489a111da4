/**
 * What a test can do in place of the person at the browser: answer a device's code (`/device-codes/{userCode}`), or be
 * signed in already (`/accounts/{address}/web-sessions`).
 */
import { Hono } from 'hono'
import type { Directory } from '../../directory/directory.ts'
import type { Clock } from '../../clock/clock.ts'
import { parseDeviceAnswer } from '../../config/config.ts'
import type { Identity } from '../../identity/identity.ts'
import { jsonBody } from '../body.ts'
import { noAccount, problem } from '../problem.ts'
import { mistaken } from './mistaken.ts'

export function deviceCodeRoutes(directory: Directory, clock: Clock, identity: Identity): Hono {
  const routes = new Hono()

  routes.put('/:userCode', async (context) => {
    const body = await jsonBody(context)
    if ('refusal' in body) return body.refusal
    const parsed = parseDeviceAnswer(body.value)
    if (!parsed.ok) return mistaken(context, parsed.mistakes)
    const { address, decision = 'approved' } = parsed.value
    const account = directory.get(address)
    if (!account) return mistaken(context, [{ path: '$.address', code: 'address-of-no-account', params: {} }])
    const userCode = context.req.param('userCode')
    const at = clock.now()
    const answered =
      decision === 'approved'
        ? identity.approveDevice(userCode, { account, multiFactor: account.twoStep, at })
        : identity.deviceCodes.decline(userCode, at)
    return answered ? context.body(null, 204) : problem(context, 404, 'no device waits under that code')
  })

  return routes
}

export function webSessionRoutes(directory: Directory, clock: Clock, { webSessions }: Identity): Hono {
  const routes = new Hono()

  routes.post('/:address/web-sessions', (context) => {
    const address = context.req.param('address')
    const account = directory.get(address)
    if (!account) return noAccount(context, address)
    const { id } = webSessions.begin(account, { multiFactor: account.twoStep, at: clock.now() })
    context.header('cache-control', 'no-store')
    return context.json({ cookie: { name: webSessions.cookieName, value: id } }, 201)
  })

  return routes
}
