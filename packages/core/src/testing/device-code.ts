/** A sign-in by device code: time in which nobody waits, and a service that answers as a test says. Not part of the product. */
import { refused, startIdentityEndpoint, type Asked, type Said } from './identity-endpoint.ts'
import type { Stopwatch } from '../oauth/polling.ts'

/** Time that passes as soon as somebody waits. */
export function virtualTime(): Stopwatch {
  let now = 0
  return {
    now: () => now,
    async wait(milliseconds) {
      now += milliseconds
    },
  }
}

/** MS-OAUTH-02. */
export const code = (change: Record<string, unknown> = {}): Said => ({
  json: {
    user_code: 'ABCD1234',
    device_code: 'a-device-code',
    verification_uri: 'https://www.microsoft.com/link',
    expires_in: 900,
    interval: 5,
    message:
      'To sign in, use a web browser to open the page https://www.microsoft.com/link and enter the code ABCD1234 to authenticate.',
    ...change,
  },
})
export const pending = refused('authorization_pending', 70016, 'OAuth 2.0 device flow error. Authorization is pending.')

/** Gives out a code, then answers each question by the next of these. */
export function service(...answers: (Said | undefined)[]) {
  const rest = [...answers]
  return startIdentityEndpoint(({ path }) => (path.endsWith('/devicecode') ? code() : rest.shift()))
}
export const endpoint = ({ path }: Asked) => path.split('/').at(-1)
