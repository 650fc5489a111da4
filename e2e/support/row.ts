/** The shape of a row, and what rows have in common. */
import type { FindingCode } from '@sparekey/core'
import type { Microsoft, MicrosoftOptions } from '@sparekey/mock-servers'
import type { IssuedToken } from './tokens.ts'

export const protocols = ['pop3', 'imap', 'smtp'] as const
type Door = (typeof protocols)[number]

export const personal = { address: 'hanako@hotmail.com', password: 'correct horse' } as const
export const work = { address: 'taro@contoso.example', password: 'correct horse', kind: 'work' } as const

export type Row = {
  reason: string
  /** What tells this row from another one with the same reason. */
  when?: string
  options: MicrosoftOptions
  /** Prepares the account and returns the secret to sign in with. */
  secret: (microsoft: Microsoft) => string | Promise<string>
  username?: string
  replies: Partial<Record<Door, string | RegExp>>
  findings: Partial<Record<Door, FindingCode>>
  /** The finding for all three doors together. */
  finding: FindingCode
}

export type TokenRow = Omit<Row, 'options' | 'secret'> & {
  /** Where it is not the personal account, on 2026-10-01. */
  options?: MicrosoftOptions
  /** Prepares the account and returns the token to sign in with, and what the client was told of it. */
  token: (microsoft: Microsoft) => { accessToken: string } | Promise<IssuedToken>
}

export function smtpAuthOff(scope: 'Mailbox' | 'Tenant'): RegExp {
  return new RegExp(
    String.raw`^535 5\.7\.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the ${scope}\. Visit https://aka\.ms/smtp_auth_disabled for more information\. \[`,
  )
}
