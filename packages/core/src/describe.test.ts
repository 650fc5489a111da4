import { describe, expect, test } from 'vitest'
import { describe as inWords } from './describe.ts'
import { explain } from './explain-code.ts'
import { findingCodes, type FindingCode } from './errors/codes.ts'
import type { Certainty, Verdict } from './diagnosis/finding.ts'
import type { CheckReport } from './diagnosis/report.ts'
import type { Text } from './diagnosis/words/words.ts'

const languages = ['en', 'ja'] as const

function report(code: FindingCode, certainty: Certainty, change: Partial<CheckReport> = {}): CheckReport {
  const finding: Verdict = {
    code,
    certainty,
    protocol: 'imap',
    evidence: { step: 'sign-in', quote: 'A2 NO LOGIN failed.', by: 'server' },
  }
  return {
    address: 'hanako@hotmail.com',
    account: 'personal',
    asOf: '2021-05-01',
    credential: 'other-secret',
    ok: code === 'ok',
    finding,
    protocols: [
      {
        protocol: 'imap',
        host: 'imap-mail.outlook.com',
        port: 993,
        security: 'tls',
        username: 'hanako@hotmail.com',
        steps: [],
        differences: [{ field: 'security', now: 'none', right: 'tls' }],
        finding,
      },
      {
        protocol: 'smtp',
        host: 'smtp-mail.outlook.com',
        port: 587,
        security: 'starttls',
        username: 'x',
        steps: [],
        differences: [{ field: 'spa', now: 'on', right: 'off' }],
        finding,
      },
    ],
    ...change,
  }
}

/** Every text in every case that changes its words. */
const cases = findingCodes.flatMap((code) =>
  (['personal', 'work', 'unknown'] as const).flatMap((account) =>
    (['certain', 'likely'] as const).flatMap((certainty) =>
      (['other-secret', 'token'] as const).map((credential) => {
        const about = report(code, certainty, { account, credential })
        return { code, account, certainty, in: (lang: 'en' | 'ja') => inWords(about.finding, { lang, report: about }) }
      }),
    ),
  ),
)
const wordsOf = ({ title, explanation, nextSteps }: Text) => [title, explanation, ...nextSteps.map(({ text }) => text)]

describe('the words for every finding', () => {
  test.for(languages)('are whole in %s', (lang) => {
    for (const words of [...cases.map((one) => one.in(lang)), ...findingCodes.map((code) => explain(code, lang))].map(
      wordsOf,
    )) {
      expect(words.length).toBeGreaterThan(2)
      for (const text of words) {
        expect(text).not.toMatch(/undefined|(?<!\$)null|NaN|\[object|\$\{|\{\w*\}|TODO| {2}|\s$|^\s/)
        expect(text.length).toBeGreaterThan(3)
      }
    }
  })

  test('have the same shape in both languages: as many steps, with the same pages and commands', () => {
    const shape = ({ nextSteps }: Text) => nextSteps.map(({ url, command }) => ({ url, command }))
    for (const one of cases)
      expect([one.code, one.account, shape(one.in('ja'))]).toEqual([one.code, one.account, shape(one.in('en'))])
    for (const code of findingCodes) expect(shape(explain(code, 'ja'))).toEqual(shape(explain(code, 'en')))
  })

  test('are Japanese in Japanese and English in English', () => {
    for (const one of cases) {
      for (const text of wordsOf(one.in('en')))
        expect(text).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u)
      for (const text of wordsOf(one.in('ja'))) expect(text).toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}]/u)
    }
  })

  test('write a host name as it is, at the start of a sentence, too', () => {
    for (const one of cases) expect(wordsOf(one.in('en')).join('\n')).not.toMatch(/Imap-mail|Smtp-mail/)
  })

  test('have no gap between Japanese words, known or not', () => {
    const texts = [...cases.map((one) => one.in('ja')), ...findingCodes.map((code) => explain(code, 'ja'))].flatMap(
      wordsOf,
    )
    for (const text of texts)
      expect(text).not.toMatch(
        /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー。、] \p{Script=Hiragana}|[\p{Script=Hiragana}。、] \p{Script=Katakana}/u,
      )
  })

  test('end their sentences, and name only commands that exist', () => {
    for (const one of cases) {
      const { explanation: en, nextSteps } = one.in('en')
      expect(en).toMatch(/[.”]$/)
      expect(one.in('ja').explanation).toMatch(/[。」]$/)
      for (const { command = 'sparekey check' } of nextSteps)
        expect(command).toMatch(/^sparekey (check|login|settings|mock)\b/)
    }
  })

  test('name no command that an address of an unknown domain is refused by', () => {
    const commands = cases
      .filter(({ account }) => account === 'unknown')
      .flatMap((one) => one.in('en').nextSteps.flatMap(({ command = [] }) => command))
    expect(commands.filter((command) => !/^sparekey (login|mock) | --using /.test(command))).toEqual([])
  })

  test('lead to pages of Microsoft’s only, over https', () => {
    for (const one of cases) {
      for (const { url = 'https://microsoft.com/' } of one.in('en').nextSteps) {
        expect(url).toMatch(
          /^https:\/\/(account\.microsoft\.com|account\.live\.com|mysignins\.microsoft\.com|entra\.microsoft\.com|admin\.microsoft\.com|security\.microsoft\.com|sender\.office\.com|outlook\.(live|office)\.com|aka\.ms|microsoft\.com)\//,
        )
      }
    }
  })
})

describe('an app password', () => {
  test('is explained down to the page that makes it, honestly', () => {
    const about = report('app-password-needed', 'likely')
    const en = inWords(about.finding, { lang: 'en', report: about })
    expect(en.explanation).toContain('16 lower-case letters')
    expect(en.explanation).toContain('mistyped')
    expect(en.explanation).toContain('The server said: “A2 NO LOGIN failed.”')
    expect(en.nextSteps.map(({ url }) => url)).toContain('https://account.live.com/proofs/AppPassword')
    const ja = inWords(about.finding, { lang: 'ja', report: about })
    expect(wordsOf(ja).join()).toContain('新しいアプリ パスワードの作成')
    expect(wordsOf(ja).join()).toContain('高度なセキュリティ オプション')
    expect(ja.explanation).toContain('2 段階認証')
  })

  test('of a work account is made elsewhere', () => {
    const about = report('app-password-needed', 'likely', { account: 'work' })
    expect(inWords(about.finding, { lang: 'en', report: about }).nextSteps.map(({ url }) => url)).toContain(
      'https://mysignins.microsoft.com/security-info',
    )
  })

  test('of an account whose kind is not known is made in one of two ways, and its mail read nobody knows where', () => {
    const about = report('app-password-needed', 'likely', { account: 'unknown' })
    const whose = { en: /^With a (personal|work or school) account/, ja: /^(個人用|職場や学校の)アカウントの場合/ }
    for (const lang of languages) {
      const [first, ...others] = inWords(about.finding, { lang, report: about }).nextSteps
      expect(first).not.toHaveProperty('url')
      const told = others.slice(0, -1)
      expect(told.map(({ url }) => url)).toEqual([
        'https://mysignins.microsoft.com/security-info',
        undefined,
        'https://account.microsoft.com/security',
        'https://account.live.com/proofs/AppPassword',
        undefined,
      ])
      for (const { text } of told) expect(text).toMatch(whose[lang])
    }
  })

  test('is not recommended where passwords are retired', () => {
    const about = report('basic-auth-retired', 'certain')
    const { explanation, nextSteps } = inWords(about.finding, { lang: 'en', report: about })
    expect(explanation).toContain('OAuth 2.0')
    expect(nextSteps.map(({ url }) => url)).not.toContain('https://account.live.com/proofs/AppPassword')
  })
})

describe('signing in with Microsoft', () => {
  const steps = (code: FindingCode, change: Partial<CheckReport> = {}) => {
    const about = report(code, 'certain', change)
    return inWords(about.finding, { lang: 'en', report: about })
  }

  test('is the way out of retired passwords, in the mail program and with sparekey', () => {
    const { explanation, nextSteps } = steps('basic-auth-retired', { credential: 'none' })
    expect(explanation).toContain('no password at all, neither your normal one nor an app password')
    expect(nextSteps[0]!.text).toContain('“Sign in with Microsoft”')
    expect(nextSteps.map(({ command }) => command)).toContain('sparekey login hanako@hotmail.com')
  })

  test('is repeated where a token does not help', () => {
    for (const code of ['token-refused', 'token-expired', 'token-wrong-account'] as const) {
      expect(steps(code).nextSteps.map(({ command }) => command)).toContain('sparekey login hanako@hotmail.com')
    }
  })

  test('is no way out where the server takes no tokens', () => {
    const about = report('token-refused', 'certain', { credential: 'token' })
    const finding: Verdict = {
      ...about.finding,
      evidence: { step: 'capabilities', quote: '250 AUTH PLAIN', by: 'server' },
    }
    const { title, nextSteps } = inWords(finding, { lang: 'en', report: about })
    expect(title).toBe('The server takes no tokens')
    expect(nextSteps.map(({ command }) => command)).not.toContain('sparekey login hanako@hotmail.com')
  })

  test('a mailbox that does not open gets every known cause, the most likely first, each with its step', () => {
    const causes = (credential: CheckReport['credential']) =>
      steps('mailbox-not-connected', { credential })
        .nextSteps.slice(0, -1)
        .map(({ text }) => text.split(/ may |:/, 1)[0])
    const others = ['Too many connections', 'The mailbox', 'The connection over IPv6', 'Microsoft']
    const off = 'IMAP and POP'
    expect(causes('token')).toEqual([off, 'The token', ...others])
    expect(causes('other-secret')).toEqual([off, 'The user name', ...others])
    // Of either kind of account: two ways to switch the protocol on, and two pages to see whether Microsoft has an outage.
    expect(explain('mailbox-not-connected', 'en').nextSteps).toHaveLength(10)
  })

  test.for(['en', 'ja'] as const)('SMTP that is off is cured as SMTP, not as POP and IMAP are, in %s', (lang) => {
    const told = (code: FindingCode, account: CheckReport['account']) => {
      const about = report(code, 'likely', { account })
      return inWords({ ...about.finding, protocol: 'smtp' }, { lang, report: about })
    }
    for (const account of ['personal', 'work', 'unknown'] as const) {
      const off = told('protocol-off', account)
      expect(off.explanation).toContain('SMTP AUTH')
      expect(wordsOf(off).join()).not.toMatch(/POP|IMAP/)
      expect(off.nextSteps).toEqual(told('smtp-auth-off-mailbox', account).nextSteps)
    }
    const about = report('protocol-off', 'likely')
    expect(inWords(about.finding, { lang, report: about }).explanation).toContain('Outlook.com')
  })

  test('a protocol that is off is told by the token that others took', () => {
    expect(steps('protocol-off', { credential: 'token' }).explanation).toContain('The same token was accepted')
    expect(steps('protocol-off').explanation).toContain('The same password was accepted')
  })
})

describe('a refusal that never happened', () => {
  test.for([
    ['en', /names no way to sign in/, /refused|own sentence/],
    ['ja', /サインイン方法を示していない/, /拒否され|サーバーの返答そのもの/],
  ] as const)('is not claimed in %s where the server offers no known way to sign in', ([lang, told, claimed]) => {
    const about = report('unknown-refusal', 'certain')
    const words = (evidence: Verdict['evidence']) =>
      wordsOf(inWords({ ...about.finding, ...(evidence && { evidence }) }, { lang, report: about })).join('\n')
    const silent = words({ step: 'capabilities', quote: 'password-not-offered', by: 'machine' })
    expect(silent).toMatch(told)
    expect(silent).not.toMatch(claimed)
    expect(silent).not.toContain('password-not-offered')
    expect(words({ step: 'capabilities', quote: '250 AUTH NTLM', by: 'server' })).toContain('250 AUTH NTLM')
    expect(words({ step: 'sign-in', quote: '535 no', by: 'server' })).toMatch(claimed)
  })
})

test('what the machine said is quoted, but no word of the probe’s own', () => {
  const explanation = (quote: string) => {
    const about = report('connection-timeout', 'certain')
    const finding: Verdict = { ...about.finding, evidence: { step: 'connect', quote, by: 'machine' } }
    return inWords(finding, { lang: 'en', report: about }).explanation
  }
  expect(explanation('ENETUNREACH')).toMatch(/This computer reported: ENETUNREACH\.$/)
  expect(explanation('timeout')).not.toContain('This computer reported')
})

test('what was said is left out for who shows it elsewhere', () => {
  const about = report('basic-auth-retired', 'certain')
  expect(inWords(about.finding, { lang: 'en', report: about }).explanation).toContain('A2 NO LOGIN failed.')
  const { explanation } = inWords(about.finding, { lang: 'en', report: about, quote: false })
  expect(explanation).not.toContain('A2 NO LOGIN failed.')
})

test('settings that differ are named one by one, with the right value, over all protocols', () => {
  const about = report('settings-differ', 'certain')
  expect(inWords(about.finding, { lang: 'en', report: about }).nextSteps.map(({ text }) => text)).toEqual([
    'IMAP: change the encryption from no encryption to SSL/TLS.',
    'SMTP: change “Log on using Secure Password Authentication (SPA)” from on to off.',
    'Then check again.',
  ])
  expect(inWords(about.finding, { lang: 'ja', report: about }).nextSteps.map(({ text }) => text)).toEqual([
    'IMAP: 暗号化方式を「暗号化なし」から「SSL/TLS」に変えてください。',
    'SMTP: 「セキュリティで保護されたパスワード認証（SPA）」を「オン」から「オフ」に変えてください。',
    'そのあと、もう一度確認します。',
  ])
})
