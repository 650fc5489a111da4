import type { Protocol } from '@sparekey/core'

/** The same in every language. A module of its own: most commands name a protocol, and few render a check. */
export const protocolNames: Readonly<Record<Protocol, string>> = { imap: 'IMAP', pop3: 'POP3', smtp: 'SMTP' }
