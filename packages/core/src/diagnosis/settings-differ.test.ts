import { expect, test } from 'vitest'
import type { Observation } from '../probe/observation.ts'
import type { StepName } from '../protocols/step.ts'
import { parseUsing } from '../settings/using.ts'
import { diagnose } from './diagnose.ts'
import { observed, refused, accepted, judged, on } from '../testing/observed.ts'

const using = (text: string, observation: Observation) =>
  judged([{ ...observation, endpoint: parseUsing(text) }], { ...on('2021-05-01'), using: [parseUsing(text)] }).finding
const failedAt = (step: StepName, error: string) => observed('imap', { step, error })

test.for([
  ['imap=imap.hotmail.com:993/tls', failedAt('resolve', 'ENOTFOUND')],
  ['imap=imap-mail.outlook.com:143/tls', failedAt('connect', 'timeout')],
  ['imap=imap-mail.outlook.com:993/starttls', failedAt('greeting', 'timeout')],
  ['imap=imap-mail.outlook.com:993/none', observed('imap', { step: 'sign-in', outcome: 'skipped', error: 'no-tls' })],
  ['imap=imap-mail.outlook.com:993/tls/spa', refused('imap')],
  ['imap=imap-mail.outlook.com:993/tls/user=hanako', refused('imap')],
  ['imap=imap-mail.outlook.com:993/tls/spa', accepted('imap')],
] as const)('settings that differ: %s explains what follows from it', ([text, observation]) => {
  expect(using(text, observation)).toBe('settings-differ, certain')
})

test('settings that differ do not explain a connection that fails where host, port and encryption are right', () => {
  expect(using('imap=imap-mail.outlook.com:993/tls/spa', failedAt('tls', 'CERT_HAS_EXPIRED'))).toBe(
    'certificate-expired, certain',
  )
})

const port25 = 'smtp=smtp-mail.outlook.com:25/starttls'
const port143 = 'imap=imap-mail.outlook.com:143/starttls'
test.for([
  // Found after the server was, or whoever the server is.
  [port25, 'tls', 'ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-wrong-name'],
  [port25, 'tls', 'CERT_HAS_EXPIRED', 'certificate-expired'],
  [port25, 'tls', 'starttls-missing', 'tls-needed'],
  [port25, 'tls', 'starttls-refused', 'tls-needed'],
  [port25, 'tls', 'bytes-before-tls', 'tls-needed'],
  [port25, 'tls', 'ERR_SSL_WRONG_VERSION_NUMBER', 'tls-not-spoken'],
  [port25, 'capabilities', 'timeout', 'connection-timeout'],
  [port143, 'tls', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-untrusted'],
  [port143, 'tls', 'bytes-before-tls', 'tls-needed'],
  [port143, 'greeting', 'preauth', 'tls-needed'],
  ['smtp=smtp-mail.outlook.com:465/tls', 'tls', 'ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-wrong-name'],
  ['smtp=smtp-mail.outlook.com:465/tls', 'tls', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-untrusted'],
  ['smtp=smtp-mail.outlook.com:465/tls', 'tls', 'CERT_HAS_EXPIRED', 'certificate-expired'],
  // No port makes a name unknown, no encryption a port closed.
  [port25, 'resolve', 'ENOTFOUND', 'host-not-found'],
  ['imap=imap-mail.outlook.com:993/starttls', 'connect', 'ECONNREFUSED', 'connection-refused'],
  // The settings alone may be why.
  [port25, 'resolve', 'not-in-server-map', 'settings-differ'],
  [port25, 'connect', 'timeout', 'settings-differ'],
  [port25, 'connect', 'ECONNREFUSED', 'settings-differ'],
  ['smtp=smtp-mail.outlook.com:587/tls', 'tls', 'ERR_SSL_WRONG_VERSION_NUMBER', 'settings-differ'],
  ['smtp=smtp-mail.outlook.com:465/starttls', 'greeting', 'tls-spoken', 'settings-differ'],
  ['imap=imap-mail.outlook.com:995/tls', 'greeting', 'other-protocol', 'settings-differ'],
  ['imap=imap.hotmail.com:993/tls', 'tls', 'ERR_TLS_CERT_ALTNAME_INVALID', 'settings-differ'],
  // Another host explains whatever happens there; one setting that explains it is enough.
  ['imap=mail.example:993/tls', 'resolve', 'not-in-server-map', 'settings-differ'],
  ['imap=mail.example:993/tls', 'connect', 'timeout', 'settings-differ'],
  ['imap=mail.example:993/tls', 'tls', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'settings-differ'],
  ['imap=mail.example:993/tls', 'tls', 'CERT_HAS_EXPIRED', 'settings-differ'],
  ['imap=mail.example:993/tls', 'greeting', 'timeout', 'settings-differ'],
  ['imap=mail.example:143/starttls', 'greeting', 'preauth', 'settings-differ'],
  ['smtp=mail.example:587/starttls', 'tls', 'starttls-missing', 'settings-differ'],
  ['imap=mail.example:995/tls/spa', 'resolve', 'ENOTFOUND', 'settings-differ'],
] as const)('settings that differ: %s, and at %s %s: %s', ([text, step, error, code]) => {
  const now = parseUsing(text)
  expect(using(text, observed(now.protocol, { step, error }, 'other-secret', now))).toBe(`${code}, certain`)
})

test('settings of an account that is not Microsoft’s cannot differ: without encryption it is TLS that is missing', () => {
  const observation = observed('imap', { step: 'sign-in', outcome: 'skipped', error: 'no-tls' })
  expect(judged([observation], { servers: [], using: [parseUsing('imap=mail.example:143/none')] }).finding).toBe(
    'tls-needed, certain',
  )
})

test('settings that differ do not hide what was found in spite of them', () => {
  const retired = { ...refused('imap'), endpoint: parseUsing('imap=imap-mail.outlook.com:993/tls/spa') }
  const context = { ...on('2026-11-30'), using: [parseUsing('imap=imap-mail.outlook.com:993/tls/spa')] }
  const { finding, protocols } = diagnose([retired], context)
  expect(finding).toMatchObject({
    code: 'settings-differ',
    also: [{ code: 'basic-auth-retired', certainty: 'likely', protocol: 'imap' }],
  })
  expect(protocols[0]!.finding).toEqual(finding)
  for (const other of [accepted('imap'), failedAt('resolve', 'ENOTFOUND')]) {
    const elsewhere = parseUsing('imap=imap.live.com:993/tls')
    const { finding } = diagnose([{ ...other, endpoint: elsewhere }], { ...context, using: [elsewhere] })
    expect(finding.code).toBe('settings-differ')
    expect(finding).not.toHaveProperty('also')
  }
})

test.for([
  ['imap=imap-legacy.office365.com:993/tls', '2026-06-30', 'basic-auth-retired, likely'],
  ['imap=imap-legacy.office365.com:993/tls', '2026-07-01', 'legacy-host-retired, likely'],
  ['imap=imap-legacy.office365.com:993/tls', '2026-12-31', 'legacy-host-retired, certain'],
  ['imap=IMAP-legacy.outlook.com:993/tls', '2027-02-01', 'legacy-host-retired, certain'],
  ['imap=imap-legacy.example:993/tls', '2027-02-01', 'settings-differ, certain'],
] as const)('settings that differ by a host for old programs: %s on %s', ([text, asOf, expected]) => {
  const observation = { ...refused('imap'), endpoint: parseUsing(text) }
  expect(judged([observation], { ...on(asOf), using: [parseUsing(text)], asOf }).finding).toBe(expected)
})

test('settings that differ by a host for old programs explain that its name is unknown', () => {
  const text = 'imap=imap-legacy.office365.com:993/tls'
  const observation = { ...failedAt('resolve', 'ENOTFOUND'), endpoint: parseUsing(text) }
  expect(judged([observation], { ...on('2027-02-01'), using: [parseUsing(text)] }).finding).toBe(
    'legacy-host-retired, certain',
  )
})

test.for([
  [String.raw`hanako@contoso.example\info`, 'shared-mailbox-name, likely'],
  [String.raw`hanako@contoso.example\info@contoso.example`, 'shared-mailbox-name, likely'],
  [String.raw`CONTOSO\hanako\info`, 'shared-mailbox-name, likely'],
  [String.raw`CONTOSO\hanako`, 'settings-differ, certain'],
  ['info', 'settings-differ, certain'],
])('settings that differ by the user name: %s', ([username, expected]) => {
  const now = parseUsing(`imap=outlook.office365.com:993/tls/user=${username}`)
  const context = { ...on('2021-05-01', 'work'), using: [now] }
  const observation = { ...refused('imap'), endpoint: now, username: username! }
  expect(judged([observation], context).finding).toBe(expected)
  expect(judged([{ ...accepted('imap'), endpoint: now, username: username! }], context).finding).toBe(
    'settings-differ, certain',
  )
})
