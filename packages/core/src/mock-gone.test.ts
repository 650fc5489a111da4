import { expect, test } from 'vitest'
import { check } from './check.ts'
import { openMailbox } from './open-mailbox.ts'
import { parseUsing } from './settings/using.ts'
import { deadPort, networkTo } from './testing/network.ts'
import { networkFetch } from './wire/network-fetch.ts'

const username = 'hanako@hotmail.com'
const network = { ...networkTo(deadPort), serverMap: 'servers.json' }
const refused = { code: 'mock-not-running', details: { map: 'servers.json' } }

test('a server map that outlived its mock is no trouble of the account, nor of its settings', async () => {
  const using = [parseUsing('imap=imap-mail.outlook.com:143/none/spa')]
  const { finding } = await check({ address: username, network, using, protocols: ['imap'] })
  expect(finding).toMatchObject({ code: 'mock-not-running', certainty: 'certain' })
})

test('nor of a mailbox, nor of signing in with Microsoft', async () => {
  const endpoint = { protocol: 'imap', host: 'imap-mail.outlook.com', port: 993, security: 'tls' } as const
  await expect(openMailbox({ endpoint, username, secret: 'x', network })).rejects.toMatchObject(refused)
  await expect(networkFetch(network)('https://login.microsoftonline.com/')).rejects.toMatchObject(refused)
})
