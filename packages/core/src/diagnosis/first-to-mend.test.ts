import { expect, test } from 'vitest'
import type { Observation } from '../probe/observation.ts'
import type { Protocol } from '../settings/settings.ts'
import { parseUsing } from '../settings/using.ts'
import { diagnose } from './diagnose.ts'
import type { FindingCode } from '../errors/codes.ts'
import { observed, refused, accepted, on } from '../testing/observed.ts'

const first = (...codes: FindingCode[]) => {
  const protocols = ['smtp', 'pop3', 'imap'] as const
  const shown: Partial<Record<FindingCode, (protocol: Protocol) => Observation>> = {
    ok: accepted,
    'connection-refused': (protocol) => observed(protocol, { step: 'connect', error: 'ECONNREFUSED' }),
    'app-password-needed': (protocol) => refused(protocol),
    'server-unavailable': (protocol) => observed(protocol, { step: 'greeting', error: 'refused', reply: '' }),
    throttled: (protocol) =>
      refused(
        protocol,
        'other-secret',
        protocol === 'imap'
          ? 'A2 NO Request is throttled. Suggested Backoff Time: 1 milliseconds'
          : '432 4.3.2 Concurrent connections limit exceeded.',
      ),
    'basic-auth-retired': (protocol) => refused(protocol, 'other-secret', 'NO Basic authentication is disabled.'),
  }
  const { code, protocol } = diagnose(
    codes.map((code, index) => shown[code]!(protocols[index]!)),
    on('2021-05-01'),
  ).finding
  return `${protocol} ${code}`
}

test('the finding to mend first is that of the connection before that of the sign-in', () => {
  expect(first('connection-refused', 'basic-auth-retired', 'basic-auth-retired')).toBe('smtp connection-refused')
})
test('the finding to mend first is then the more certain one', () => {
  expect(first('basic-auth-retired', 'ok', 'server-unavailable')).toBe('smtp basic-auth-retired')
})
test('the finding to mend first is then that of IMAP, POP3, SMTP in this order', () => {
  expect(first('app-password-needed', 'app-password-needed', 'app-password-needed')).toBe('imap app-password-needed')
  expect(first('app-password-needed', 'app-password-needed')).toBe('pop3 app-password-needed')
})
test('the finding to mend first is ok only if all are', () => {
  expect(first('ok', 'ok', 'throttled')).toBe('imap throttled')
  expect(first('ok', 'ok', 'ok')).toBe('imap ok')
})
test.for([
  ['resolve', 'ENOTFOUND', 'host-not-found'],
  ['connect', 'ECONNREFUSED', 'connection-refused'],
  ['connect', 'timeout', 'connection-timeout'],
  ['greeting', 'closed', 'connection-dropped'],
  ['greeting', 'tls-spoken', 'tls-needed'],
  ['greeting', 'other-protocol', 'not-a-mail-server'],
  ['tls', 'ERR_SSL_WRONG_VERSION_NUMBER', 'tls-not-spoken'],
  ['tls', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-untrusted'],
  ['tls', 'ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-wrong-name'],
  ['tls', 'CERT_HAS_EXPIRED', 'certificate-expired'],
] as const)('the finding to mend first is the connection’s: at %s %s, %s before a sign-in', ([step, error, code]) => {
  const signIn = refused('imap', 'other-secret', 'NO Basic authentication is disabled.')
  expect(diagnose([signIn, observed('smtp', { step, error })], on('2021-05-01')).finding.code).toBe(code)
})
test('the finding to mend first is settings that differ, before the sign-in of whatever protocol', () => {
  const signIn = refused('imap', 'other-secret', 'NO Basic authentication is disabled.')
  const using = [parseUsing('smtp=smtp-mail.outlook.com:587/starttls/spa')]
  const { finding } = diagnose([signIn, accepted('smtp')], { ...on('2021-05-01'), using })
  expect(finding).toMatchObject({ code: 'settings-differ', protocol: 'smtp' })
})
test('settings to mend come after the connection and before the sign-in', () => {
  const wrong = parseUsing('pop3=pop-mail.outlook.com:995/tls/spa')
  const run = (smtp: Observation) =>
    diagnose([accepted('pop3'), smtp], { ...on('2021-05-01'), using: [wrong] }).finding.code
  expect(run(observed('smtp', { step: 'connect', error: 'timeout' }))).toBe('connection-timeout')
  expect(run(refused('smtp', 'other-secret', '535 5.7.139 …, basic authentication is disabled.'))).toBe(
    'settings-differ',
  )
})
