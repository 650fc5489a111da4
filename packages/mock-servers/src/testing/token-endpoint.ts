/** A mock with its token endpoint, two accounts and four clients besides the ready-made one. */
import { readyMadeClient } from '../identity/clients.ts'
import { type MicrosoftOptions, startMicrosoft } from '../microsoft.ts'
import { call } from './https.ts'

export const hanako = 'hanako@hotmail.com'
export const taro = 'taro@contoso.example'
export const login = 'https://login.microsoftonline.com'
export const outlook = 'https://outlook.office.com'
export const mail = `${outlook}/IMAP.AccessAsUser.All ${outlook}/SMTP.Send`
export const secret = 'a secret that nobody must ever see'

export async function startTokenEndpoint(options: MicrosoftOptions = {}) {
  const microsoft = await startMicrosoft({
    asOf: '2021-05-01T12:00:00Z',
    accounts: [
      { address: hanako, password: 'correct horse' },
      { address: taro, password: 'battery staple' },
    ],
    clients: [
      { id: 'web', name: 'Webmail', type: 'confidential', secret },
      { id: 'off', name: 'Old', enabled: false },
      { id: 'home', name: 'Home', accounts: ['personal'] },
      { id: 'office', name: 'Office', accounts: ['work'] },
    ],
    ...options,
  })
  const token = (form: Record<string, string>, { tenant = 'common', headers = {} } = {}) =>
    call(microsoft, `${login}/${tenant}/oauth2/v2.0/token`, {
      form: { client_id: readyMadeClient.id, ...form },
      headers,
    })
  const refreshTokenOf = async (address: string, scopes = mail.split(' '), clientId?: string) =>
    (await microsoft.oauth.issue(address, scopes, { clientId })).refreshToken
  const api = (method: string, path: string, body?: object) =>
    fetch(`${microsoft.servers.api}${path}`, { method, ...(body && { body: JSON.stringify(body) }) })
  return { microsoft, token, refreshTokenOf, api, [Symbol.asyncDispose]: () => microsoft.close() }
}

export function refresh(refreshToken: string, scope?: string): Record<string, string> {
  return { grant_type: 'refresh_token', refresh_token: refreshToken, ...(scope !== undefined && { scope }) }
}
