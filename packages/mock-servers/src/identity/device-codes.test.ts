import { describe, expect, test } from 'vitest'
import { Directory } from '../directory/directory.ts'
import { Clients, readyMadeClient } from './clients.ts'
import { DeviceCodes } from './device-codes.ts'
import { authorityFrom } from './authority.ts'

const at = new Date('2026-11-22T09:00:00Z')
const seconds = (count: number) => new Date(at.getTime() + count * 1000)

function start(tenant = 'common') {
  let machine = 0
  const account = new Directory({ now: () => at }).add({ address: 'hanako@hotmail.com', password: 'x' })
  const client = new Clients().get(readyMadeClient.id)!
  const codes = new DeviceCodes({ stopwatch: () => machine })
  const device = codes.begin({ authority: authorityFrom(tenant, [])!, client, scopes: ['openid'] }, at)
  const wait = (count: number) => {
    machine += count * 1000
  }
  const poll = (when = at) => codes.poll(device.deviceCode, client.id, when).outcome
  return { account, client, codes, device, wait, poll }
}

describe('a device', () => {
  test('asks until its owner has signed in, and is told once', () => {
    const { account, client, codes, device, wait, poll } = start()
    expect(poll()).toBe('pending')
    wait(5)
    expect(poll()).toBe('pending')
    expect(codes.approve(device.userCode, { account, multiFactor: true, at })).toBe(true)
    expect(codes.poll(device.deviceCode, client.id, at)).toMatchObject({
      outcome: 'approved',
      account,
      multiFactor: true,
      request: { scopes: ['openid'] },
    })
    expect(poll()).toBe('unknown')
  })

  test('is told when its owner has declined, and when it took too long', () => {
    const declined = start()
    expect(declined.codes.decline(declined.device.userCode, at)).toBe(true)
    expect(declined.poll()).toBe('declined')
    const slow = start()
    expect(slow.poll(seconds(899))).toBe('pending')
    expect(slow.poll(seconds(900))).toBe('expired')
    expect(
      slow.codes.approve(slow.device.userCode, { account: slow.account, multiFactor: false, at: seconds(900) }),
    ).toBe(false)
  })

  test('is told to slow down when it asks more often than it may, by the machine’s time', () => {
    const { wait, poll } = start()
    expect(poll()).toBe('pending')
    wait(4.4)
    expect(poll()).toBe('slow-down')
    wait(4.6)
    expect(poll()).toBe('pending')
  })

  test('is not told what belongs to another client', () => {
    const { codes, device } = start()
    expect(codes.poll(device.deviceCode, 'another', at).outcome).toBe('unknown')
    expect(codes.poll('another', readyMadeClient.id, at).outcome).toBe('unknown')
  })

  test('gets nothing when its owner signs out everywhere first', () => {
    const { account, codes, device, poll } = start()
    codes.approve(device.userCode, { account, multiFactor: false, at })
    codes.revokeAll(account)
    expect(poll()).toBe('unknown')
  })
})

describe('a user code', () => {
  test('has nine characters, and eight for personal accounts', () => {
    expect(start('common').device.userCode).toMatch(/^[A-Z2-9]{9}$/)
    expect(start('consumers').device.userCode).toMatch(/^[A-Z2-9]{8}$/)
  })

  test('is taken in any case and spacing, and once', () => {
    const { codes, device } = start()
    const typed = ` ${device.userCode.slice(0, 4).toLowerCase()}-${device.userCode.slice(4)} `
    expect(codes.find(typed, at)).toMatchObject({ userCode: device.userCode })
    codes.decline(typed, at)
    expect(codes.find(typed, at)).toBeUndefined()
    expect(codes.find('', at)).toBeUndefined()
  })
})

test('codes are forgotten an hour after they expired, and at a reset', () => {
  const { codes, device, client, poll } = start()
  const again = (when: Date) => codes.begin({ authority: { name: 'common' }, client, scopes: [] }, when)
  again(seconds(900 + 3600))
  expect(poll(seconds(900))).toBe('expired')
  again(seconds(900 + 3601))
  expect(poll(seconds(900))).toBe('unknown')
  codes.reset()
  expect(codes.find(device.userCode, at)).toBeUndefined()
})
