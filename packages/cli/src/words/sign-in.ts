import type { Problems, Remedies } from './failures.ts'

/** How an account signs in, and where its secret is kept. */
type SignIn = 'oauth' | 'app-password'
type Store = 'keyring' | 'file'

/** Signing in, the accounts that are signed in, and their secrets. */
export type SignInWords = {
  login: {
    /** Why this way is taken; `doors` are the protocols that still take a password. */
    why: Record<
      'passwords-refused' | 'opens-all' | 'passwords-only' | 'password-opens-some' | 'password-opens-all',
      (asOf: string, doors: string) => string
    >
    openPage: string
    /** The same for a page that only this computer can open. */
    openPageHere: string
    enterCode: string
    codeLife: (minutes: number) => string
    /** `left`: minutes and seconds, where the time is limited. */
    waiting: (left: string | undefined) => string
    opening: string
    noBrowser: string
    appPasswordPrompt: (address: string) => string
    normalPassword: string
    otherName: (typed: string, address: string) => string
    inFile: (folder: string) => string
    signedIn: Record<SignIn, (address: string) => string>
    letIn: string
    notLetIn: (reason: string) => string
    notTried: string
  }
  accounts: {
    none: string
    /** Another process holds a lock. */
    waiting: (path: string) => string
    address: string
    signsIn: string
    keptIn: string
    since: string
    signIn: Record<SignIn, string>
    store: Record<Store, string>
    signedOut: (address: string) => string
    /** What signing out here does not end. */
    staysValid: Record<SignIn, string>
  }
} & Problems<
  | 'account-missing'
  | 'missing-secret'
  | 'bad-secret'
  | 'bad-client-id'
  | 'client-id-missing'
  | 'no-token'
  | 'keyring-unavailable'
> &
  Remedies<'account-missing' | 'no-token' | 'client-id-missing'>
