import { inOrder, near } from './near.ts'
import { page, type Row, type Table } from './row.ts'

const curl = page('https://github.com/curl/curl/blob/master/lib/strerror.c')
const mailspring = page('https://github.com/Foundry376/Mailspring/issues/2354')
const freeScout = page('https://github.com/freescout-help-desk/freescout/issues/4076')
const n8n = page('https://github.com/n8n-io/n8n/issues/22772')
const paperless = page('https://github.com/paperless-ngx/paperless-ngx/issues/1471')
const odoo = page('https://github.com/odoo/odoo/issues/15603')
const vaultwarden = page('https://github.com/dani-garcia/vaultwarden/issues/6236')
const swoosh = page('https://github.com/swoosh/swoosh/issues/785')
const databaseMail = page(
  'https://www.drware.com/lesson-learned-263mail-could-not-be-sent-to-the-recipients-because-of-the-mail-server-in-dbmail/?share=twitter',
)
const synology = page('https://github.com/vdsm/virtual-dsm/issues/639')
const horde = page('https://github.com/nextcloud/mail/issues/535')
const nodeImap = page('https://github.com/mscdex/node-imap/issues/799')

const cannot = String.raw`\b(?:could ?n[o']t|can ?not|can't|unable to|failed to)\b`
const failed = String.raw`\b(?:fail(?:s|ed|ure|ures)?|errors?|unsuccessful|could not be (?:established|opened|made)|unstable)\b`
const tls = String.raw`\b(?:SSL|TLS|STARTTLS)\b`
const mail = String.raw`\b(?:e-?mails?|mail ?box(?:es)?|mail|IMAP\w{0,20}|POP3?|SMTP\w{0,20}|Outlook|Hotmail|Exchange|Office ?365|collector)\b`
const trouble = String.raw`\b(?:errors?|non valid|invalid|problems? (?:sending|receiving|connecting)|failed|failures?|exception|unable to|(?:could ?n[o']t|can ?not|can't) (?:be )?(?:sen[dt]|receiv\w{1,2}|fetch\w{0,2}|retriev\w{1,2}|open\w{0,2}|sync\w{0,3}|deliver\w{0,2})|no .{1,12} found)\b`

/** What goes wrong besides the sign-in, in words that many programs share; they decide only where nothing else does. */
const rows: readonly Row[] = [
  {
    pattern: near(cannot, String.raw`\bconnect(?:ion)?\b`, 20),
    means: ['ambiguous', 'connection-refused', 'connection-timeout', 'settings-differ', 'plain-refusal'],
    source: mailspring,
  },
  {
    pattern: near(String.raw`\bconnect(?:ing|ions?)?\b`, failed, 30),
    means: ['ambiguous', 'connection-refused', 'connection-timeout', 'settings-differ', 'plain-refusal'],
    source: freeScout,
  },
  {
    pattern:
      /\btimed[ -]?out\b|\btime-?out (?:error|exceeded|expired|occurred|reached|while|waiting)|\bTimeout(?:Error|Exception)\b/i,
    means: ['connection-timeout', 'ambiguous'],
    source: databaseMail,
  },
  {
    pattern: near(
      String.raw`\bconnection\b`,
      String.raw`\b(?:closed|lost|dropped|terminated|reset|broken|interrupted)\b`,
      20,
    ),
    means: ['connection-dropped', 'idle-timeout', 'ambiguous'],
    source: n8n,
  },
  {
    pattern: /\b(?:error ?[=:] ?|unexpected )EOF\b/i,
    means: ['connection-dropped', 'tls-not-spoken'],
    source: paperless,
  },
  {
    pattern: /\bEOF occurred in violation of protocol/i,
    means: ['connection-dropped', 'tls-too-old', 'tls-not-spoken'],
    source: odoo,
  },
  {
    pattern: near(
      String.raw`\bcertificates?\b`,
      String.raw`\b(?:name|host|domain)\w{0,6}\b.{0,20}\b(?:mismatch|not match)\b`,
    ),
    means: ['certificate-wrong-name', 'certificate-untrusted'],
    source: vaultwarden,
  },
  {
    pattern: near(
      String.raw`\bcertificates?\b`,
      String.raw`\b(?:invalid|untrusted|unknown|unverified|rejected|not (?:be )?(?:trusted|valid|verified)|errors?|failed|problem)\b`,
    ),
    means: ['certificate-untrusted', 'certificate-wrong-name', 'certificate-expired'],
    source: vaultwarden,
  },
  {
    pattern: inOrder(tls, String.raw`${failed}|${cannot}|\bnot (?:an?|supported|available)\b`, 24),
    means: ['tls-not-spoken', 'tls-too-old', 'certificate-untrusted', 'settings-differ'],
    source: swoosh,
  },
  {
    pattern: /\btls_failed\b/,
    means: ['tls-not-spoken', 'certificate-untrusted', 'tls-too-old'],
    source: swoosh,
  },
  {
    pattern: /\baccount (?:is |was |has been )?(?:temporarily )?(?:blocked|locked|suspended)\b/i,
    means: ['account-blocked', 'ambiguous'],
    source: nodeImap,
  },
  {
    pattern: /\btoo many (?:simultaneous |concurrent |login |sign-?in )?(?:connections|requests|attempts)\b/i,
    means: ['throttled', 'ambiguous'],
    source: curl,
  },
  {
    pattern: /\bnetwork connection may be unstable\b/i,
    means: ['ambiguous', 'connection-timeout', 'plain-refusal'],
    source: synology,
  },
  // Mail, and that something went wrong.
  {
    pattern: near(mail, trouble, 40),
    means: ['ambiguous', 'plain-refusal', 'connection-refused'],
    source: horde,
  },
  {
    pattern: near(tls, String.raw`\b(?:required|must)\b`, 16),
    means: ['tls-needed', 'settings-differ'],
    source: page('https://github.com/VeeamHub/powershell/issues/190'),
  },
  {
    pattern: /\btook too long to (?:respond|reply|answer)/i,
    means: ['connection-timeout', 'ambiguous'],
    source: page('https://transmediafox.io/email-error-messages/'),
  },
  {
    pattern: inOrder(String.raw`\b(?:server|host)(?: ?name)?\b`, String.raw`\bnot (?:be )?(?:found|resolved)\b`, 16),
    means: ['host-not-found', 'settings-differ'],
    source: page('https://transmediafox.io/email-error-messages/'),
  },
  {
    pattern: near(String.raw`\bidentity of\b.{0,30}\bserver\b`, String.raw`\bverif\w{1,8}\b`, 24),
    means: ['certificate-untrusted', 'certificate-wrong-name', 'certificate-expired'],
    source: page('https://transmediafox.io/email-error-messages/'),
  },
  // ImapFlow's word for any NO or BAD.
  {
    pattern: /\bCommand failed\b(?!.{0,12}\b(?:exit|code|signal|with)\b)/i,
    means: ['ambiguous', 'plain-refusal'],
    source: page('https://github.com/maathimself/mailflow/issues/57'),
  },
  {
    pattern: /\bfolder\b.{0,80}\bCould not select\b/i,
    means: ['ambiguous', 'mailbox-not-connected'],
    protocol: 'imap',
    source: page('https://github.com/imapsync/imapsync/issues/402'),
  },
  {
    pattern: near(mail, String.raw`\bno response\b`, 20),
    means: ['ambiguous', 'connection-timeout', 'plain-refusal'],
    source: page('https://github.com/joeyates/imap-backup/issues/134'),
  },
  {
    pattern: inOrder(String.raw`${cannot}|\berror (?:while |when )?(?:establish|negotiat)\w{1,5}\b`, tls, 24),
    means: ['tls-not-spoken', 'tls-too-old', 'certificate-untrusted', 'settings-differ'],
    source: swoosh,
  },
]

export const commonTroubles: Table = { kind: 'program', rows }
