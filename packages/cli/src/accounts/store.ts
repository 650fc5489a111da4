/** Where the secret of an account is kept. */
export const storeKinds = ['keyring', 'file'] as const
export type StoreKind = (typeof storeKinds)[number]

/** Where refresh tokens and app passwords rest. Nothing else of an account is secret, and nothing else is kept there. */
export type SecretStore = {
  readonly kind: StoreKind
  read(name: string): Promise<string | undefined>
  write(name: string, secret: string): Promise<void>
  remove(name: string): Promise<void>
}
