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
const beckhoff = page('https://infosys.beckhoff.com/content/1033/tcsmssmtpsrv/11386382475.html')

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
  { pattern: /TwinCAT\D{0,60}0x8017\b/i, means: ['plain-refusal'], protocol: 'smtp', source: beckhoff },
]

export const devices: Table = { kind: 'program', rows }
