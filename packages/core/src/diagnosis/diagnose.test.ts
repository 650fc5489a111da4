import { describe, expect, test } from 'vitest'
import type { Observation } from '../probe/observation.ts'
import type { Step, StepName } from '../protocols/step.ts'
import { serversOn } from '../settings/servers.ts'
import type { Endpoint, Protocol, Security } from '../settings/settings.ts'
import { parseUsing } from '../settings/using.ts'
import type { TokenFacts } from '../credentials/token-facts.ts'
import { diagnose } from './diagnose.ts'
import type { FindingCode } from '../errors/codes.ts'

const address = 'hanako@hotmail.com'
const plain: Record<Protocol, string> = {
  imap: 'A2 NO LOGIN failed.',
  pop3: '-ERR Logon failure: unknown user name or bad password.',
  smtp: '535 5.7.3 Authentication unsuccessful [X]',
}
const orderOf = (security: Security): StepName[] =>
  security === 'starttls'
    ? ['resolve', 'connect', 'greeting', 'tls', 'capabilities', 'sign-in']
    : ['resolve', 'connect', 'tls', 'greeting', 'capabilities', 'sign-in']

/** What a probe would have written down, from the step at which the climb ended. */
function observed(
  protocol: Protocol,
  end: Partial<Step> & { step: StepName },
  credential: Observation['credential'] = 'other-secret',
  now?: Endpoint,
): Observation {
  const right = serversOn('2021-05-01', 'personal', address).find((server) => server.protocol === protocol)!
  const { host, port, security } = now ?? right
  const order = orderOf(security)
  const at = order.indexOf(end.step)
  const steps = order.map((step, index): Step => {
    if (index === at) return { outcome: 'failed', ms: 1, ...end }
    return index < at ? { step, outcome: 'ok', ms: 1 } : { step, outcome: 'skipped', ms: 0 }
  })
  return {
    endpoint: { protocol, host, port, security },
    username: address,
    credential,
    sent: true,
    steps,
    capabilities: [],
  }
}
const refused = (protocol: Protocol, credential?: Observation['credential'], reply = plain[protocol]) =>
  observed(protocol, { step: 'sign-in', error: 'refused', reply }, credential)
const accepted = (protocol: Protocol, credential?: Observation['credential']) =>
  observed(protocol, { step: 'sign-in', outcome: 'ok' }, credential)

const on = (day: string, kind: 'personal' | 'work' = 'personal') => ({ servers: serversOn(day, kind, address) })
const judged = (observations: Observation[], context: Parameters<typeof diagnose>[1]) => {
  const { finding, protocols } = diagnose(observations, context)
  const words = ({ code, certainty }: { code: string; certainty: string }) => `${code}, ${certainty}`
  return { finding: words(finding), protocols: protocols.map(({ finding }) => words(finding)) }
}

describe('the table of docs/reference/findings.md', () => {
  const all = ['imap', 'pop3', 'smtp'] as const

  test('passwords accepted, 16 letters, plain refusal', () => {
    expect(
      judged(
        all.map((protocol) => refused(protocol, 'app-password-shape')),
        on('2021-05-01'),
      ),
    ).toEqual({
      finding: 'app-password-wrong, likely',
      protocols: Array(3).fill('app-password-wrong, likely'),
    })
  })

  test('passwords accepted, another secret, plain refusal on every protocol tried', () => {
    expect(
      judged(
        all.map((protocol) => refused(protocol)),
        on('2021-05-01'),
      ).protocols,
    ).toEqual(Array(3).fill('app-password-needed, likely'))
    expect(judged([refused('imap')], on('2021-05-01')).finding).toBe('app-password-needed, likely')
  })

  test.for(['other-secret', 'app-password-shape'] as const)(
    'passwords accepted, %s refused on one protocol and accepted on another',
    (credential) => {
      expect(
        judged(
          [accepted('imap', credential), refused('pop3', credential), accepted('smtp', credential)],
          on('2021-05-01'),
        ),
      ).toEqual({
        finding: 'protocol-off, likely',
        protocols: ['ok, certain', 'protocol-off, likely', 'ok, certain'],
      })
    },
  )

  test.for(['other-secret', 'app-password-shape'] as const)('passwords refused, %s, plain refusal', (credential) => {
    expect(judged([refused('imap', credential), refused('pop3', credential)], on('2024-09-16'))).toEqual({
      finding: 'basic-auth-retired, likely',
      protocols: Array(2).fill('basic-auth-retired, likely'),
    })
  })

  test('passwords refused, the words for it', () => {
    expect(
      judged([refused('imap', 'other-secret', 'A2 NO Basic authentication is disabled.')], on('2026-11-22')).finding,
    ).toBe('basic-auth-retired, certain')
    expect(
      judged(
        [
          refused(
            'smtp',
            'app-password-shape',
            '535 5.7.139 Authentication unsuccessful, basic authentication is disabled. [X]',
          ),
        ],
        on('2025-01-26'),
      ).finding,
    ).toBe('basic-auth-retired, certain')
  })

  test.for([
    ['none', 'AUTH=XOAUTH2 LOGINDISABLED'],
    ['other-secret', 'AUTH=XOAUTH2 LOGINDISABLED'],
    ['other-secret', 'AUTH=XOAUTH2'],
    ['other-secret', 'LOGINDISABLED'],
  ] as const)('any date, %s not sent, the capability line refuses passwords: %s', ([credential, capability]) => {
    const capabilities = {
      step: 'capabilities',
      outcome: 'ok',
      ms: 2,
      reply: `* CAPABILITY IMAP4 ${capability}\nA1 OK CAPABILITY completed.`,
    } as const
    const observation = observed(
      'imap',
      { step: 'sign-in', outcome: 'skipped', error: 'password-not-offered' },
      credential,
    )
    observation.steps = observation.steps.map((step) => (step.step === 'capabilities' ? capabilities : step))
    for (const day of ['2021-05-01', '2026-11-22']) {
      expect(diagnose([observation], on(day)).finding).toEqual({
        code: 'basic-auth-retired',
        certainty: 'certain',
        protocol: 'imap',
        evidence: { step: 'capabilities', quote: `* CAPABILITY IMAP4 ${capability}`, by: 'server' },
      })
    }
  })

  test('any date, any secret, the account-blocked sentence', () => {
    const blocked = refused(
      'imap',
      'other-secret',
      'A2 NO LOGIN failed. Account is blocked. Login to your account via a web browser to verify your identity.',
    )
    for (const day of ['2021-05-01', '2026-11-22']) {
      expect(judged([refused('pop3'), blocked], on(day)).finding).toBe('account-blocked, certain')
    }
  })

  test('work accounts follow their own dates, SMTP its own', () => {
    const observations = all.map((protocol) => refused(protocol))
    expect(judged(observations, on('2022-10-01', 'work')).protocols).toEqual([
      'basic-auth-retired, likely',
      'basic-auth-retired, likely',
      'app-password-needed, likely',
    ])
  })
})

describe('a token', () => {
  const replies: Record<Protocol, string> = {
    imap: 'A2 NO AUTHENTICATE failed.',
    pop3: '-ERR Authentication failure: unknown user name or bad password.',
    smtp: '535 5.7.3 Authentication unsuccessful [X 2026-11-22T00:00:00.000Z 08DE1234567890AB]',
  }
  const unknown: TokenFacts = { lifetime: 'unknown', account: 'unknown', permits: 'unknown' }
  const shown = (protocol: Protocol, token: Partial<TokenFacts> = {}, reply = replies[protocol]) => ({
    ...refused(protocol, 'token', reply),
    token: { ...unknown, ...token },
  })
  const today = on('2026-11-22')
  const finding = (...observations: Observation[]) => judged(observations, today).finding

  test.for(['imap', 'pop3', 'smtp'] as const)('that %s refused plainly', (protocol) => {
    expect(finding(shown(protocol))).toBe('token-refused, likely')
    expect(finding(refused(protocol, 'token', replies[protocol]))).toBe('token-refused, likely')
    expect(finding(shown(protocol, { lifetime: 'over' }))).toBe('token-expired, likely')
    expect(finding(shown(protocol, { account: 'other' }))).toBe('token-wrong-account, likely')
    expect(finding(shown(protocol, { permits: 'no', account: 'other' }))).toBe('token-refused, likely')
    expect(finding(shown(protocol, { lifetime: 'running', account: 'same', permits: 'yes' }))).toBe(
      'token-refused, likely',
    )
  })

  test('that only POP3 refused: POP3 has no words for being switched off', () => {
    const accept = accepted('imap', 'token')
    expect(finding(accept, shown('pop3'))).toBe('protocol-off, likely')
    expect(finding(accept, shown('pop3', { permits: 'no' }))).toBe('token-refused, likely')
    expect(finding(accept, shown('smtp'))).toBe('token-refused, likely')
  })

  test('that is right, and the mailbox does not open: told in both ways', () => {
    for (const reply of [
      'A2 NO User is authenticated but not connected.',
      'A3 BAD User is authenticated but not connected.',
    ]) {
      expect(finding(shown('imap', {}, reply))).toBe('mailbox-not-connected, certain')
      expect(finding(shown('imap', { account: 'same' }, reply))).toBe('mailbox-not-connected, certain')
      expect(finding(shown('imap', { account: 'other' }, reply))).toBe('token-wrong-account, likely')
    }
  })

  test('that ran out in the session', () => {
    expect(finding(shown('imap', {}, '* BYE Session invalidated - AccessTokenExpired'))).toBe('token-expired, certain')
  })

  test('that another server refused in its own words for a wrong password', () => {
    expect(judged([shown('imap', {}, 'A2 NO [AUTHENTICATIONFAILED] no')], { servers: [] }).finding).toBe(
      'token-refused, likely',
    )
  })

  test('that was right where SMTP is off for the mailbox, for the organization, or against its rules', () => {
    const words = (reason: string) => `535 5.7.139 Authentication unsuccessful, ${reason} [X]`
    expect(finding(shown('smtp', {}, words('SmtpClientAuthentication is disabled for the Mailbox.')))).toBe(
      'smtp-auth-off-mailbox, certain',
    )
    expect(finding(shown('smtp', {}, words('SmtpClientAuthentication is disabled for the Tenant.')))).toBe(
      'smtp-auth-off-tenant, certain',
    )
    expect(finding(shown('smtp', {}, words('basic authentication is disabled.')))).toBe('basic-auth-retired, certain')
  })

  test('that the server does not take', () => {
    const observation = observed('smtp', { step: 'sign-in', outcome: 'skipped', error: 'token-not-offered' }, 'token')
    const capabilities = { step: 'capabilities', outcome: 'ok', ms: 1, reply: '250-x\n250 AUTH LOGIN PLAIN' } as const
    observation.steps = observation.steps.map((step) => (step.step === 'capabilities' ? capabilities : step))
    expect(diagnose([observation], today).finding).toEqual({
      code: 'token-refused',
      certainty: 'certain',
      protocol: 'smtp',
      evidence: { step: 'capabilities', quote: '250 AUTH LOGIN PLAIN', by: 'server' },
    })
  })
})

describe('what else can be seen', () => {
  test('a server that is not Microsoft’s, and a sentence nobody knows', () => {
    expect(judged([refused('imap')], { servers: [] }).finding).toBe('unknown-refusal, possible')
    expect(judged([refused('imap', 'other-secret', 'A2 NO I do not like you.')], on('2021-05-01')).finding).toBe(
      'unknown-refusal, possible',
    )
  })

  test.for([
    ['smtp', '250-x\n250-SIZE 157286400\n250 AUTH CRAM-MD5 NTLM', '250 AUTH CRAM-MD5 NTLM', 'server'],
    ['pop3', '+OK\nUIDL\nSASL NTLM\n.', 'SASL NTLM', 'server'],
    ['smtp', '250-x\n250 SIZE 157286400', 'password-not-offered', 'machine'],
  ] as const)('%s without a known way to sign in: %j', ([protocol, reply, quote, by]) => {
    const observation = observed(protocol, { step: 'sign-in', outcome: 'skipped', error: 'password-not-offered' })
    const said = observation.steps.map((step) => (step.step === 'capabilities' ? { ...step, reply } : step))
    expect(diagnose([{ ...observation, steps: said }], on('2021-05-01')).finding).toEqual({
      code: 'unknown-refusal',
      certainty: 'certain',
      protocol,
      evidence: { step: 'capabilities', quote, by },
    })
  })

  test('no sign-in asked for, and nothing wrong up to it', () => {
    expect(
      judged([observed('imap', { step: 'sign-in', outcome: 'skipped', error: 'not-asked' }, 'none')], on('2021-05-01'))
        .finding,
    ).toBe('ok, certain')
  })

  test.for([
    ['resolve', 'ENOTFOUND', 'host-not-found'],
    ['resolve', 'timeout', 'host-not-found'],
    ['resolve', 'not-in-server-map', 'host-not-found'],
    ['connect', 'ECONNREFUSED', 'connection-refused'],
    ['connect', 'timeout', 'connection-timeout'],
    ['connect', 'ENETUNREACH', 'connection-timeout'],
    ['connect', 'EACCES', 'connection-refused'],
    ['tls', 'ECONNRESET', 'connection-dropped'],
    ['tls', 'ERR_SSL_WRONG_VERSION_NUMBER', 'tls-not-spoken'],
    ['tls', 'ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-wrong-name'],
    ['tls', 'CERT_HAS_EXPIRED', 'certificate-expired'],
    ['tls', 'CERT_NOT_YET_VALID', 'certificate-expired'],
    ['tls', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-untrusted'],
    ['tls', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate-untrusted'],
    ['tls', 'starttls-missing', 'tls-needed'],
    ['tls', 'starttls-refused', 'tls-needed'],
    ['tls', 'bytes-before-tls', 'tls-needed'],
    ['greeting', 'preauth', 'tls-needed'],
    ['greeting', 'tls-spoken', 'tls-needed'],
    ['greeting', 'other-protocol', 'not-a-mail-server'],
    ['greeting', 'endless', 'not-a-mail-server'],
    ['greeting', 'closed', 'connection-dropped'],
    ['greeting', 'timeout', 'connection-timeout'],
    ['capabilities', 'timeout', 'connection-timeout'],
    ['sign-in', 'closed', 'connection-dropped'],
    ['sign-in', 'constructor', 'unknown-refusal'],
  ] as const)('at %s: %s is %s', ([step, error, code]) => {
    expect(diagnose([observed('imap', { step, error })], on('2021-05-01')).finding).toEqual({
      code,
      certainty: 'certain',
      protocol: 'imap',
      evidence: { step, quote: error, by: 'machine' },
    })
  })

  test.for([
    ['imap', 'greeting', '* BYE Connection is closed. 10', 'throttled, certain'],
    ['pop3', 'greeting', '-ERR BYE Connection refused', 'throttled, certain'],
    ['smtp', 'greeting', '554 no service', 'server-unavailable, possible'],
    ['imap', 'sign-in', 'A3 BAD User is authenticated but not connected.', 'mailbox-not-connected, certain'],
  ] as const)('%s: a no at the %s, in its own words', ([protocol, step, reply, expected]) => {
    expect(judged([observed(protocol, { step, error: 'refused', reply })], on('2021-05-01')).finding).toBe(expected)
  })

  test.for([
    ['CERT_HAS_EXPIRED', { quote: 'CERT_HAS_EXPIRED', by: 'machine' }],
    ['starttls-refused', { quote: '250 STARTTLS 220 go', by: 'server' }],
  ] as const)('behind STARTTLS, %s is told by who found it', ([error, told]) => {
    const { evidence } = diagnose(
      [observed('smtp', { step: 'tls', error, reply: '250 STARTTLS\n220 go' })],
      on('2021-05-01'),
    ).finding
    expect(evidence).toEqual({ step: 'tls', ...told })
  })

  test('a long answer of several lines is quoted in one, and cut', () => {
    const { evidence } = diagnose(
      [refused('smtp', 'other-secret', `535-5.7.3 ${'x'.repeat(400)}\n535 end`)],
      on('2021-05-01'),
    ).finding
    expect(evidence!.quote).toMatch(/^535-5\.7\.3 x+…$/)
    expect(evidence!.quote).toHaveLength(301)
  })
})

describe('settings that differ', () => {
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
  ] as const)('%s explains what follows from it', ([text, observation]) => {
    expect(using(text, observation)).toBe('settings-differ, certain')
  })

  test('but not a connection that fails where host, port and encryption are right', () => {
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
  ] as const)('%s, and at %s %s: %s', ([text, step, error, code]) => {
    const now = parseUsing(text)
    expect(using(text, observed(now.protocol, { step, error }, 'other-secret', now))).toBe(`${code}, certain`)
  })

  test('settings of an account that is not Microsoft’s cannot differ: without encryption it is TLS that is missing', () => {
    const observation = observed('imap', { step: 'sign-in', outcome: 'skipped', error: 'no-tls' })
    expect(judged([observation], { servers: [], using: [parseUsing('imap=mail.example:143/none')] }).finding).toBe(
      'tls-needed, certain',
    )
  })
})

describe('the finding to mend first', () => {
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

  test('is that of the connection before that of the sign-in', () => {
    expect(first('connection-refused', 'basic-auth-retired', 'basic-auth-retired')).toBe('smtp connection-refused')
  })
  test('then the more certain one', () => {
    expect(first('basic-auth-retired', 'ok', 'server-unavailable')).toBe('smtp basic-auth-retired')
  })
  test('then that of IMAP, POP3, SMTP in this order', () => {
    expect(first('app-password-needed', 'app-password-needed', 'app-password-needed')).toBe('imap app-password-needed')
    expect(first('app-password-needed', 'app-password-needed')).toBe('pop3 app-password-needed')
  })
  test('and is ok only if all are', () => {
    expect(first('ok', 'ok', 'throttled')).toBe('imap throttled')
    expect(first('ok', 'ok', 'ok')).toBe('imap ok')
  })
  test('settings come after the connection and before the sign-in', () => {
    const wrong = parseUsing('pop3=pop-mail.outlook.com:995/tls/spa')
    const run = (smtp: Observation) =>
      diagnose([accepted('pop3'), smtp], { ...on('2021-05-01'), using: [wrong] }).finding.code
    expect(run(observed('smtp', { step: 'connect', error: 'timeout' }))).toBe('connection-timeout')
    expect(run(refused('smtp', 'other-secret', '535 5.7.139 …, basic authentication is disabled.'))).toBe(
      'settings-differ',
    )
  })
})

test('an observation kept as JSON is judged the same again', () => {
  const observations = [refused('imap'), accepted('pop3'), observed('smtp', { step: 'tls', error: 'CERT_HAS_EXPIRED' })]
  const context = on('2021-05-01')
  expect(diagnose(JSON.parse(JSON.stringify(observations)), context)).toEqual(diagnose(observations, context))
})
