import { page, type Row, type Table } from './row.ts'

const mailcore = page('https://github.com/MailCore/mailcore2/blob/master/src/core/abstract/MCMessageConstants.h')

/** The library under many mail programs for iPhone and Mac: its numbers, with its sentences where they are its own. */
const known: readonly (readonly [number, Row['means'], sentence?: RegExp])[] = [
  [
    1,
    ['connection-refused', 'connection-timeout', 'host-not-found', 'connection-dropped'],
    /stable connection to the server could not be established/,
  ],
  [2, ['tls-not-spoken', 'settings-differ'], /server does not support TLS\/SSL connections/],
  [
    4,
    ['certificate-untrusted', 'certificate-wrong-name', 'certificate-expired'],
    /certificate for this server is invalid/,
  ],
  [5, ['plain-refusal', 'token-refused'], /Unable to authenticate with the current session's credentials/],
  [6, ['protocol-off'], /IMAP is not enabled for this Gmail account/],
  [7, ['throttled'], /Bandwidth limits were exceeded/],
  [8, ['throttled']],
  [25, ['settings-differ', 'tls-not-spoken']],
  [27, ['mailbox-full', 'quota-exceeded']],
  [28, ['sender-not-allowed', 'not-authenticated', 'quota-exceeded']],
  [29, ['account-blocked']],
  [31, ['not-authenticated', 'plain-refusal']],
]

const rows: readonly Row[] = known.map(([number, means, sentence]) => ({
  pattern: new RegExp(
    String.raw`\bMCOErrorDomain\b\D{0,12}\b${number}(?!\d)${sentence ? `|${sentence.source}` : ''}`,
    'i',
  ),
  means,
  source: mailcore,
}))

export const mailCore: Table = { kind: 'program', rows }
