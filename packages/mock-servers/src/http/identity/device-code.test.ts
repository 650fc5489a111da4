import { describe, expect, test } from 'vitest'
import { readyMadeClient } from '../../identity/clients.ts'
import { startMicrosoft } from '../../microsoft.ts'
import { call } from '../../testing/https.ts'

const hanako = 'hanako@hotmail.com'
const taro = 'taro@contoso.example'
const client = { client_id: readyMadeClient.id }
const mail = 'https://outlook.office.com/IMAP.AccessAsUser.All'
const scope = `${mail} https://graph.microsoft.com/Mail.Send offline_access openid profile`

async function start() {
  const microsoft = await startMicrosoft({
    asOf: '2026-11-22',
    accounts: [
      { address: hanako, password: 'x' },
      { address: taro, password: 'x' },
    ],
  })
  const post = (endpoint: string, form: Record<string, string>, tenant = 'common') =>
    call(microsoft, `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/${endpoint}`, { form })
  const begin = async (tenant = 'common') => (await post('devicecode', { ...client, scope }, tenant)).json
  const poll = ({ device_code }: Record<string, unknown>, tenant?: string, more: Record<string, string> = {}) => {
    const grant = { grant_type: 'urn:ietf:params:oauth:grant-type:device_code', device_code: String(device_code) }
    return post('token', { ...client, ...grant, ...more }, tenant)
  }
  return { microsoft, post, begin, poll, [Symbol.asyncDispose]: () => microsoft.close() }
}

describe('a device', () => {
  test('is told where its owner goes, by kind of account', async () => {
    await using mock = await start()
    const common = await mock.begin()
    expect(common).toEqual({
      user_code: expect.stringMatching(/^[A-Z\d]{9}$/),
      device_code: expect.any(String),
      verification_uri: 'https://microsoft.com/devicelogin',
      expires_in: 900,
      interval: 5,
      message: `To sign in, use a web browser to open the page https://microsoft.com/devicelogin and enter the code ${String(common['user_code'])} to authenticate.`,
    })
    expect(await mock.begin('consumers')).toMatchObject({
      user_code: expect.stringMatching(/^[A-Z\d]{8}$/),
      verification_uri: 'https://www.microsoft.com/link',
    })
  })

  test('waits, and then has tokens for everything its owner said yes to', async () => {
    await using mock = await start()
    const device = await mock.begin()
    expect(await mock.poll(device)).toMatchObject({
      status: 400,
      json: {
        error: 'authorization_pending',
        error_codes: [70016],
        error_description: expect.stringMatching(
          /^AADSTS70016: OAuth 2\.0 device flow error\. Authorization is pending\. Continue polling\. Trace ID: /,
        ),
      },
    })
    expect((await mock.poll(device)).json).toMatchObject({ error: 'slow_down' })
    expect(mock.microsoft.oauth.approveDevice(String(device['user_code']), hanako)).toBe(true)
    const { status, json } = await mock.poll(device)
    expect(status).toBe(200)
    expect(json).toMatchObject({
      scope: `${mail} https://outlook.office.com/Mail.Send openid profile`,
      refresh_token: expect.any(String),
      id_token: expect.any(String),
    })
    const grant = { grant_type: 'refresh_token', refresh_token: String(json['refresh_token']) }
    const graph = await mock.post('token', { ...client, ...grant, scope: 'https://graph.microsoft.com/Mail.Send' })
    expect(graph.status).toBe(200)
    expect((await mock.poll(device)).json).toMatchObject({ error: 'bad_verification_code', error_codes: [70018] })
  })

  test('hears that its owner declined, and that it took too long by the mock’s clock', async () => {
    await using mock = await start()
    const declined = await mock.begin()
    expect(mock.microsoft.oauth.declineDevice(String(declined['user_code']))).toBe(true)
    expect((await mock.poll(declined)).json).toMatchObject({ error: 'authorization_declined', error_codes: [70018] })
    const late = await mock.begin()
    mock.microsoft.clock.advance(15 * 60 * 1000)
    expect((await mock.poll(late)).json).toMatchObject({ error: 'expired_token', error_codes: [70020] })
    expect(mock.microsoft.oauth.approveDevice(String(late['user_code']), hanako)).toBe(false)
  })

  test('may name its grant and its code as older clients do', async () => {
    await using mock = await start()
    const device = await mock.begin()
    mock.microsoft.oauth.approveDevice(String(device['user_code']), hanako)
    const older = { grant_type: 'device_code', code: String(device['device_code']) }
    expect((await mock.post('token', { ...client, ...older })).status).toBe(200)
  })

  test('gets nothing for an account that is not for its tenant', async () => {
    await using mock = await start()
    const device = await mock.begin('consumers')
    mock.microsoft.oauth.approveDevice(String(device['user_code']), taro)
    expect((await mock.poll(device, 'consumers')).json).toMatchObject({ error_codes: [50020] })
  })

  test.each([
    ['without a client', { scope }, 'common', 900144],
    ['of a client nobody knows', { scope, client_id: 'x' }, 'common', 700016],
    ['without a scope', client, 'common', 900144],
    ['with a scope that does not exist', { ...client, scope: 'https://outlook.office.com/Fax' }, 'common', 70011],
    ['at a tenant that does not exist', { ...client, scope }, 'nowhere.example', 90002],
  ])('%s is refused', async (_, form, tenant, code) => {
    await using mock = await start()
    const answer = await mock.post('devicecode', form as Record<string, string>, tenant)
    expect(answer).toMatchObject({ status: 400, json: { error_codes: [code] } })
  })
})

test('a test can answer a device’s code over the API', async () => {
  await using mock = await start()
  const answer = async (userCode: unknown, body: object) =>
    (
      await fetch(`${mock.microsoft.servers.api}/device-codes/${String(userCode)}`, {
        method: 'PUT',
        body: JSON.stringify(body),
      })
    ).status
  const device = await mock.begin()
  expect(await answer('NOBODY', { address: hanako })).toBe(404)
  expect(await answer(device['user_code'], { address: 'nobody@hotmail.com' })).toBe(422)
  expect(await answer(device['user_code'], { address: hanako, decision: 'maybe' })).toBe(422)
  expect(await answer(device['user_code'], { address: hanako })).toBe(204)
  expect((await mock.poll(device)).status).toBe(200)
  const declined = await mock.begin()
  expect(await answer(declined['user_code'], { address: hanako, decision: 'declined' })).toBe(204)
  expect((await mock.poll(declined)).json).toMatchObject({ error: 'authorization_declined' })
})
