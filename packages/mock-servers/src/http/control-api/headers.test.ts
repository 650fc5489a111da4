import { describe, expect, test } from 'vitest'
import { answerTo, hanako } from '../../testing/control-api.ts'

const json = { 'content-type': 'application/json' }
const problem = { 'content-type': 'application/problem+json' }
const secret = { ...json, 'cache-control': 'no-store' }
const account = `/accounts/${hanako}`
const scopes = ['https://outlook.office.com/SMTP.Send']

describe('an answer of the control API has exactly these fields', () => {
  test.each<[string, string, unknown, number, Record<string, string>]>([
    ['GET', '/health', undefined, 200, json],
    ['GET', '/servers', undefined, 200, json],
    ['GET', '/accounts', undefined, 200, json],
    ['GET', account, undefined, 200, json],
    ['PATCH', account, { twoStep: false }, 200, json],
    ['DELETE', account, undefined, 204, {}],
    [
      'POST',
      '/accounts',
      { address: 'taro+1@outlook.jp', password: 'x' },
      201,
      { ...json, location: '/api/v1/accounts/taro%2B1%40outlook.jp' },
    ],
    ['GET', `${account}/app-passwords`, undefined, 200, json],
    ['POST', `${account}/app-passwords`, { name: 'Outlook 2016' }, 201, secret],
    ['DELETE', `${account}/app-passwords`, undefined, 204, {}],
    ['POST', `${account}/tokens`, { scopes }, 201, secret],
    ['DELETE', `${account}/tokens`, undefined, 204, {}],
    ['POST', `${account}/web-sessions`, undefined, 201, secret],
    ['GET', `${account}/folders`, undefined, 200, json],
    ['GET', `${account}/folders/Inbox/messages`, undefined, 200, json],
    ['POST', `${account}/folders/Inbox/messages`, 'a: b\r\n\r\n', 201, json],
    ['GET', `${account}/folders/Inbox/messages/1`, undefined, 200, { 'content-type': 'message/rfc822' }],
    ['DELETE', `${account}/folders/Inbox/messages/1`, undefined, 204, {}],
    ['GET', `${account}/messages/wait?subject=x`, undefined, 200, json],
    ['GET', '/tenants', undefined, 200, json],
    ['PUT', '/tenants/contoso.example', {}, 200, json],
    ['GET', '/outbound', undefined, 200, json],
    ['GET', '/sign-ins', undefined, 200, json],
    ['GET', '/clock', undefined, 200, json],
    ['PUT', '/clock', { frozen: true }, 200, json],
    ['GET', '/rules', undefined, 200, json],
    ['GET', '/oauth-errors', undefined, 200, json],
    ['POST', '/oauth-errors', { code: 50076 }, 201, json],
    ['DELETE', '/oauth-errors', undefined, 204, {}],
    ['POST', '/reset', undefined, 204, {}],
  ])('%s %s', async (method, path, body, status, fields) => {
    expect(await answerTo(method, path, body)).toEqual({ status, fields })
  })
})

describe('an error of the control API is a problem, with exactly these fields', () => {
  test.each<[number, string, string, unknown, Record<string, string>]>([
    [400, 'POST', '/accounts', '{', {}],
    [404, 'GET', '/nothing', undefined, {}],
    [404, 'GET', '/accounts/nobody@hotmail.com', undefined, {}],
    [404, 'DELETE', `${account}/app-passwords/7`, undefined, {}],
    [404, 'GET', `${account}/folders/None/messages`, undefined, {}],
    [404, 'GET', `${account}/folders/Inbox/messages/2`, undefined, {}],
    [404, 'GET', '/outbound/1', undefined, {}],
    [404, 'DELETE', '/oauth-errors/7', undefined, {}],
    [404, 'PUT', '/device-codes/NOBODY', { address: hanako }, {}],
    [405, 'DELETE', '/clock', undefined, { allow: 'GET, PUT' }],
    [405, 'PUT', account, undefined, { allow: 'GET, PATCH, DELETE' }],
    [408, 'GET', `${account}/messages/wait?subject=y&timeout=0`, undefined, {}],
    [409, 'POST', '/accounts', { address: hanako, password: 'x' }, {}],
    [413, 'POST', '/accounts', 'x'.repeat(2 ** 20 + 1), {}],
    [422, 'POST', '/accounts', {}, {}],
    [422, 'GET', '/servers?pop3=0', undefined, {}],
  ])('%i for %s %s', async (status, method, path, body, more) => {
    expect(await answerTo(method, path, body)).toEqual({ status, fields: { ...problem, ...more } })
  })

  test.each([
    [{ origin: 'https://evil.example' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('403 for %j', async (headers) => {
    expect(await answerTo('GET', '/health', undefined, headers)).toEqual({ status: 403, fields: problem })
  })
})
