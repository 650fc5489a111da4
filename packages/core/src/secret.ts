import { SparekeyError } from './errors.ts'

/** What can be said of a secret without telling it. Nothing here may put a secret into an error or a log. */
export type SecretShape = 'app-password-shape' | 'other-secret'

/** Microsoft's app passwords are 16 lower-case letters; some guides and mail programs show them in groups of four. */
const appPassword = /^[a-z]{16}$/

/** Joins an app password pasted in groups, if exactly 16 lower-case letters remain; any other secret stays as given. */
export function normalizeSecret(secret: string): string {
  const joined = secret.replaceAll(/\s/g, '')
  return appPassword.test(joined) ? joined : secret
}

/** Whether a secret looks like an app password. */
export function secretShape(secret: string): SecretShape {
  return appPassword.test(secret) ? 'app-password-shape' : 'other-secret'
}

/** No password, and no token of Microsoft's, comes near this. */
const maxSecretBytes = 16_384

/**
 * Refuses what no mail protocol can carry in one command, before anything is sent.
 * @throws SparekeyError `bad-secret`
 */
export function refuseUnsendable(secret: string): void {
  const problem =
    secret === ''
      ? 'it is empty'
      : Buffer.byteLength(secret) > maxSecretBytes
        ? `it is longer than ${maxSecretBytes} bytes`
        : /[\0\r\n]/.test(secret)
          ? 'it contains a NUL character or a line break, which no mail protocol can carry'
          : undefined
  if (problem) throw new SparekeyError('bad-secret', `The password was not sent: ${problem}.`, { details: { problem } })
}
