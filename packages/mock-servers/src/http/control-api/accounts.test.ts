import { describe, expect, test } from 'vitest'
import { hanako, serveControlApi } from '../../testing/control-api.ts'

describe('accounts', () => {
  test('are listed, made, changed and removed, and never shown with a secret', async () => {
    await using api = await serveControlApi()
    const taro = { address: 'taro@contoso.example', password: 'battery staple', aliases: ['t@contoso.example'] }
    const made = await api.call('POST', '/accounts', taro)
    expect(made).toMatchObject({ status: 201, body: { address: taro.address, kind: 'work', twoStep: false } })
    expect(await api.call('GET', '/accounts')).toMatchObject({
      status: 200,
      body: [{ address: hanako }, { address: taro.address }],
    })
    const patched = await api.call('PATCH', '/accounts/T%40contoso.example', {
      twoStep: true,
      protocols: { smtp: false },
    })
    expect(patched).toMatchObject({
      status: 200,
      body: { twoStep: true, protocols: { smtp: false, imap: true, pop3: true } },
    })
    expect(JSON.stringify([made, patched])).not.toContain('battery staple')
    expect(await api.call('DELETE', '/accounts/taro@contoso.example')).toMatchObject({ status: 204, body: '' })
    expect(await api.call('GET', '/accounts/taro@contoso.example')).toMatchObject({ status: 404 })
  })

  test('are refused with the reason as problem+json, and nothing changes', async () => {
    await using api = await serveControlApi()
    expect(await api.call('POST', '/accounts', { address: 'HANAKO@hotmail.com', password: 'x' })).toMatchObject({
      status: 409,
      type: 'application/problem+json',
      body: { status: 409, title: 'Not possible at present', detail: expect.stringContaining('HANAKO@hotmail.com') },
    })
    expect(await api.call('POST', '/accounts', { address: 'hanako', flavour: 'sweet' })).toMatchObject({
      status: 422,
      body: {
        mistakes: [
          { path: '$.address', message: expect.any(String) },
          { path: '$.password', message: 'is missing' },
          { path: '$.flavour', message: expect.any(String) },
        ],
      },
    })
    expect(await api.call('POST', '/accounts', '{"address":')).toMatchObject({ status: 400 })
    expect(await api.call('POST', '/accounts', 'x'.repeat(2 ** 20 + 1))).toMatchObject({ status: 413 })
    expect(await api.call('PATCH', `/accounts/${hanako}`, { twoStep: 'yes' })).toMatchObject({ status: 422 })
    expect(await api.call('GET', '/accounts')).toMatchObject({ body: [{ address: hanako, twoStep: false }] })
  })

  test('have app passwords only while two-step is on, shown once', async () => {
    await using api = await serveControlApi()
    const path = `/accounts/${hanako}/app-passwords`
    expect(await api.call('POST', path, { name: 'Outlook 2016' })).toMatchObject({ status: 409 })
    await api.call('PATCH', `/accounts/${hanako}`, { twoStep: true })
    const made = await api.call('POST', path, { name: 'Outlook 2016' })
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'Outlook 2016', password: expect.stringMatching(/^[a-z]{16}$/), id: expect.any(String) },
    })
    const { id } = made.body as { id: string }
    const listed = await api.call('GET', path)
    expect(listed.body).toEqual([
      { id, name: 'Outlook 2016', createdAt: expect.stringMatching(/^2021-05-01T/), lastUsedAt: null },
    ])
    await api.call('POST', path, { name: 'another' })
    expect(await api.call('DELETE', `${path}/${id}`)).toMatchObject({ status: 204 })
    expect(await api.call('DELETE', `${path}/${id}`)).toMatchObject({ status: 404 })
    expect(await api.call('DELETE', path)).toMatchObject({ status: 204 })
    expect(await api.call('GET', path)).toMatchObject({ body: [] })
    expect(await api.call('POST', path, {})).toMatchObject({ status: 422 })
    expect(await api.call('GET', '/accounts/nobody@hotmail.com/app-passwords')).toMatchObject({ status: 404 })
  })
})

test('tenants are described and listed', async () => {
  await using api = await serveControlApi()
  expect(await api.call('PUT', '/tenants/Contoso.example', { smtpAuth: false })).toMatchObject({
    status: 200,
    body: { domain: 'contoso.example', smtpAuth: false, securityDefaults: false },
  })
  expect(await api.call('GET', '/tenants')).toMatchObject({ body: [{ domain: 'contoso.example' }] })
  expect(await api.call('PUT', '/tenants/contoso.example', { smtpAuth: 1 })).toMatchObject({ status: 422 })
})

test('a tenant is put as it was got', async () => {
  await using api = await serveControlApi()
  expect(await api.call('PUT', '/tenants/contoso.example', { domain: 'fabrikam.example' })).toMatchObject({
    status: 422,
    body: { mistakes: [{ path: '$.domain', message: 'must be the domain in the address' }] },
  })
  const { body } = await api.call('PUT', '/tenants/contoso.example', { conditionalAccess: true })
  expect(body).toMatchObject({ smtpAuth: null, conditionalAccess: true })
  expect(await api.call('PUT', '/tenants/contoso.example', body)).toMatchObject({ status: 200, body: body as object })
})
