import { page, type Row, type Source, type Table } from './row.ts'

type Means = Row['means']

const sendReceive = page('https://mastermind.helpscoutdocs.com/article/234-smtp-error-code-tables')
const sendReceiveNames = page('http://tthosting.dk/MSOutlookErrorCodes.htm')
const authenticationMethods = page(
  'https://learn.microsoft.com/en-us/troubleshoot/outlook/profiles-and-accounts/0x800ccc80-error-when-sending-mail-from-outlook',
)
const rejectedAddress = page('http://121ware.com/qasearch/1007/app/servlet/qadoc?QID=009306')
const winHttp = page('https://help.hcl-software.com/bigfix/11.0/mcm/c_winhttp_errors.html')
const schannel = page(
  'https://learn.microsoft.com/en-us/windows/win32/secauthn/schannel-error-codes-for-tls-and-ssl-alerts',
)
const signInWindow = page(
  'https://learn.microsoft.com/en-us/troubleshoot/microsoftteams/teams-sign-in/resolve-sign-in-errors',
)

const cdoConnection = page('https://github.com/MicrosoftDocs/OfficeDocs-Exchange/issues/636')
const cdoRelay = page('https://www.c-amie.co.uk/technical/category/windows-server/iis/page/3/')
const cdoSignIn = page('https://siscoxs.it/wiki/_export/xhtml/faq:err80040217')

const unreachable: Means = ['connection-refused', 'connection-timeout', 'host-not-found', 'settings-differ']

/** By Outlook, Outlook Express, Windows Live Mail, Windows Mail and CDO, in hexadecimal without `0x`. */
const numbers: readonly (readonly [source: Source, means: Readonly<Record<string, Means>>])[] = [
  [
    sendReceiveNames,
    {
      '800CCC01': ['certificate-wrong-name'],
      '800CCC02': ['certificate-expired'],
      '800CCC03': ['throttled'],
      '800CCC05': ['connection-dropped'],
      '800CCC0A': ['connection-dropped'],
      '800CCC0B': ['throttled', 'server-unavailable'],
      '800CCC0D': ['host-not-found'],
      '800CCC0E': unreachable,
      '800CCC0F': ['connection-dropped'],
      '800CCC10': ['recipient-refused'],
      '800CCC11': ['recipient-refused'],
      '800CCC12': ['connection-dropped'],
      '800CCC13': ['connection-dropped'],
      '800CCC14': ['connection-dropped'],
      '800CCC15': ['connection-refused', 'connection-timeout'],
      '800CCC16': ['plain-refusal'],
      // The sign-in with SPA (NTLM), which Microsoft's servers do not have.
      '800CCC18': ['plain-refusal', 'settings-differ'],
      '800CCC19': ['connection-timeout'],
      '800CCC1A': ['tls-not-spoken', 'settings-differ'],
    },
  ],
  [
    sendReceive,
    {
      '800CCC1F': ['connection-timeout'],
      '800CCC20': ['host-not-found'],
      '800CCC23': ['plain-refusal'],
      '800CCC25': ['tls-not-spoken', 'settings-differ'],
      '800CCC29': ['plain-refusal'],
      '800CCC33': ['plain-refusal'],
      '800CCC60': ['not-a-mail-server', 'settings-differ'],
      '800CCC61': ['unknown-refusal'],
      '800CCC62': ['client-protocol-error'],
      '800CCC63': ['client-protocol-error'],
      '800CCC64': ['client-protocol-error'],
      '800CCC65': ['not-authenticated', 'client-protocol-error'],
      '800CCC66': ['client-protocol-error'],
      '800CCC67': ['server-unavailable', 'throttled'],
      '800CCC68': ['throttled', 'server-unavailable'],
      '800CCC69': ['recipient-refused', 'relay-refused', 'not-authenticated'],
      '800CCC6A': ['server-unavailable', 'throttled'],
      '800CCC6B': ['recipient-refused', 'relay-refused'],
      '800CCC6C': ['mailbox-full'],
      '800CCC6D': ['message-too-large', 'mailbox-full'],
      '800CCC6E': ['recipient-refused'],
      '800CCC6F': ['unknown-refusal'],
      '800CCC79': ['recipient-refused', 'relay-refused', 'not-authenticated'],
      '800CCC7D': ['tls-not-spoken', 'settings-differ'],
      '800CCC90': ['plain-refusal', 'server-unavailable'],
      '800CCC91': ['plain-refusal'],
      '800CCC92': ['plain-refusal'],
      '800CCC93': ['not-a-mail-server', 'settings-differ'],
      '800CCCD1': ['plain-refusal'],
      '800CCCD2': ['ambiguous', 'mailbox-not-connected', 'plain-refusal', 'server-unavailable'],
      '800CCCD3': ['ambiguous', 'mailbox-not-connected', 'server-unavailable'],
      '800CCCD5': ['not-a-mail-server', 'settings-differ'],
      '800CCCD9': ['throttled', 'protocol-off'],
      '800CCCDD': ['connection-dropped', 'throttled'],
      '800CCCDF': ['plain-refusal'],
      '800CCCE0': ['basic-auth-retired', 'settings-differ'],
      '80042108': unreachable,
      '80042109': unreachable,
      '8004210A': ['connection-timeout'],
      '8004210B': ['connection-timeout'],
      '8004010F': ['ambiguous', 'server-unavailable'],
      '80040115': ['server-unavailable', 'connection-refused'],
      '80040119': ['ambiguous', 'server-unavailable'],
      '8004011D': ['server-unavailable', 'connection-refused'],
      '80040600': ['ambiguous'],
      '80040607': ['ambiguous', 'not-authenticated'],
      '80048002': ['ambiguous', 'connection-timeout'],
    },
  ],
  [
    rejectedAddress,
    {
      '800CCC78': ['not-authenticated', 'sender-not-allowed', 'settings-differ'],
    },
  ],
  [authenticationMethods, { '800CCC80': ['settings-differ', 'basic-auth-retired'] }],
  [
    winHttp,
    {
      '80072EE2': ['connection-timeout'],
      '80072EE7': ['host-not-found'],
      '80072EEF': ['plain-refusal'],
      '80072EFD': ['connection-refused', 'connection-timeout', 'host-not-found'],
      '80072EFE': ['connection-dropped'],
      '80072F05': ['certificate-expired', 'clock-wrong'],
      '80072F06': ['certificate-wrong-name'],
      '80072F0D': ['certificate-untrusted'],
      '80072F17': ['certificate-untrusted', 'certificate-expired'],
      '80072F7D': ['tls-too-old', 'tls-not-spoken'],
      '80072F8F': ['certificate-untrusted', 'clock-wrong', 'certificate-expired'],
    },
  ],
  // CDO, from scripts and macros.
  [
    cdoConnection,
    {
      '80040213': ['connection-refused', 'connection-timeout', 'tls-needed', 'settings-differ'],
    },
  ],
  [cdoRelay, { '80040211': ['ambiguous', 'not-authenticated', 'sender-not-allowed'] }],
  [
    cdoSignIn,
    {
      '80040217': ['plain-refusal', 'basic-auth-retired', 'smtp-auth-off-tenant'],
    },
  ],
  [
    schannel,
    {
      '80090308': ['tls-not-spoken', 'settings-differ'],
      '80090322': ['certificate-wrong-name'],
      '80090325': ['certificate-untrusted'],
      '80090326': ['tls-too-old', 'tls-not-spoken'],
      '80090328': ['certificate-expired'],
      '80090331': ['tls-too-old'],
    },
  ],
  [
    signInWindow,
    {
      CAA82EE2: ['connection-timeout'],
      CAA82EE7: ['host-not-found'],
      CAA82EFD: ['connection-refused'],
      CAA20003: ['sign-in-again', 'clock-wrong'],
      CAA20004: ['policy-blocked', 'consent-missing'],
    },
  ],
]

const rows: readonly Row[] = numbers.flatMap(([source, means]) =>
  Object.entries(means).map(([number, means]) => ({
    pattern: new RegExp(String.raw`(?<![\da-f])(?:0[x×] ?)?${number}(?![\da-f])`, 'i'),
    means,
    source,
  })),
)

export const outlookNumbers: Table = { kind: 'program', rows }
