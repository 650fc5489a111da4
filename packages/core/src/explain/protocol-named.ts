import type { Protocol } from '../settings/settings.ts'

/** By what a text names a protocol: its name, a server's, a port, the direction of the mail. */
const names: Readonly<Record<Protocol, RegExp>> = {
  imap: /\bIMAP(?:4|S)?\b|imap-mail\.outlook\.|:993\b/i,
  pop3: /\bPOP(?:3|S)?\b|pop-mail\.outlook\.|:995\b/i,
  smtp: /\bE?SMTPS?\b|smtp-mail\.outlook\.|:(?:587|465)\b|\boutgoing (?:mail )?server|送信(?:メール)? ?サーバー?/i,
}

const protocols = ['imap', 'pop3', 'smtp'] as const satisfies Protocol[]

/** The one protocol that is named. */
export function protocolNamed(text: string): Protocol | undefined {
  const [only, ...others] = protocols.filter((protocol) => names[protocol].test(text))
  return others.length === 0 ? only : undefined
}
