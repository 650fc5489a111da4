/** What can be said of a secret without telling it. Nothing in this file may put a secret into an error or a log. */

/** What a secret looks like. */
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
