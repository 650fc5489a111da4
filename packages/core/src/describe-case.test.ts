import { expect, test } from 'vitest'
import { describe as inWords } from './describe.ts'
import { explain } from './explain-code.ts'
import type { Verdict } from './diagnosis/finding.ts'
import { explainText } from './explain/explain-text.ts'
import type { CheckReport, ProtocolReport } from './diagnosis/report.ts'

/** What a text takes from the report it is about, or from what is known without one. */

const retired: Verdict = { code: 'basic-auth-retired', certainty: 'likely', protocol: 'imap' }
const protocolOff: Verdict = { code: 'protocol-off', certainty: 'likely', protocol: 'pop3' }
const accepted: Verdict = { code: 'ok', certainty: 'certain', protocol: 'imap' }

function over(finding: Verdict, host = 'outlook.office365.com'): ProtocolReport {
  const outcome = finding.code === 'ok' ? 'ok' : 'failed'
  return {
    protocol: finding.protocol!,
    host,
    port: 993,
    security: 'tls',
    username: 'hanako@contoso.example',
    steps: [{ step: 'sign-in', outcome, ms: 1 }],
    differences: [],
    finding,
  }
}

function english(verdict: Verdict, change: Partial<CheckReport>) {
  const report: CheckReport = {
    address: 'hanako@contoso.example',
    account: 'work',
    asOf: '2026-11-30',
    credential: 'other-secret',
    ok: false,
    finding: verdict,
    protocols: [over(verdict)],
    ...change,
  }
  return inWords(verdict, { lang: 'en', report })
}

test('the day tells whether a roll-out was under way', () => {
  const told = (asOf: string) => english(retired, { asOf }).explanation
  expect(told('2022-11-01')).toContain('still under way (1 October 2022 to')
  expect(told('2024-11-01')).not.toContain('still under way')
})

test('the day tells it of a pasted text, too', () => {
  const told = (asOf: string) =>
    explainText('-ERR Logon failure: unknown user name or bad password.', {
      account: 'hanako@hotmail.com',
      asOf,
      lang: 'en',
    }).finding.explanation
  expect(told('2024-09-10')).toContain('still under way')
  expect(told('2024-10-10')).not.toContain('still under way')
})

test('a policy is answered with another way in after a password, with another device after Microsoft’s own page', () => {
  const refused: Verdict = { code: 'policy-blocked', certainty: 'certain', protocol: 'smtp' }
  const last = ({ nextSteps }: { nextSteps: { text: string }[] }) => nextSteps.at(-1)!.text
  expect(last(english(refused, {}))).toContain('“Sign in with Microsoft”')
  expect(last(english(refused, { credential: 'token' }))).toContain('your organization manages')
  expect(last(explain('policy-blocked', 'en', { account: 'work' }))).toContain('your organization manages')
})

test('the host tells the cloud, and so the page where the mail is read', () => {
  const urls = (host: string) => english(retired, { protocols: [over(retired, host)] }).nextSteps.map(({ url }) => url)
  expect(urls('outlook.office365.com')).toContain('https://outlook.office.com/')
  expect(urls('partner.outlook.cn')).toContain('https://partner.outlook.cn/')
  expect(urls('partner.outlook.cn')).not.toContain('https://outlook.office.com/')
})

test('the protocol that took the password is named as the other way in', () => {
  const steps = (protocols: ProtocolReport[]) => english(protocolOff, { protocols }).nextSteps.map(({ text }) => text)
  expect(steps([over(protocolOff), over(accepted)])).toContain(
    'Or set the mail program up with IMAP, which accepted the sign-in.',
  )
  const smtp: Verdict = { ...accepted, protocol: 'smtp' }
  expect(steps([over(protocolOff), over(smtp)])).toContain(
    'Or set the mail program up with the protocol that accepted the sign-in.',
  )
})

test('that one protocol alone was tried is told where another cause may be behind it', () => {
  const refused: Verdict = { code: 'app-password-needed', certainty: 'likely', protocol: 'imap' }
  const told = (protocols: ProtocolReport[]) => english(refused, { protocols }).explanation
  expect(told([over(refused)])).toContain('IMAP is switched off')
  expect(told([over(refused), over({ ...refused, protocol: 'smtp' })])).not.toContain('switched off')
})

test('without a check, a page for either kind of account stands behind the words that say whose it is', () => {
  const pagesOf = (lang: 'en' | 'ja') =>
    explain('unknown-refusal', lang).nextSteps.flatMap(({ text, url }) => (url === undefined ? [] : [[text, url]]))
  expect(pagesOf('en')).toEqual([
    [expect.stringMatching(/in a browser.*\. With a work or school account:$/), 'https://outlook.office.com/'],
    ['With a personal account:', 'https://outlook.live.com/'],
  ])
  expect(pagesOf('ja')).toEqual([
    [expect.stringMatching(/ブラウザー.*。職場や学校のアカウントの場合:$/), 'https://outlook.office.com/'],
    ['個人用アカウントの場合:', 'https://outlook.live.com/'],
  ])
})

test('without a check, an address tells whose account it is where its domain does', () => {
  const urls = (address?: string) =>
    explain('protocol-off', 'en', { ...(address !== undefined && { address }) }).nextSteps.flatMap(
      ({ url = [] }) => url,
    )
  expect(urls('hanako@Hotmail.com')).toEqual(['https://outlook.live.com/'])
  expect(urls('hanako@contoso.onmicrosoft.com')).toEqual(['https://admin.microsoft.com/'])
  expect(urls('hanako@contoso.partner.onmschina.cn')).toEqual([])
  expect(urls('hanako@contoso.example')).toEqual(['https://admin.microsoft.com/', 'https://outlook.live.com/'])
  expect(urls()).toEqual(['https://admin.microsoft.com/', 'https://outlook.live.com/'])
  expect(explain('protocol-off', 'en', { account: 'personal' }).nextSteps[0]).toHaveProperty(
    'url',
    'https://outlook.live.com/',
  )
})
