/** What a person may choose from at sign-in. A module of its own: the help shows it, and loads nothing else for it. */

/** Sign in on any device, or in a browser on this machine. */
export const oauthWays = ['device', 'browser'] as const
export type OAuthWay = (typeof oauthWays)[number]

/** Where the secret is kept. */
export const storeKinds = ['keyring', 'file'] as const
export type StoreKind = (typeof storeKinds)[number]
