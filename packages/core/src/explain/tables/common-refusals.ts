import { near } from './near.ts'
import { page, type Row, type Table } from './row.ts'

const claws = page('https://github.com/eworm-de/claws-mail/blob/master/src/imap.c')
const mutt = page('https://github.com/muttmua/mutt/blob/master/imap/auth_login.c')
const nextcloud = page('https://github.com/nextcloud/mail/issues/10193')
const snappyMail = page('https://github.com/the-djmaze/snappymail/issues/1818')
const homeAssistant = page('https://github.com/moralmunky/Home-Assistant-Mail-And-Packages/issues/1014')
const alertmanager = page('https://github.com/prometheus/alertmanager/issues/1721')
const paperless = page('https://github.com/paperless-ngx/paperless-ngx/issues/13293')
const proxy = page('https://github.com/simonrob/email-oauth2-proxy/issues/95')
const android = page('https://github.com/thunderbird/thunderbird-android/issues/11368')
const vaultwarden = page('https://github.com/dani-garcia/vaultwarden/issues/1859')
const gmail = page('https://support.google.com/mail/answer/185833')

/** What a sign-in is called, and what it is made with. */
const signIn = String.raw`\b(?:authenticat(?:e|ed|es|ing|ion)|authori[sz]ation|auth|log(?:ging|ged)?[ -]?(?:in|on)|sign(?:ing|ed)?[ -]?in|credentials?|user ?names?|passwords?)\b`
const refused = String.raw`\b(?:fail(?:s|ed|ure|ures|ing)?|unsuccessful|denie[ds]|reject(?:s|ed|ion)?|refuse[ds]?|incorrect|invalid|not (?:been )?(?:accepted|valid|correct|recogni[sz]ed|verified|successful)|unauthori[sz]ed|mismatch|(?:do(?:es)?|did) ?n[o']t match)\b`
/** These stand in much else, too, and count only beside the word. */
const amiss = String.raw`\b(?:error|wrong|bad|problem|issue)\b`
const cannot = String.raw`\b(?:could ?n[o']t|can ?not|can't|unable to|failed to|failure|error|problem)\b`
const token = String.raw`\b(?:access|refresh|bearer|oauth2?|auth(?:entication|ori[sz]ation)?|security) ?tokens?\b`
const mechanism = String.raw`\b(?:auth\w{0,12}|SASL|login|worthy)\b.{0,12}\b(?:mech\w{0,8}|methods?|authenticators?|types?|schemes?|handlers?)\b`

/** The words of a refusal, in whatever order a program puts them together. */
const rows: readonly Row[] = [
  {
    pattern: near(signIn, refused, 32),
    means: ['plain-refusal', 'basic-auth-retired'],
    source: nextcloud,
  },
  {
    pattern: near(signIn, amiss, 12),
    means: ['plain-refusal', 'basic-auth-retired'],
    source: mutt,
  },
  {
    pattern: near(cannot, String.raw`\b(?:authenticate|log ?in|log ?on|log at|sign ?in)\b`, 12),
    means: ['plain-refusal', 'basic-auth-retired'],
    source: claws,
  },
  {
    pattern: near(
      String.raw`\b(?:check|verify|confirm|re-?enter|correct)\b`,
      String.raw`\b(?:credentials|user ?name|password|login (?:data|details))\b`,
      24,
    ),
    means: ['plain-refusal', 'basic-auth-retired', 'ambiguous'],
    source: page('https://github.com/cypht-org/cypht/issues/727'),
  },
  // A name in a program: LoginBadCredentialsException, invalid_auth.
  {
    pattern:
      /(?:auth|login|logon|credentials?)\w{0,20}(?:fail|error|exception|denied|invalid|rejected)|(?:invalid|bad|wrong)_?(?:auth|login|credentials?|password)/i,
    means: ['plain-refusal', 'basic-auth-retired'],
    source: snappyMail,
  },
  {
    pattern: /\bcredentials are correct\? ?\W{0,4}no\b/i,
    means: ['plain-refusal', 'ambiguous'],
    source: mutt,
  },
  // It may be the one or the other.
  {
    pattern: near(String.raw`\bconnect(?:ing|ion)?\b`, String.raw`\b(?:or|and|\/) ?(?:log|sign|auth)\w{0,12}`, 6),
    means: ['ambiguous', 'plain-refusal', 'connection-refused'],
    source: homeAssistant,
  },
  {
    pattern:
      /\b(?:missing|no|empty) (?:password|credentials?|user ?name)\b|\b(?:password|credentials?|user ?name) (?:is |are |was )?(?:missing|empty|required|not (?:set|given|provided|configured))\b/i,
    means: ['not-authenticated', 'ambiguous'],
    source: alertmanager,
  },
  {
    pattern: near(
      String.raw`\bapp(?:lication)?[ -](?:specific )?passwords?\b`,
      String.raw`\b(?:requires?d?|needs?|needed)\b`,
      20,
    ),
    means: ['app-password-needed', 'basic-auth-retired'],
    source: gmail,
  },
  {
    pattern: near(String.raw`\b(?:no|none|not|unsupported|unavailable|disabled|does ?n[o']t support)\b`, mechanism, 30),
    means: ['basic-auth-retired', 'settings-differ', 'tls-needed', 'program-cannot-oauth'],
    source: vaultwarden,
  },
  {
    pattern: /\bdoes ?n[o']t support (?:the )?(?:AUTH|SASL|authentication|login)\b/i,
    means: ['basic-auth-retired', 'settings-differ', 'tls-needed', 'program-cannot-oauth'],
    source: vaultwarden,
  },
  {
    pattern: /\btoken_?expired/i,
    means: ['token-expired', 'sign-in-again'],
    source: page('https://github.com/O365/python-o365/issues/178'),
  },
  {
    pattern: /\b(?:missing|no) (?:access|refresh|bearer|oauth2?) token\b/i,
    means: ['sign-in-again', 'not-authenticated', 'token-refused'],
    source: page('https://github.com/nextcloud/mail/issues/12873'),
  },
  {
    pattern: near(token.replace('|refresh', ''), String.raw`\b(?:expired|no longer valid)\b`, 20),
    means: ['token-expired', 'sign-in-again', 'token-refused'],
    source: proxy,
  },
  {
    pattern: near(token, String.raw`\b(?:invalid|rejected|refused|denied|not valid|malformed)\b`, 20),
    means: ['token-refused', 'token-expired', 'sign-in-again'],
    source: proxy,
  },
  {
    pattern: near(
      String.raw`\brefresh(?:ing)?\b.{0,20}\btokens?\b|\btokens? refresh\b`,
      String.raw`${refused}|${cannot}`,
      20,
    ),
    means: ['sign-in-again', 'token-refused', 'client-refused'],
    source: proxy,
  },
  {
    pattern: near(
      String.raw`\b(?:get|obtain|acquir|retriev|fetch|request|sav)\w{0,5}\b.{0,24}\b(?:tokens?|authori[sz]ation code)\b`,
      cannot,
      20,
    ),
    means: ['ambiguous', 'sign-in-again', 'token-refused', 'client-refused'],
    source: paperless,
  },
  {
    pattern: near(String.raw`\bOAuth ?(?:2(?:\.0)?)?\b`, refused, 30),
    means: ['plain-refusal', 'token-refused', 'sign-in-again'],
    source: android,
  },
  {
    pattern: /\bOAuth ?(?:2(?:\.0)?)? is(?: not|n't) (?:configured|supported|available)\b/i,
    means: ['program-cannot-oauth', 'settings-differ'],
    source: page('https://github.com/thunderbird/thunderbird-android/issues/7147'),
  },
  {
    pattern: near(
      String.raw`\bbasic auth(?:entication)?\b`,
      String.raw`\b(?:no longer|deprecated|retired|not supported|turned off)\b`,
      24,
    ),
    means: ['basic-auth-retired'],
    source: page('https://github.com/caronc/apprise/issues/1478'),
  },
  {
    pattern: /\btoken (?:has been |was |is )?(?:expired or )?revoked\b|\bre-?auth(?:enticate|ori[sz]e)\b/i,
    means: ['sign-in-again', 'token-refused', 'token-expired'],
    source: page('https://github.com/WPManageNinja/fluent-smtp/issues/343'),
  },
  {
    pattern: /(?<!\bor )\binvalid token\b|\btoken (?:is |was )?(?:invalid|rejected|refused)\b/i,
    means: ['token-refused', 'sign-in-again', 'token-expired'],
    source: page('https://github.com/WPManageNinja/fluent-smtp/issues/50'),
  },
  {
    pattern: /\bunauthorized\b/i,
    means: ['ambiguous', 'plain-refusal', 'token-refused'],
    source: page('https://github.com/WPManageNinja/fluent-smtp/issues/265'),
  },
]

export const commonRefusals: Table = { kind: 'program', rows }
