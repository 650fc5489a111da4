/**
 * `/accounts` and an account's app passwords (docs/reference/control-api.md). Never gives a secret away but once, when
 * it is made.
 */
import { Hono } from 'hono'
import type { Account } from '../../directory/account.ts'
import { AppPasswordRefused } from '../../directory/app-passwords.ts'
import { AddressTaken, type Directory } from '../../directory/directory.ts'
import { parseAccount, parseAccountPatch, parseAppPasswordName } from '../../config/config.ts'
import { jsonBody } from '../body.ts'
import { noAccount, problem } from '../problem.ts'
import { mistaken } from './mistaken.ts'

export function accountRoutes(directory: Directory): Hono {
  const routes = new Hono()

  routes.get('/', (context) => context.json(directory.list().map(withoutSecrets)))

  routes.post('/', async (context) => {
    const body = await jsonBody(context)
    if ('refusal' in body) return body.refusal
    const parsed = parseAccount(body.value)
    if (!parsed.ok) return mistaken(context, parsed.mistakes)
    try {
      const account = directory.add(parsed.value)
      context.header('location', `/api/v1/accounts/${encodeURIComponent(account.address)}`)
      return context.json(withoutSecrets(account), 201)
    } catch (error) {
      if (error instanceof AddressTaken) return problem(context, 409, error.message)
      throw error
    }
  })

  routes.get('/:address', (context) => {
    const address = context.req.param('address')
    const account = directory.get(address)
    return account ? context.json(withoutSecrets(account)) : noAccount(context, address)
  })

  routes.patch('/:address', async (context) => {
    const address = context.req.param('address')
    const account = directory.get(address)
    if (!account) return noAccount(context, address)
    const body = await jsonBody(context)
    if ('refusal' in body) return body.refusal
    const parsed = parseAccountPatch(body.value)
    if (!parsed.ok) return mistaken(context, parsed.mistakes)
    try {
      account.apply(parsed.value)
      return context.json(withoutSecrets(account))
    } catch (error) {
      if (error instanceof AddressTaken) return problem(context, 409, error.message)
      throw error
    }
  })

  routes.delete('/:address', (context) => {
    const address = context.req.param('address')
    return directory.remove(address) ? context.body(null, 204) : noAccount(context, address)
  })

  return routes
}

export function appPasswordRoutes(directory: Directory): Hono<{ Variables: { account: Account } }> {
  const routes = new Hono<{ Variables: { account: Account } }>()

  routes.use('/:address/app-passwords/*', async (context, next) => {
    const address = context.req.param('address')
    const account = directory.get(address)
    if (!account) return noAccount(context, address)
    context.set('account', account)
    await next()
  })

  routes.get('/:address/app-passwords', (context) => context.json(context.get('account').appPasswords))

  routes.post('/:address/app-passwords', async (context) => {
    const body = await jsonBody(context)
    if ('refusal' in body) return body.refusal
    const parsed = parseAppPasswordName(body.value)
    if (!parsed.ok) return mistaken(context, parsed.mistakes)
    try {
      const made = context.get('account').createAppPassword(parsed.value.name)
      context.header('cache-control', 'no-store')
      return context.json(made, 201)
    } catch (error) {
      if (error instanceof AppPasswordRefused) return problem(context, 409, error.message)
      throw error
    }
  })

  routes.delete('/:address/app-passwords', (context) => {
    context.get('account').removeAppPasswords()
    return context.body(null, 204)
  })

  routes.delete('/:address/app-passwords/:id', (context) => {
    const id = context.req.param('id')
    return context.get('account').removeAppPassword(id)
      ? context.body(null, 204)
      : problem(context, 404, `there is no app password with the id ${id}`)
  })

  return routes
}

function withoutSecrets({ address, kind, twoStep, aliases, protocols, standing }: Account) {
  return { address, kind, twoStep, aliases, protocols, standing }
}
