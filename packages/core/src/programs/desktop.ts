import { apart, github, no, seen, since, unknown, yes } from './cells.ts'
import type { Program } from './program.ts'
import { thunderbirdDialog } from './thunderbird-dialog.ts'

/** Mail programs with windows, Outlook aside. */

const all = ['imap', 'pop3', 'smtp'] as const
const nothingFound = { range: '*', oauth: { imap: unknown, pop3: unknown, smtp: unknown }, errors: [], evidence: [] }

const thunderbirdErrors = [
  'Authentication failure while connecting to server ',
  'Sending of password for user ',
  'Unable to authenticate to Outgoing server (SMTP) ',
]

const hidemaru = 'https://help.maruo.co.jp/turukame/html/'

export const desktop: readonly Program[] = [
  {
    id: 'thunderbird',
    name: { en: 'Thunderbird', ja: 'Thunderbird' },
    kind: 'desktop',
    protocols: all,
    dialog: thunderbirdDialog,
    versions: [
      {
        range: '>= 102',
        oauth: { imap: yes, pop3: yes, smtp: yes },
        switch: {
          en: 'Account Settings > Server Settings > Authentication method: OAuth2, and the same under Outgoing Server (SMTP)',
          ja: '［アカウント設定］→［サーバー設定］→［認証方式］を「OAuth2」に。［送信 (SMTP) サーバー］でも同様',
        },
        errors: thunderbirdErrors,
        evidence: seen(
          '2026-11-30',
          github('thunderbird/autoconfig/ispdb/hotmail.com.xml'),
          github('thunderbird/autoconfig/ispdb/office365.com.xml'),
          'https://searchfox.org/comm-central/source/mailnews/base/src/OAuth2Providers.sys.mjs',
          'https://office365itpros.com/2022/07/14/imap4-clients-to-exchange-online/',
        ),
      },
      {
        range: '77 - 101',
        oauth: {
          imap: since('77.0b1', apart('unknown', 'yes')),
          pop3: unknown,
          smtp: since('77.0b1', apart('unknown', 'yes')),
        },
        errors: [],
        evidence: seen(
          '2026-11-30',
          'https://itcs.com.pk/category/technology/page/2',
          'https://eightwone.com/tag/oauth/',
        ),
      },
      {
        range: '< 77',
        oauth: { imap: apart('unknown', 'no'), pop3: unknown, smtp: apart('unknown', 'no') },
        errors: [],
        evidence: seen('2026-11-30', 'https://itcs.com.pk/category/technology/page/2'),
      },
    ],
  },
  {
    id: 'windows-live-mail',
    name: { en: 'Windows Live Mail', ja: 'Windows Live メール' },
    kind: 'desktop',
    protocols: all,
    versions: [
      {
        range: '*',
        oauth: { imap: no, pop3: no, smtp: no },
        instead: {
          en: 'Read the mail in a program that can sign in with Microsoft: Thunderbird, the new Outlook for Windows, or Outlook on the web. Windows Live Mail is no longer developed.',
          ja: 'Microsoft へのサインインに対応したプログラム（Thunderbird、新しい Outlook for Windows、Web 版 Outlook）でメールを読んでください。Windows Live メールの開発は終了しています。',
        },
        errors: [],
        evidence: seen(
          '2026-11-30',
          'https://windowsnews.ai/article/windows-live-mail-survives-on-windows-11-with-imap-tricks-but-experts-urge-migration.378910',
          'https://corkopencoffee.org/how-to-get-outlook-mail-or-hotmail-in-windows-live-mail/',
        ),
      },
    ],
  },
  {
    id: 'windows-mail',
    name: { en: 'Windows Mail', ja: 'Windows メール' },
    kind: 'desktop',
    protocols: all,
    versions: [
      {
        range: '*',
        // It sends and receives nothing any more since the end of 2024, whatever the account.
        oauth: { imap: no, pop3: no, smtp: no },
        instead: {
          en: 'Windows Mail stopped sending and receiving on 31 December 2024. Read the mail in the new Outlook for Windows or Thunderbird; mail that is only on this computer can still be exported from Windows Mail.',
          ja: 'Windows メールは 2024 年 12 月 31 日で送受信できなくなりました。新しい Outlook for Windows や Thunderbird でメールを読んでください。このパソコンにだけあるメールは、今でも Windows メールからエクスポートできます。',
        },
        errors: [],
        evidence: seen(
          '2026-11-30',
          'https://www.neowin.net/news/windows-mail-will-stop-working-on-december-31-2024/',
          'https://mgicomputers.com/tech-news/microsoft-is-killing-off-windows-11s-mail-and-calendar-apps-by-the-end-of-the-year',
        ),
      },
    ],
  },
  {
    id: 'apple-mail',
    name: { en: 'Apple Mail (macOS)', ja: 'Apple メール（macOS）' },
    kind: 'desktop',
    protocols: all,
    versions: [
      {
        range: '*',
        // Pages tell of accounts made as Exchange; of those made as IMAP or POP by hand they say only that these fail.
        oauth: { imap: unknown, pop3: unknown, smtp: unknown },
        switch: {
          en: 'System Settings > Internet Accounts, where the account is removed and added again as Microsoft Exchange, not as another mail account (IMAP or POP)',
        },
        errors: ['Unable to verify account name or password'],
        evidence: seen(
          '2026-11-30',
          'https://fr.ittrip.xyz/ms-office/outlook/apple-mail-outlook-oauth',
          'https://it.ittrip.xyz/?p=2386',
          'https://techcommunity.microsoft.com/blog/exchange/microsoft-and-apple-working-together-to-improve-exchange-online-security/3513846',
        ),
      },
    ],
  },
  {
    id: 'claws-mail',
    name: { en: 'Claws Mail', ja: 'Claws Mail' },
    kind: 'desktop',
    protocols: all,
    versions: [
      {
        range: '>= 4.2.0, 3.20.0',
        oauth: { imap: since('4.0.0, 3.18.0'), pop3: since('4.2.0, 3.20.0'), smtp: since('4.0.0, 3.18.0') },
        switch: {
          en: 'Account Preferences > Receive and Send > Authentication method: OAuth2, with a client id of your own on the page OAuth2',
          ja: '［アカウントの設定］の［受信］と［送信］で認証方法を「OAuth2」にし、［OAuth2］のページに自分のクライアント ID を入力',
        },
        errors: [],
        evidence: seen(
          '2026-11-30',
          github('eworm-de/claws-mail/NEWS'),
          github('eworm-de/claws-mail/src/oauth2.c'),
          'https://www.claws-mail.org/cvc.php',
        ),
      },
      {
        range: '4.0.0, 3.18.0 - 4.1.1, 3.19.1',
        oauth: { imap: since('4.0.0, 3.18.0'), pop3: unknown, smtp: since('4.0.0, 3.18.0') },
        switch: {
          en: 'Account Preferences > Receive and Send > Authentication method: OAuth2, with a client id of your own on the page OAuth2',
          ja: '［アカウントの設定］の［受信］と［送信］で認証方法を「OAuth2」にし、［OAuth2］のページに自分のクライアント ID を入力',
        },
        errors: [],
        evidence: seen('2026-11-30', github('eworm-de/claws-mail/NEWS'), github('eworm-de/claws-mail/src/oauth2.c')),
      },
      {
        range: '< 4.0.0, 3.18.0',
        oauth: { imap: no, pop3: no, smtp: no },
        errors: [],
        evidence: seen('2026-11-30', github('eworm-de/claws-mail/NEWS')),
      },
    ],
  },
  {
    id: 'sylpheed',
    name: { en: 'Sylpheed', ja: 'Sylpheed' },
    kind: 'desktop',
    protocols: all,
    versions: [
      {
        range: '>= 3.8.0beta1',
        oauth: { imap: since('3.8.0beta1'), pop3: since('3.8.0beta1'), smtp: since('3.8.0beta1') },
        switch: {
          en: 'Authentication method OAuth2 in the account’s settings, with a client id of your own in oauth2.ini',
          ja: 'アカウントの設定で認証方式を「OAuth2」にし、oauth2.ini に自分のクライアント ID を記入',
        },
        errors: [],
        evidence: seen(
          '2026-11-30',
          github('sylpheed-mail/sylpheed/NEWS'),
          github('sylpheed-mail/sylpheed/README'),
          github('sylpheed-mail/sylpheed/oauth2.ini.sample'),
        ),
      },
      {
        range: '< 3.8.0beta1',
        oauth: { imap: no, pop3: no, smtp: no },
        errors: [],
        evidence: seen('2026-11-30', github('sylpheed-mail/sylpheed/NEWS')),
      },
    ],
  },
  {
    id: 'hidemaru-mail',
    name: { en: 'Hidemaru Mail', ja: '秀丸メール' },
    kind: 'desktop',
    protocols: all,
    versions: [
      {
        range: '>= 7.30',
        oauth: { imap: yes, pop3: yes, smtp: yes },
        switch: {
          en: 'Account settings > Mail server > "OAuthログイン..."',
          ja: '［アカウント毎の設定］→［メールサーバー］→［OAuthログイン...］',
        },
        errors: [],
        evidence: seen(
          '2026-11-30',
          `${hidemaru}IDH_OAUTH_MICROSOFT2.html`,
          `${hidemaru}IDH_OAUTH_AZURE_CUSTOM.html`,
          `${hidemaru}01750_IDH_ACCOUNT_SERVER.html`,
        ),
      },
      {
        range: '6.96 - 7.29',
        oauth: { imap: apart('unknown', 'yes'), pop3: apart('unknown', 'yes'), smtp: apart('unknown', 'yes') },
        errors: [],
        evidence: seen('2026-11-30', `${hidemaru}IDH_OAUTH_MICROSOFT2.html`),
      },
      { ...nothingFound, range: '< 6.96' },
    ],
  },
  {
    id: 'mailspring',
    name: { en: 'Mailspring', ja: 'Mailspring' },
    kind: 'desktop',
    protocols: ['imap', 'smtp'],
    versions: [
      {
        range: '>= 1.14.0',
        oauth: { imap: since('1.14.0'), pop3: unknown, smtp: since('1.14.0') },
        switch: {
          en: 'add the account as "Outlook.com / Hotmail" or "Office 365"',
          ja: 'アカウントを「Outlook.com / Hotmail」または「Office 365」として追加',
        },
        errors: [],
        evidence: seen(
          '2026-11-30',
          github('Foundry376/Mailspring/CHANGELOG.md'),
          github('Foundry376/Mailspring/app/internal_packages/onboarding/lib/onboarding-constants.ts'),
        ),
      },
    ],
  },
  {
    id: 'mailbird',
    name: { en: 'Mailbird', ja: 'Mailbird' },
    kind: 'desktop',
    protocols: all,
    versions: [
      {
        range: '*',
        // For IMAP the page says it, and for a personal account: the rest is not told there.
        oauth: { imap: apart('yes', 'unknown'), pop3: unknown, smtp: unknown },
        errors: [],
        evidence: seen(
          '2026-11-30',
          'https://support.getmailbird.com/hc/en-us/articles/39932333124759-Troubleshooting-Authentication-Issues-in-Mailbird',
        ),
      },
    ],
  },
  ...(
    [
      ['becky', 'Becky! Internet Mail', 'Becky! Internet Mail'],
      ['shuriken', 'Shuriken', 'Shuriken'],
      ['em-client', 'eM Client', 'eM Client'],
      ['spark', 'Spark', 'Spark'],
      ['the-bat', 'The Bat!', 'The Bat!'],
    ] as const
  ).map(([id, en, ja]): Program => ({
    id,
    name: { en, ja },
    kind: 'desktop',
    protocols: all,
    versions: [nothingFound],
  })),
]
