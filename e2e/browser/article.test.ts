/** The whole article, lived by a person in a browser and by a mail program beside it. */
import type { Microsoft } from '@sparekey/mock-servers'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { signIn } from '../support/sign-in.ts'
import { browserNeeded, type Desk, hanako, password, sitDown } from './desk.ts'

const protocols = ['pop3', 'imap', 'smtp'] as const

/** What a mail program with that secret is told at each door: the rule, and Microsoft's words. */
async function tryMail(microsoft: Microsoft, secret: string): Promise<{ reasons: string[]; words: string }> {
  const before = microsoft.signIns.length
  const replies: string[] = []
  for (const protocol of protocols) {
    const { wire, reply } = await signIn[protocol](microsoft, { username: hanako, secret })
    await wire[Symbol.asyncDispose]()
    replies.push(reply)
  }
  return { reasons: microsoft.signIns.slice(before).map(({ reason }) => reason), words: replies.join('\n') }
}

const everywhere = (reason: string) => protocols.map(() => reason)

/** What the pages call things, in either language. */
const names = {
  en: {
    address: 'Address',
    password: 'Password',
    signIn: 'Sign in',
    security: 'Security',
    advanced: 'Advanced security options',
    turnOn: 'Turn on two-step verification',
    turnOff: 'Turn off two-step verification',
    section: 'App passwords',
    create: 'Create a new app password',
    purpose: 'What is it for?',
    submit: 'Create',
    shown: 'App password',
    activity: 'Recent sign-ins',
    needed: 'mail programs need an app password',
    signOut: 'Sign out',
    code: 'Code',
    verify: 'Verify',
    removeAll: 'Remove existing app passwords',
  },
  ja: {
    address: 'メール アドレス',
    password: 'パスワード',
    signIn: 'サインイン',
    security: 'セキュリティ',
    advanced: '高度なセキュリティ オプション',
    turnOn: '2 段階認証を有効にする',
    turnOff: '2 段階認証を無効にする',
    section: 'アプリ パスワード',
    create: '新しいアプリ パスワードの作成',
    purpose: '用途',
    submit: '作成',
    shown: 'アプリ パスワード',
    activity: '最近のサインイン',
    needed: 'メールソフトにはアプリ パスワードが必要です',
    signOut: 'サインアウト',
    code: 'コード',
    verify: '確認',
    removeAll: '既存のアプリ パスワードを削除する',
  },
} as const

type Names = (typeof names)[keyof typeof names]

async function signInOnPage(page: Page, words: Names): Promise<void> {
  await page.getByLabel(words.address).fill(hanako)
  await page.getByLabel(words.password).fill(password)
  await page.getByRole('button', { name: words.signIn }).click()
}

async function live({ microsoft, page, official }: Desk, words: Names): Promise<void> {
  expect((await tryMail(microsoft, password)).reasons).toEqual(everywhere('password'))

  // Microsoft account → Security → Advanced security options.
  await page.goto(official('https://account.microsoft.com/security'))
  await signInOnPage(page, words)
  await page.getByRole('heading', { level: 1, name: words.security }).waitFor()
  await page.getByRole('link', { name: words.advanced }).click()
  expect(await page.getByRole('heading', { name: words.section }).count()).toBe(0)

  await page.getByRole('button', { name: words.turnOn }).click()
  await page.getByRole('heading', { name: words.section }).waitFor()
  const refused = await tryMail(microsoft, password)
  expect(refused.reasons).toEqual(everywhere('app-password-needed'))
  expect(refused.words).toContain('A1 NO LOGIN failed.')
  expect(refused.words).toContain('-ERR Logon failure: unknown user name or bad password.')
  expect(refused.words).toContain('535 5.7.3 Authentication unsuccessful')

  await page.getByRole('link', { name: words.create }).click()
  await page.getByLabel(words.purpose).fill('Outlook 2016')
  await page.getByRole('button', { name: words.submit }).click()
  const secret = (await page.getByLabel(words.shown, { exact: true }).textContent())!
  expect(secret).toMatch(/^[a-z]{16}$/)
  expect((await tryMail(microsoft, secret)).reasons).toEqual(everywhere('app-password'))

  // Shown once: neither a reload nor the way back shows it again.
  await page.reload()
  expect(await page.content()).not.toContain(secret)
  await page.goto(official('https://account.live.com/proofs/manage/additional'))
  expect(await page.content()).not.toContain(secret)
  expect(await page.getByRole('rowheader', { name: 'Outlook 2016' }).count()).toBe(1)
  await page.goBack()
  expect(await page.content()).not.toContain(secret)

  // Why the mail program was refused stands beside what it was told.
  await page.getByRole('link', { name: words.activity }).click()
  const told = page.getByRole('listitem').filter({ hasText: words.needed })
  expect(await told.filter({ hasText: 'A1 NO LOGIN failed.' }).count()).toBe(1)

  // From now on the account itself asks for a code.
  await page.getByRole('button', { name: words.signOut }).click()
  await signInOnPage(page, words)
  const code = await page.getByTestId('code').textContent()
  await page.getByLabel(words.code).fill(code!)
  await page.getByRole('button', { name: words.verify }).click()
  await page.goto(official('https://account.live.com/proofs/manage/additional'))

  await page.getByRole('button', { name: words.removeAll }).click()
  expect((await tryMail(microsoft, secret)).reasons).toEqual(everywhere('app-password-removed'))
  await page.getByRole('button', { name: words.turnOff }).click()
  await page.getByRole('button', { name: words.turnOn }).waitFor()
  expect((await tryMail(microsoft, password)).reasons).toEqual(everywhere('password'))
}

describe.runIf(browserNeeded.met)(browserNeeded.title('the article in a browser'), () => {
  it('is lived in English', async () => {
    await using desk = await sitDown()
    await live(desk, names.en)
    expect(desk.microsoft.accounts.get(hanako).twoStep).toBe(false)
  })

  it('is lived in Japanese, by a browser that asks for it', async () => {
    await using desk = await sitDown({ context: { locale: 'ja-JP' } })
    await live(desk, names.ja)
    expect(await desk.page.locator('html').getAttribute('lang')).toBe('ja')
  })

  it('is lived without JavaScript', async () => {
    await using desk = await sitDown({ context: { javaScriptEnabled: false } })
    await live(desk, names.en)
    expect(desk.microsoft.accounts.get(hanako).twoStep).toBe(false)
  })

  it('ends otherwise today: no password helps, and the page says so', async () => {
    await using desk = await sitDown({ asOf: '2026-11-22', accounts: [{ address: hanako, password, twoStep: true }] })
    const { microsoft, page, official } = desk
    await page.goto(official('https://account.live.com/proofs/AppPassword'))
    await signInOnPage(page, names.en)
    await page.getByLabel('Code').fill((await page.getByTestId('code').textContent())!)
    await page.getByRole('button', { name: 'Verify' }).click()
    await page.getByText('no app password either').waitFor()
    await page.getByRole('button', { name: 'Create' }).click()
    const secret = (await page.getByLabel('App password', { exact: true }).textContent())!
    expect(new Set((await tryMail(microsoft, secret)).reasons)).toEqual(
      new Set(['basic-auth-disabled', 'basic-auth-refused']),
    )
  })
})
