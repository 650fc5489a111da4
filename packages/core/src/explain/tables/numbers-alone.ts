import { page, type Row, type Table } from './row.ts'

const authentication = page('https://www.rfc-editor.org/rfc/rfc4954#section-6')
const scanners = page('https://fotocopiastrebol.com/how-to-troubleshoot-scan-to-email-when-smtp-keeps-failing/')
const retired = page(
  'https://equipmybiz.com/sharp/how-to-set-up-scan-to-email-on-a-sharp-bp-series-copier-using-microsoft-365-modern-authentication-oauth-2-0/',
)
const microsoft = page('https://github.com/msgwing/ZeroSMTP/blob/main/data/errors.json')

/**
 * A server's number where the sentence behind it is missing, or is none that is known: of what shares a number, each cause
 * is open. They decide only where nothing else does.
 */
const rows: readonly Row[] = [
  {
    pattern: /\b53\d[ -]5\.7\.57\b/,
    means: ['not-authenticated', 'plain-refusal'],
    protocol: 'smtp',
    source: microsoft,
  },
  {
    pattern: /\b550[ -]5\.7\.30\b/,
    means: ['basic-auth-retired'],
    protocol: 'smtp',
    source: retired,
  },
  {
    pattern: /\b55\d[ -]5\.7\.60\b/,
    means: ['sender-not-allowed'],
    protocol: 'smtp',
    source: microsoft,
  },
  {
    pattern: /\b535[ -]5\.7\.139\b/,
    means: ['plain-refusal', 'basic-auth-retired', 'smtp-auth-off-tenant', 'security-defaults', 'policy-blocked'],
    protocol: 'smtp',
    source: microsoft,
  },
  {
    pattern: /\b535[ -]5\.7\.3\b/,
    means: ['plain-refusal', 'basic-auth-retired'],
    protocol: 'smtp',
    source: microsoft,
  },
  {
    pattern:
      /\b(?:SMTP|error|code|status|reply|response|returned|got|received)\W{0,4}(?:code\W{0,4})?535(?![\d.]|[ -][245]\.\d)|(?:エラー|コード|番号)[^\p{L}\d]{0,4}535(?![\d.]|[ -][245]\.\d)/iu,
    means: ['plain-refusal', 'basic-auth-retired'],
    protocol: 'smtp',
    source: authentication,
  },
  {
    pattern:
      /(?:\bscan(?:ner|s|ning)?\b|\bprinter\b|\bcopier\b|\bMF[PD]\b|複合機|スキャナー?|プリンター?)\D{0,60}\b535(?![\d.]|[ -][245]\.\d)/iu,
    means: ['plain-refusal', 'basic-auth-retired', 'program-cannot-oauth'],
    protocol: 'smtp',
    source: scanners,
  },
]

export const numbersAlone: Table = { kind: 'server', rows }
