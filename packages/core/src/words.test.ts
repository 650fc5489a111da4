import { describe, expect, test } from 'vitest'
import { explanationCodes, findingCodes } from './errors/codes.ts'
import { en } from './diagnosis/words/en/en.ts'
import { ja } from './diagnosis/words/ja/ja.ts'
import { textOf } from './diagnosis/words/text-of.ts'
import type { Circumstances, Text, WordedCode } from './diagnosis/words/words.ts'

/** Every text in every case that changes its words, whether or not the diagnosis comes to it today. */

const languages = { en, ja } as const
const codes = [...findingCodes, ...explanationCodes]

const accounts = ['personal', 'work', 'unknown'] as const
const certainties = ['certain', 'likely', 'possible'] as const
/** What may be known besides, one thing at a time. */
const known: readonly Partial<Circumstances>[] = [
  {},
  { credential: 'other-secret' },
  { credential: 'token' },
  { side: 'sender' },
  { side: 'recipient' },
  { address: 'hanako@contoso.example', host: 'mail.example', port: 993, exchange: 'mx.example.net' },
  { program: { name: { en: 'Mailer', ja: '秀丸メール' }, switch: { en: 'Settings', ja: '［設定］' }, since: '7' } },
  { program: { name: { en: 'Mailer', ja: 'Mailer' }, instead: { en: 'Use another.', ja: 'ほかをお使いください。' } } },
  { alone: true },
  { acceptedOn: 'imap' },
  { cloud: 'china' },
  { rollOut: { from: '2024-09-01', until: '2024-09-16' } },
]
const cases: readonly Circumstances[] = accounts.flatMap((account) =>
  certainties.flatMap((certainty) =>
    [{}, { protocol: 'imap' }, { protocol: 'pop3' }, { protocol: 'smtp' } as const].flatMap((protocol) =>
      known.map((more) => ({ account, certainty, differences: [], ...(protocol as object), ...more })),
    ),
  ),
)

type Told = { code: WordedCode; about: Circumstances; text: Text }
const tell = (lang: 'en' | 'ja'): Told[] =>
  codes.flatMap((code) => cases.map((about) => ({ code, about, text: textOf(languages[lang], code, about) })))
const told = { en: tell('en'), ja: tell('ja') } as const

const unlike = (some: readonly Told[]): [string, Text][] => [
  ...new Map(some.map(({ code, text }) => [JSON.stringify([code, text]), [code, text] as [string, Text]])).values(),
]
const all = { en: unlike(told.en), ja: unlike(told.ja) } as const
/** The different texts, each once: all, or those for some cases. */
const texts = (lang: 'en' | 'ja', of?: (about: Circumstances) => boolean) =>
  of === undefined ? all[lang] : unlike(told[lang].filter(({ about }) => of(about)))
const wordsOf = ({ title, explanation, nextSteps }: Text) => [title, explanation, ...nextSteps.map(({ text }) => text)]

/** The texts in which something stands that should not, as `code: the words around it`. */
function found(lang: 'en' | 'ja', unwanted: RegExp, of?: (about: Circumstances) => boolean): string[] {
  return texts(lang, of).flatMap(([code, text]) =>
    wordsOf(text).flatMap((words) => {
      const at = words.search(unwanted)
      return at < 0 ? [] : [`${code}: ${words.slice(Math.max(0, at - 20), at + 40)}`]
    }),
  )
}

describe.each(['en', 'ja'] as const)('every text in %s', (lang) => {
  test('has a title, an explanation and at least one step', () => {
    const empty = texts(lang).filter(
      ([, { title, explanation, nextSteps }]) => title.length < 4 || explanation.length < 20 || nextSteps.length === 0,
    )
    expect(empty).toEqual([])
  })

  test('is whole, whatever is known of the case', () => {
    expect(found(lang, /undefined|(?<!\$)null|NaN|\[object|\$\{| {2}|\s$|^\s|\.\.(?!\.)|。。/)).toEqual([])
  })

  test('sends nobody to an administrator who has none', () => {
    expect(found(lang, /administrator|管理者/i, ({ account }) => account === 'personal')).toEqual([])
  })

  test('sends no work account to the pages of personal ones, and the other way round', () => {
    const pages = (account: Circumstances['account']) =>
      texts(lang, (about) => about.account === account).flatMap(([, { nextSteps }]) =>
        nextSteps.flatMap(({ url = [] }) => url),
      )
    const personal = /account\.live\.com|account\.microsoft\.com|outlook\.live\.com/
    const work = /mysignins|admin\.microsoft|security\.microsoft|outlook\.office\.com/
    expect(pages('work').filter((url) => personal.test(url))).toEqual([])
    expect(pages('personal').filter((url) => work.test(url))).toEqual([])
  })
})

test('every Japanese term has one spelling', () => {
  const others = [
    '断[らりっ]', // 拒否
    'ログ(?:イン|オン)', // サインイン
    'メール アドレス',
    'メーラー|メール ソフト',
    'サーバー マップ',
    '模擬', // モック
    'アプリパスワード|アプリケーション パスワード',
    '二段階|2段階|2 要素',
    'ユーザ名|ユーザー ネーム',
    'タイム ゾーン',
    'セキュリティ ソフト',
    'ブラウザ(?!ー)|サーバ(?!ー)|ユーザ(?!ー)|プリンタ(?!ー)',
    'コンピュータ(?!ー)',
    'エイリアス(?!）)', // 別名（エイリアス）
    '例えば|(?<=^|。)従って|但し|及び|又は|出来る|下さい',
    '有効にして|無効にして', // オン、オフ
  ]
  expect(found('ja', new RegExp(others.join('|')))).toEqual([])
})

test('Japanese brackets are full-width, and of Latin words a blank keeps its distance', () => {
  expect(found('ja', /[()]/)).toEqual([])
  expect(
    found(
      'ja',
      /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}][A-Za-z0-9]|[A-Za-z0-9][\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
    ),
  ).toEqual([])
  expect(found('ja', /[。、] |[（「] | [）」、。]/)).toEqual([])
})

test('English quotes and apostrophes are typographic', () => {
  expect(found('en', /["']/)).toEqual([])
})

test('the steps have the same pages and commands in both languages', () => {
  const shape = ({ nextSteps }: Text) => JSON.stringify(nextSteps.map(({ url, command }) => [url, command]))
  const different = told.en.filter(({ text }, index) => shape(text) !== shape(told.ja[index]!.text))
  expect(different.map(({ code, about }) => [code, about])).toEqual([])
})

test('no title promises more than its finding is sure of', () => {
  const modest = { en: /likely|probably|possib|perhaps|was refused/, ja: /可能性|拒否されました/ }
  // They say what was seen; why, their explanation leaves open.
  const seen: readonly WordedCode[] = ['ok', 'mailbox-not-connected', 'ambiguous', 'not-recognised', 'unknown-refusal']
  for (const lang of ['en', 'ja'] as const) {
    const unsure = told[lang].filter(({ code, about }) => about.certainty !== 'certain' && !seen.includes(code))
    expect(unsure.filter(({ text }) => !modest[lang].test(text.title))).toEqual([])
  }
})

test('a title says likely of what is likely, and possible of what is possible', () => {
  const title = (lang: 'en' | 'ja', certainty: Circumstances['certainty']) =>
    textOf(languages[lang], 'basic-auth-retired', { account: 'personal', certainty, differences: [] }).title
  expect(title('en', 'certain')).not.toMatch(/likely|possible/)
  expect(title('en', 'likely')).toMatch(/likely/)
  expect(title('en', 'possible')).toBe(`${title('en', 'certain')} (possible)`)
  expect(title('ja', 'likely')).toMatch(/可能性が高い/)
  expect(title('ja', 'possible')).toBe(`${title('ja', 'certain')}（可能性あり）`)
})

test('a refusal on the only protocol that was tried may also be that the protocol is switched off', () => {
  const told = (lang: 'en' | 'ja', alone: boolean) => {
    const about = { account: 'personal', certainty: 'likely', protocol: 'pop3', alone, differences: [] } as const
    return wordsOf(textOf(languages[lang], 'app-password-needed', about)).join()
  }
  expect(told('en', true)).toMatch(/POP3 is switched off for the mailbox.*Try the others as well/)
  expect(told('ja', true)).toMatch(/POP3 がオフになっている場合.*ほかのプロトコルも試してください/)
  expect(told('en', false)).not.toContain('switched off')
  expect(told('ja', false)).not.toContain('オフになっている場合')
})

test('a program is told where it signs in with Microsoft, or what its user can do instead', () => {
  const program = {
    name: { en: 'Mailer', ja: '秀丸メール' },
    switch: { en: 'Account > Method', ja: '［アカウント］→［方式］' },
    instead: { en: 'Use another.', ja: 'ほかのものを使ってください。' },
  }
  const about = { account: 'work', certainty: 'certain', differences: [], program } as const
  const first = (lang: 'en' | 'ja', code: 'basic-auth-retired' | 'program-cannot-oauth') =>
    textOf(languages[lang], code, about).nextSteps[0]!.text
  expect(first('en', 'basic-auth-retired')).toContain('Account > Method')
  expect(first('ja', 'basic-auth-retired')).toContain('［アカウント］→［方式］')
  expect(first('en', 'program-cannot-oauth')).toBe('Use another.')
  expect(textOf(languages.en, 'program-cannot-oauth', about).title).toBe('Mailer cannot sign in with Microsoft')
  expect(textOf(languages.ja, 'program-cannot-oauth', about).title).toBe(
    '秀丸メールでは、Microsoft にサインインできません',
  )
})

test('among the days of a roll-out the text is that of its end, and says so', () => {
  const rollOut = { from: '2022-10-01', until: '2023-01-30' }
  const about = { account: 'work', certainty: 'likely', differences: [], protocol: 'imap', rollOut } as const
  expect(textOf(en, 'basic-auth-retired', about).explanation).toContain('1 October 2022 to 30 January 2023')
  expect(textOf(ja, 'basic-auth-retired', about).explanation).toContain('2022 年 10 月 1 日から 2023 年 1 月 30 日まで')
})

test('in a national cloud the pages are its own, or none', () => {
  const about = { account: 'work', certainty: 'certain', differences: [], cloud: 'china' } as const
  for (const words of [en, ja])
    for (const code of codes) {
      const { explanation, nextSteps } = textOf(words, code, about)
      for (const { url = 'https://partner.outlook.cn/' } of nextSteps)
        expect([code, url]).toEqual([code, expect.stringMatching(/^https:\/\/(partner\.outlook\.cn|aka\.ms)\//)])
      expect([code, explanation]).toEqual([code, expect.not.stringMatching(/Outlook\.com|2022/)])
    }
})
