/** The responses of SASL mechanisms, in base64 as they go on the wire. Nothing here is ever logged. */
export const saslResponses = {
  /** RFC 4616: no authorization identity, as some servers refuse one that equals the user. */
  PLAIN: (username: string, secret: string) => base64(`\0${username}\0${secret}`),
  /** Google's and Microsoft's mechanism for OAuth 2.0 access tokens. */
  XOAUTH2: (username: string, token: string) => base64(`user=${username}\u0001auth=Bearer ${token}\u0001\u0001`),
} as const

export type SaslMechanism = keyof typeof saslResponses

export function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64')
}
