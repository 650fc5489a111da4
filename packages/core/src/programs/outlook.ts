import { apart, no, seen, unknown } from './cells.ts'
import type { Program, ProgramVersion } from './program.ts'

/**
 * Outlook by edition. As a POP, IMAP and SMTP program none of them knows OAuth 2.0; what differs is whether an edition can
 * be connected to the same mailbox directly, as Outlook.com or Exchange.
 */

const speaks = ['imap', 'pop3', 'smtp'] as const
const nowhere = { imap: no, pop3: no, smtp: no } as const

/** Personal accounts: "POP or IMAP, Modern Authentication is not supported"; from which build it works directly. */
const microsoftSupport =
  'https://support.microsoft.com/en-us/office/modern-authentication-methods-now-needed-to-continue-syncing-outlook-email-in-non-microsoft-email-apps-c5d65390-9676-4763-b41f-d7986499a90d'
/** Work accounts: the same, and why. */
const microsoftTroubleshooting =
  'https://learn.microsoft.com/en-us/exchange/troubleshoot/administration/cannot-connect-mailbox-pop-imap-outlook'
/** No plan for Outlook clients to do so; which editions know modern authentication at all. */
const microsoftDeprecation =
  'https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online'

const evidence = seen('2026-11-30', microsoftSupport, microsoftTroubleshooting, microsoftDeprecation)

const errors: readonly string[] = []

/** Its mail can be had without POP and IMAP. */
const directly = {
  en: 'Add the account again as an Outlook.com or Microsoft 365 (Exchange) account, not as POP or IMAP: File > Add Account, type the address, and sign in with Microsoft. Remove the old account only once the mail is there; what POP has downloaded stays in its data file.',
  ja: 'POP や IMAP ではなく、Outlook.com または Microsoft 365（Exchange）のアカウントとして追加し直してください。［ファイル］→［アカウントの追加］でアドレスを入力し、Microsoft の画面でサインインします。古いアカウントは、メールが表示されることを確かめてから削除してください。POP で受信済みのメールはデータ ファイルに残ります。',
}

/** The same, where it hangs on the build. */
const ifNewEnough: ProgramVersion['instead'] = {
  en: `In builds from 16.0.11601.10000 on: ${directly.en.charAt(0).toLowerCase()}${directly.en.slice(1)} An older build cannot do that either: read the mail in the new Outlook for Windows, Thunderbird, or Outlook on the web.`,
  ja: `ビルド 16.0.11601.10000 以降の場合: ${directly.ja}それより古いビルドではこの方法も使えません。新しい Outlook for Windows、Thunderbird、Web 版 Outlook でメールを読んでください。`,
}

/** It cannot be connected directly either. */
const elsewhere: ProgramVersion['instead'] = {
  en: 'Read the mail in a program that can sign in with Microsoft: the new Outlook for Windows, Thunderbird, or Outlook on the web.',
  ja: 'Microsoft へのサインインに対応したプログラム（新しい Outlook for Windows、Thunderbird、Web 版 Outlook）でメールを読んでください。',
}

const classic = (id: string, edition: string, versions: readonly ProgramVersion[]): Program => ({
  id,
  name: { en: edition, ja: edition },
  kind: 'desktop',
  protocols: speaks,
  versions,
})

const version = (range: string, instead: ProgramVersion['instead']): ProgramVersion => ({
  range,
  oauth: nowhere,
  ...(instead && { instead }),
  errors,
  evidence,
})

export const outlook: readonly Program[] = [
  classic('outlook-2007', 'Outlook 2007', [version('*', elsewhere)]),
  classic('outlook-2010', 'Outlook 2010', [version('*', elsewhere)]),
  classic('outlook-2013', 'Outlook 2013', [version('*', elsewhere)]),
  classic('outlook-2016', 'Outlook 2016', [
    version('>= 16.0.11601.10000', ifNewEnough),
    version('< 16.0.11601.10000', elsewhere),
  ]),
  classic('outlook-2019', 'Outlook 2019', [
    version('>= 16.0.11601.10000', ifNewEnough),
    version('< 16.0.11601.10000', elsewhere),
  ]),
  classic('outlook-2021', 'Outlook 2021', [version('*', directly)]),
  {
    id: 'outlook-365',
    name: { en: 'Outlook for Microsoft 365 (classic)', ja: 'Outlook for Microsoft 365（クラシック）' },
    kind: 'desktop',
    protocols: speaks,
    versions: [version('*', directly)],
  },
  {
    id: 'new-outlook',
    name: { en: 'new Outlook for Windows', ja: '新しい Outlook for Windows' },
    kind: 'desktop',
    protocols: speaks,
    versions: [{ range: '*', oauth: { imap: unknown, pop3: unknown, smtp: unknown }, errors: [], evidence: [] }],
  },
  {
    id: 'outlook-mac',
    name: { en: 'Outlook for Mac', ja: 'Outlook for Mac' },
    kind: 'desktop',
    protocols: speaks,
    versions: [
      {
        range: '*',
        oauth: { imap: apart('unknown', 'no'), pop3: apart('unknown', 'no'), smtp: unknown },
        errors: [],
        evidence: seen('2026-11-30', microsoftDeprecation),
      },
    ],
  },
  {
    id: 'outlook-mobile',
    name: { en: 'Outlook for iOS and Android', ja: 'Outlook for iOS・Android' },
    kind: 'phone',
    protocols: ['imap', 'smtp'],
    versions: [{ range: '*', oauth: { imap: unknown, pop3: unknown, smtp: unknown }, errors: [], evidence: [] }],
  },
]
