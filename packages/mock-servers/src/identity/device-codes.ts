/**
 * Sign-ins that are begun on one device and finished in a browser on another (RFC 8628): a code for the device, a code to
 * type in, and what became of them. Codes expire by the mock's clock; how often a device asks goes by the machine's.
 */
import type { Account } from '../directory/account.ts'
import type { Client } from './clients.ts'
import { randomId, typableCode } from './random-id.ts'
import type { Authority } from './authority.ts'

export type DeviceRequest = {
  authority: Authority
  client: Client
  /** As on the wire, such as `https://outlook.office.com/SMTP.Send`. */
  scopes: readonly string[]
}

/** One that waits for its owner. */
export type PendingDevice = DeviceRequest & { readonly userCode: string; readonly expiresAt: Date }

export type DevicePoll =
  | { outcome: 'approved'; request: DeviceRequest; account: Account; multiFactor: boolean }
  | { outcome: 'pending' | 'slow-down' | 'declined' | 'expired' | 'unknown' }

/** What the one who signed in says to the application on his device. */
type Answer = { kind: 'approved'; account: Account; multiFactor: boolean } | { kind: 'declined' }

type Device = PendingDevice & { readonly deviceCode: string; answer: Answer | undefined; polledAt: number | undefined }

/** MS-OAUTH-01: 15 minutes. */
export const deviceCodeSeconds = 900
/** How long an expired code is still known as such. */
const remembered = 60 * 60 * 1000
/** A timer may go off that much too early. */
const tolerance = 500
const maxDevices = 1000

export class DeviceCodes {
  /** Seconds a device must wait between two questions. */
  readonly interval: number
  readonly #stopwatch: () => number
  readonly #devices = new Map<string, Device>()

  /** @param options.stopwatch milliseconds of the machine's time, from any beginning */
  constructor({
    interval = 5,
    stopwatch = () => performance.now(),
  }: { interval?: number; stopwatch?: () => number } = {}) {
    this.interval = interval
    this.#stopwatch = stopwatch
  }

  begin(request: DeviceRequest, at: Date): PendingDevice & { deviceCode: string } {
    this.#forgetOld(at)
    const device: Device = {
      ...request,
      deviceCode: randomId(),
      // MS-OAUTH-01, MS-OAUTH-02: nine characters, eight for personal accounts.
      userCode: typableCode(request.authority.name === 'consumers' ? 8 : 9),
      expiresAt: new Date(at.getTime() + deviceCodeSeconds * 1000),
      answer: undefined,
      polledAt: undefined,
    }
    this.#devices.set(device.deviceCode, device)
    return device
  }

  /** The one that waits under that code, in whatever case and spacing it was typed. */
  find(userCode: string, at: Date): PendingDevice | undefined {
    return this.#waiting(userCode, at)
  }

  /** Returns whether one was waiting. */
  approve(userCode: string, who: { account: Account; multiFactor: boolean; at: Date }): boolean {
    const device = this.#waiting(userCode, who.at)
    if (device) device.answer = { kind: 'approved', account: who.account, multiFactor: who.multiFactor }
    return device !== undefined
  }

  /** Returns whether one was waiting. */
  decline(userCode: string, at: Date): boolean {
    const device = this.#waiting(userCode, at)
    if (device) device.answer = { kind: 'declined' }
    return device !== undefined
  }

  /** What the device is told. An answer is told once, and the code is unknown afterwards. */
  poll(deviceCode: string, clientId: string, at: Date): DevicePoll {
    const device = this.#devices.get(deviceCode)
    if (!device || device.client.id !== clientId) return { outcome: 'unknown' }
    if (isOver(device, at)) return { outcome: 'expired' }
    if (!device.answer) return { outcome: this.#tooSoon(device) ? 'slow-down' : 'pending' }
    this.#devices.delete(deviceCode)
    if (device.answer.kind === 'declined') return { outcome: 'declined' }
    const { account, multiFactor } = device.answer
    return { outcome: 'approved', request: device, account, multiFactor }
  }

  /** Forgets what an account has approved and no device has fetched. */
  revokeAll(account: Account): void {
    for (const [code, { answer }] of this.#devices) {
      if (answer?.kind === 'approved' && answer.account === account) this.#devices.delete(code)
    }
  }

  reset(): void {
    this.#devices.clear()
  }

  #waiting(userCode: string, at: Date): Device | undefined {
    const typed = userCode.replaceAll(/[\s-]/g, '').toUpperCase()
    const device = [...this.#devices.values()].find((candidate) => candidate.userCode === typed)
    return device && !device.answer && !isOver(device, at) ? device : undefined
  }

  #tooSoon(device: Device): boolean {
    const now = this.#stopwatch()
    const since = now - (device.polledAt ?? Number.NEGATIVE_INFINITY)
    device.polledAt = now
    return since < this.interval * 1000 - tolerance
  }

  #forgetOld(at: Date): void {
    for (const [code, { expiresAt }] of this.#devices) {
      const tooMany = this.#devices.size >= maxDevices
      if (tooMany || at.getTime() - expiresAt.getTime() > remembered) this.#devices.delete(code)
    }
  }
}

function isOver({ expiresAt }: Device, at: Date): boolean {
  return at >= expiresAt
}
