import { page, type Row, type Table } from './row.ts'

const kyocera = page('https://github.com/msgwing/ZeroSMTP/blob/main/docs/ERROR-MESSAGES.md')
const qnap = page('https://www.qnap.com/hu-hu/how-to/faq/con_show.php?cid=1428')
const canon = page('https://anabel.icu/blog/fix-canon-smtp-error-802')
const sharp = page(
  'https://global.sharp/restricted/products/copier/downloads/manuals/bpb550wd/us/contents_08-03_004.html',
)
const sharpJapanese = page(
  'https://jp.sharp/restricted/business/print/download/manuals/bp22c20/ja/contents_07-03_003.html',
)
const xerox = page(
  'https://github.com/msgwing/ZeroSMTP/blob/main/docs/devices/xerox-mfps-reporting-send-error-027-779.md',
)
const ricoh = page('https://thetoolstrunk.com/authentication-with-the-destination-has-failed/')
const beckhoff = page('https://infosys.beckhoff.com/content/1033/tcsmssmtpsrv/11386382475.html')

/** The numbers of TwinCAT's library for sending mail, in hexadecimal. */
const controllerNumbers: Readonly<Record<string, Row['means']>> = {
  '800A': ['connection-dropped', 'connection-refused'],
  '8012': ['recipient-refused', 'not-authenticated', 'relay-refused'],
  '8015': ['connection-refused', 'connection-timeout', 'settings-differ'],
  '8016': ['basic-auth-retired', 'tls-needed', 'settings-differ'],
  '8017': ['plain-refusal'],
  '8019': ['host-not-found'],
  '801D': ['connection-refused', 'connection-timeout', 'settings-differ'],
  '8020': ['host-not-found'],
  '8022': ['connection-dropped', 'connection-timeout'],
  '8023': ['basic-auth-retired', 'tls-needed', 'settings-differ'],
}

const controller = Object.entries(controllerNumbers).map(([number, means]): Row => ({
  pattern: new RegExp(
    String.raw`(?:TwinCAT|Beckhoff)\b[^.\n]{0,60}\b(?:0x|16#)?(?:${number}|${parseInt(number, 16)})\b`,
    'i',
  ),
  means,
  protocol: 'smtp',
  source: beckhoff,
}))

/** Copiers, scanners, network drives and controllers: numbers only with the maker or the kind of device beside them. */
const rows: readonly Row[] = [
  {
    pattern:
      /(?:send(?:ing)? error|送信エラー|Sendefehler|Error de envío|kyocera|taskalfa|ecosys|京セラ)\D{0,40}(?:0x)?1102\b|\b0x1102\b|^\W{0,3}(?:(?:エラー|error) ?(?:コード|code|番号)?\W{0,3})?1102\W{0,3}$/i,
    means: ['plain-refusal', 'basic-auth-retired', 'smtp-auth-off-tenant', 'program-cannot-oauth'],
    protocol: 'smtp',
    source: kyocera,
  },
  {
    pattern: /canon\D{0,60}#?802\b|#802\b/i,
    means: ['host-not-found', 'connection-refused', 'connection-timeout'],
    protocol: 'smtp',
    source: canon,
  },
  {
    pattern: /Token update failed\. ?Please delete the token and obtain it again/i,
    means: ['sign-in-again', 'token-expired'],
    protocol: 'smtp',
    program: 'sharp',
    source: sharp,
  },
  {
    pattern: /トークンの更新に失敗しました。 ?トークンを削除して再取得/,
    means: ['sign-in-again', 'token-expired'],
    protocol: 'smtp',
    program: 'sharp',
    source: sharpJapanese,
  },
  {
    pattern: /Authorization has expired\. ?Reauthorize the account|授权已过期。 ?请为帐户重新授权/i,
    means: ['token-expired', 'sign-in-again'],
    protocol: 'smtp',
    source: qnap,
  },
  {
    pattern: /\b027[- ]779\b/,
    means: ['plain-refusal', 'basic-auth-retired', 'smtp-auth-off-tenant', 'program-cannot-oauth'],
    protocol: 'smtp',
    program: 'xerox',
    source: xerox,
  },
  {
    // A folder that scans are put in may be meant too.
    pattern: /Authentication with the destination has failed/i,
    means: ['plain-refusal', 'basic-auth-retired', 'program-cannot-oauth'],
    program: 'ricoh',
    source: ricoh,
  },
  ...controller,
]

export const devices: Table = { kind: 'program', rows }
