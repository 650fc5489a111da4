import { startMicrosoft, type Microsoft } from '@sparekey/mock-servers'
import { expect, it } from 'vitest'
import { ControlApi } from '../support/control-api.ts'
import { signIn } from '../support/sign-in.ts'

const address = 'hanako@hotmail.com'
const password = 'correct horse'

/** The rule each door went by, for one secret. */
async function outcomes(microsoft: Microsoft, secret: string): Promise<string[]> {
  const before = microsoft.signIns.length
  for (const protocol of ['pop3', 'imap', 'smtp'] as const) {
    const { wire } = await signIn[protocol](microsoft, { username: address, secret })
    await wire[Symbol.asyncDispose]()
  }
  return microsoft.signIns.slice(before).map(({ protocol, reason }) => `${protocol} ${reason}`)
}

const all = (reason: string) => ['pop3', 'imap', 'smtp'].map((protocol) => `${protocol} ${reason}`)

it('lives through the life of app passwords: made, used, removed, made worthless', async () => {
  await using microsoft = await startMicrosoft({ accounts: [{ address, password }] })
  const api = new ControlApi(microsoft.servers.api)
  const path = `/accounts/${address}/app-passwords`

  // None while two-step verification is off.
  await expect(api.send('POST', path, { name: 'too early' })).rejects.toThrow(/409/)
  await api.send('PATCH', `/accounts/${address}`, { twoStep: true })

  const outlook = await api.send<{ id: string; password: string }>('POST', path, { name: 'Outlook 2016' })
  const phone = await api.send<{ id: string; password: string }>('POST', path, { name: 'Phone' })
  expect(outlook.password).not.toBe(phone.password)
  expect(await outcomes(microsoft, password)).toEqual(all('app-password-needed'))
  expect(await outcomes(microsoft, outlook.password)).toEqual(all('app-password'))
  expect(await outcomes(microsoft, phone.password)).toEqual(all('app-password'))

  // The mock takes the 16 letters and nothing else; joining pasted groups is the client's business.
  expect(await outcomes(microsoft, outlook.password.replace(/.{4}(?=.)/g, '$& '))).toEqual(
    all('app-password-needed').map((line) => line.replace('app-password-needed', 'wrong-password')),
  )
  expect(await outcomes(microsoft, outlook.password.toUpperCase())).toEqual(all('wrong-password'))

  type Listed = { id: string; name: string; lastUsedAt: string | null }
  const listed = await api.get<Listed[]>(path)
  expect(listed.map(({ name }) => name)).toEqual(['Outlook 2016', 'Phone'])
  expect(listed.every(({ lastUsedAt }) => lastUsedAt !== null)).toBe(true)
  expect(JSON.stringify(listed)).not.toContain(outlook.password)

  await api.delete(`${path}/${outlook.id}`)
  expect(await outcomes(microsoft, outlook.password)).toEqual(all('app-password-removed'))
  expect(await outcomes(microsoft, phone.password)).toEqual(all('app-password'))

  // Two-step off: the normal password works again, app passwords do not.
  await api.send('PATCH', `/accounts/${address}`, { twoStep: false })
  expect(await outcomes(microsoft, password)).toEqual(all('password'))
  expect(await outcomes(microsoft, phone.password)).toEqual(all('app-password-while-two-step-off'))

  await api.send('PATCH', `/accounts/${address}`, { twoStep: true })
  const again = await api.send<{ password: string }>('POST', path, { name: 'Again' })
  expect(await outcomes(microsoft, again.password)).toEqual(all('app-password'))
  await api.delete(path)
  expect(await api.get(path)).toEqual([])
  expect(await outcomes(microsoft, again.password)).toEqual(all('app-password-removed'))
})
