import { apart, github, no, seen, unknown, yes } from './cells.ts'
import type { Program } from './program.ts'

/** Mail programs of phones, and Gmail, which fetches mail by itself. */

const androidFile = (app: string, name: string) =>
  github(`thunderbird/thunderbird-android/app-${app}/src/release/kotlin/${name}OAuthConfigurationFactory.kt`)

const forAndroid = (id: string, name: string, file: string): Program => ({
  id,
  name: { en: name, ja: name === 'Thunderbird for Android' ? 'Android 版 Thunderbird' : name },
  kind: 'phone',
  protocols: ['imap', 'pop3', 'smtp'],
  versions: [
    {
      range: '*',
      oauth: { imap: yes, pop3: no, smtp: yes },
      switch: {
        en: 'add the account anew and let it be found by its address; the sign-in opens in the browser',
        ja: 'アカウントを追加し直し、アドレスから自動で検出させる。サインインはブラウザーで開く',
      },
      errors: [],
      evidence: seen('2026-11-30', file, 'https://github.com/thunderbird/thunderbird-android/pull/6115'),
    },
  ],
})

export const phones: readonly Program[] = [
  forAndroid(
    'thunderbird-android',
    'Thunderbird for Android',
    androidFile('thunderbird', 'net/thunderbird/android/auth/Tb'),
  ),
  forAndroid('k9-mail', 'K-9 Mail', androidFile('k9mail', 'app/k9mail/auth/K9')),
  {
    id: 'fairemail',
    name: { en: 'FairEmail', ja: 'FairEmail' },
    kind: 'phone',
    protocols: ['imap', 'pop3', 'smtp'],
    versions: [
      {
        range: '*',
        oauth: { imap: yes, pop3: no, smtp: yes },
        switch: {
          en: 'navigation menu > Settings > Wizard > "Outlook/Office 365 (OAuth)"; not in the builds of F-Droid',
          ja: 'ナビゲーション メニュー →［設定］→ ウィザード →「Outlook/Office 365 (OAuth)」。F-Droid 版では使えない',
        },
        errors: [],
        evidence: seen(
          '2026-11-30',
          github('M66B/FairEmail/FAQ.md'),
          github('M66B/FairEmail/app/src/main/res/xml/providers.xml'),
          github('M66B/FairEmail/app/src/main/java/eu/faircode/email/FragmentOAuth.java'),
        ),
      },
    ],
  },
  {
    id: 'ios-mail',
    name: { en: 'Mail (iPhone and iPad)', ja: 'メール（iPhone・iPad）' },
    kind: 'phone',
    protocols: ['imap', 'pop3', 'smtp'],
    versions: [
      {
        range: '*',
        oauth: { imap: unknown, pop3: unknown, smtp: unknown },
        errors: [
          'Cannot Get Mail – The connection to the server failed.',
          'Please enter the password for the Outlook account',
          'Account not authenticated',
        ],
        evidence: seen(
          '2026-11-30',
          'https://support.microsoft.com/en-us/office/ios-ipados-users-may-experience-issues-accessing-their-outlook-and-hotmail-accounts-from-the-ios-ipados-default-mail-app-3584197b-8ffb-46ce-b5c6-f4cc71ff29a7',
        ),
      },
    ],
  },
  {
    id: 'gmail-app',
    name: { en: 'Gmail app', ja: 'Gmail アプリ' },
    kind: 'phone',
    protocols: ['imap', 'smtp'],
    versions: [
      {
        range: '*',
        oauth: { imap: apart('yes', 'unknown'), pop3: unknown, smtp: apart('yes', 'unknown') },
        switch: { en: 'profile picture > Add another account > Outlook, Hotmail and Live' },
        errors: [],
        evidence: seen(
          '2026-11-30',
          'https://blogs-on-gmail.blogspot.com/2025/11/adding-non-gmail-addresses-to-gmail.html',
        ),
      },
    ],
  },
  {
    id: 'gmail-fetcher',
    name: { en: 'Gmail, "Check mail from other accounts"', ja: 'Gmail の［他のアカウントのメールを確認］' },
    kind: 'web',
    protocols: ['pop3', 'smtp'],
    versions: [
      {
        range: '*',
        // Fetching with a password is all it ever did, and since January 2026 it fetches nothing.
        oauth: { imap: no, pop3: no, smtp: apart('no', 'unknown') },
        instead: {
          en: 'Let Outlook.com forward the mail to Gmail (Settings > Mail > Forwarding and IMAP > Forwarding), or add the account to the Gmail app of a phone.',
          ja: 'Outlook.com から Gmail へ転送する（［設定］→［メール］→［転送と IMAP］→［転送］）か、スマートフォンの Gmail アプリにアカウントを追加してください。',
        },
        errors: ['Server returned error "Logon failure: unknown user name or bad password."'],
        evidence: seen(
          '2026-11-30',
          'https://blog.sjain.dev/fixing-gmail-pop3-logon-failure',
          'https://support.internic.ca/hc/en-us/articles/46760730890395',
          'https://ballyhoo.co.uk/pop-checkmail-gmail-discontinued/',
          'https://github.com/simonrob/email-oauth2-proxy/issues/299',
        ),
      },
    ],
  },
]
