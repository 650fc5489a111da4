import type { Protocol, ServerSettings } from '@sparekey/core'

export type Way = 'oauth' | 'app-password'

/** How to sign in, and why so; `doors` are the protocols that take a password at that date. */
export type Plan = {
  way: Way | 'none'
  because: 'passwords-refused' | 'opens-all' | 'passwords-only' | 'password-opens-some' | 'password-opens-all'
  doors: Protocol[]
}

/**
 * Chooses the way that opens the most doors at the date of the settings; a person's wish comes first where it can work at
 * all. Pure.
 */
export function planSignIn(servers: readonly ServerSettings[], wish: Way | undefined): Plan {
  const takers = (way: 'password' | 'oauth2') => servers.filter(({ authentication }) => authentication.includes(way))
  const doors = takers('password').map(({ protocol }) => protocol)
  if (wish === 'app-password') {
    if (doors.length === 0) return { way: 'none', because: 'passwords-refused', doors }
    return { way: wish, because: doors.length < servers.length ? 'password-opens-some' : 'password-opens-all', doors }
  }
  if (wish === undefined && takers('oauth2').length === 0)
    return { way: 'app-password', because: 'passwords-only', doors }
  return { way: 'oauth', because: doors.length === 0 ? 'passwords-refused' : 'opens-all', doors }
}
