import { composeMessage, mappedNetwork, openMailbox, parseServerMap, settingsFor, submit } from '@sparekey/core'
import { startMicrosoft } from '@sparekey/mock-servers'
import { expect, it } from 'vitest'

const hanako = { address: 'hanako@hotmail.com', password: 'correct horse' }
const taro = { address: 'taro@outlook.jp', password: 'battery staple' }

it('keeps two accounts apart while they write to each other at the same time', async () => {
  await using microsoft = await startMicrosoft({ accounts: [hanako, taro] })
  const network = mappedNetwork(parseServerMap(microsoft.servers))
  const server = async (address: string, protocol: 'imap' | 'pop3' | 'smtp') =>
    (await settingsFor(address, { network })).servers.find((entry) => entry.protocol === protocol)!

  const write = async (from: typeof hanako, to: typeof hanako, subject: string) => {
    const message = await composeMessage({
      from: from.address,
      to: [to.address],
      subject,
      text: `to ${to.address}`,
      date: network.now(),
    })
    return submit({
      endpoint: await server(from.address, 'smtp'),
      username: from.address,
      secret: from.password,
      network,
      envelope: message.envelope,
      raw: message.raw,
    })
  }
  const subjects = async (account: typeof hanako, protocol: 'imap' | 'pop3', folder = 'INBOX') => {
    await using mailbox = await openMailbox({
      endpoint: await server(account.address, protocol),
      username: account.address,
      secret: account.password,
      network,
    })
    return (await mailbox.list({ folder, limit: 50 })).map(({ subject }) => subject).toSorted()
  }

  await Promise.all(
    [1, 2, 3].flatMap((number) => [
      write(hanako, taro, `${number} from Hanako`),
      write(taro, hanako, `${number} from Taro`),
    ]),
  )

  const toTaro = ['1 from Hanako', '2 from Hanako', '3 from Hanako']
  const toHanako = ['1 from Taro', '2 from Taro', '3 from Taro']
  expect(await Promise.all([subjects(taro, 'imap'), subjects(taro, 'pop3')])).toEqual([toTaro, toTaro])
  expect(await Promise.all([subjects(hanako, 'imap'), subjects(hanako, 'pop3')])).toEqual([toHanako, toHanako])
  expect(await subjects(hanako, 'imap', 'Sent')).toEqual(toTaro)
})

it('keeps two instances in one process apart', async () => {
  await using one = await startMicrosoft({ accounts: [hanako] })
  await using other = await startMicrosoft({ asOf: '2026-10-01', accounts: [{ ...hanako, password: 'another' }] })
  one.accounts.get(hanako.address)!.twoStep = true
  await one.mail.append(hanako.address, 'Inbox', Buffer.from('Subject: one\r\n\r\n'))
  expect(other.accounts.get(hanako.address)!.twoStep).toBe(false)
  expect(one.clock.now().getUTCFullYear()).toBe(2021)
  expect(other.clock.now().getUTCFullYear()).toBe(2026)
  expect(one.ca).not.toBe(other.ca)
  const network = mappedNetwork(parseServerMap(one.servers))
  const imap = (await settingsFor(hanako.address, { network })).servers.find(({ protocol }) => protocol === 'imap')!
  await expect(openMailbox({ endpoint: imap, username: hanako.address, secret: 'another', network })).rejects.toThrow()
  expect(one.signIns).toHaveLength(1)
  expect(other.signIns).toHaveLength(0)
})
