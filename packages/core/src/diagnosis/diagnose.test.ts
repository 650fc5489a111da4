import { expect, test } from 'vitest'
import { diagnose } from './diagnose.ts'
import { observed, refused, accepted, on, judged } from '../testing/observed.ts'

const all = ['imap', 'pop3', 'smtp'] as const

test('in the table of docs/reference/findings.md: passwords accepted, 16 letters, plain refusal', () => {
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

test('in the table of docs/reference/findings.md: passwords accepted, another secret, plain refusal on every protocol tried', () => {
  expect(
    judged(
      all.map((protocol) => refused(protocol)),
      on('2021-05-01'),
    ).protocols,
  ).toEqual(Array(3).fill('app-password-needed, likely'))
  expect(judged([refused('imap')], on('2021-05-01')).finding).toBe('app-password-needed, likely')
})

test.for(['other-secret', 'app-password-shape'] as const)(
  'in the table of docs/reference/findings.md: passwords accepted, %s refused on one protocol and accepted on another',
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

test.for(['other-secret', 'app-password-shape'] as const)(
  'in the table of docs/reference/findings.md: passwords refused, %s, plain refusal',
  (credential) => {
    expect(judged([refused('imap', credential), refused('pop3', credential)], on('2024-09-16'))).toEqual({
      finding: 'basic-auth-retired, likely',
      protocols: Array(2).fill('basic-auth-retired, likely'),
    })
  },
)

test('in the table of docs/reference/findings.md: passwords refused, the words for it', () => {
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
] as const)(
  'in the table of docs/reference/findings.md: any date, %s not sent, the capability line refuses passwords: %s',
  ([credential, capability]) => {
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
  },
)

test('in the table of docs/reference/findings.md: any date, any secret, the account-blocked sentence', () => {
  const blocked = refused(
    'imap',
    'other-secret',
    'A2 NO LOGIN failed. Account is blocked. Login to your account via a web browser to verify your identity.',
  )
  for (const day of ['2021-05-01', '2026-11-22']) {
    expect(judged([refused('pop3'), blocked], on(day)).finding).toBe('account-blocked, certain')
  }
})

test('in the table of docs/reference/findings.md: work accounts follow their own dates, SMTP its own', () => {
  const observations = all.map((protocol) => refused(protocol))
  expect(judged(observations, { ...on('2022-10-01', 'work'), account: 'work' }).protocols).toEqual([
    'basic-auth-retired, likely',
    'basic-auth-retired, likely',
    'smtp-auth-probably-off, likely',
  ])
})

test.for([
  ['535 5.7.3 Authentication unsuccessful [X]', 'smtp-auth-probably-off, likely'],
  ['535 5.7.139 Authentication unsuccessful [X]', 'smtp-auth-probably-off, likely'],
  [
    '535 5.7.139 Authentication unsuccessful, the user credentials were incorrect. [X]',
    'smtp-auth-probably-off, likely',
  ],
  [
    '530 5.7.57 Client not authenticated to send mail. Error: 535 5.7.3 Authentication unsuccessful [X]',
    'smtp-auth-probably-off, likely',
  ],
  [
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. [X]',
    'smtp-auth-off-tenant, certain',
  ],
  [
    "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy. [X]",
    'security-defaults, certain',
  ],
] as const)('a work account over SMTP: policy before the secret: %s', ([reply, expected]) => {
  for (const day of ['2021-05-01', '2026-11-30', '2027-06-01']) {
    const context = { ...on(day, 'work'), account: 'work' } as const
    expect(judged([refused('smtp', 'other-secret', reply)], context).finding).toBe(expected)
  }
})

test('a personal account over SMTP: the day and the secret decide', () => {
  const reply = '535 5.7.139 Authentication unsuccessful [X]'
  const finding = (day: string) =>
    judged([refused('smtp', 'other-secret', reply)], { ...on(day), account: 'personal' }).finding
  expect([finding('2021-05-01'), finding('2026-11-30')]).toEqual([
    'app-password-needed, likely',
    'basic-auth-retired, likely',
  ])
})

test.for([
  ['2021-05-01', ['app-password-needed, likely', 'app-password-needed, likely']],
  ['2023-06-01', ['unknown-refusal, possible', 'app-password-needed, likely']],
  ['2026-11-30', ['basic-auth-retired, likely', 'smtp-auth-probably-off, possible']],
] as const)('an account of unknown kind at Microsoft’s servers, on %s', ([day, expected]) => {
  const servers = [...on(day).servers, ...on(day, 'work').servers]
  expect(judged([refused('imap'), refused('smtp')], { servers, account: 'unknown' }).protocols).toEqual(expected)
})

test('an observation kept as JSON is judged the same again', () => {
  const observations = [refused('imap'), accepted('pop3'), observed('smtp', { step: 'tls', error: 'CERT_HAS_EXPIRED' })]
  const context = on('2021-05-01')
  expect(diagnose(JSON.parse(JSON.stringify(observations)), context)).toEqual(diagnose(observations, context))
})
