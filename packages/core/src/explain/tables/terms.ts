import { page, type Row, type Table } from './row.ts'

const rfc = (number: number, section: string) => page(`https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`)
const gaia = page('https://github.com/mozilla-b2g/gaia-email-libs-and-more')
const mailbird = page(
  'https://support.getmailbird.com/hc/en-us/articles/39932333124759-Troubleshooting-Authentication-Issues-in-Mailbird',
)
const postfix = page('https://www.postfix.org/postconf.5.html')

/** What is said in the terms of the standards, by whatever program: before what only says that a sign-in failed. */
const rows: readonly Row[] = [
  {
    pattern:
      /\bapp(?:lication)?[- ]?(?:specific )?password (?:is )?(?:required|needed)\b|アプリ ?(?:固有の? ?)?パスワードが必要/i,
    means: ['app-password-needed', 'basic-auth-retired'],
    source: gaia,
  },
  {
    pattern: /\bweb login required\b|\blog ?in via your web browser\b/i,
    means: ['app-password-needed', 'account-blocked', 'basic-auth-retired'],
    source: mailbird,
  },
  {
    pattern: /(?:同時)?接続数が(?:多すぎ|上限)|試行回数が(?:多すぎ|上限)/,
    means: ['throttled'],
    source: rfc(5530, '3'),
  },

  {
    pattern:
      /\b(?:does not|doesn't|did not|didn't) (?:support|offer|advertise) (?:STARTTLS|TLS)\b|\bSTARTTLS (?:is |was )?(?:not (?:supported|available|offered)|unavailable)\b/i,
    means: ['settings-differ', 'tls-not-spoken'],
    source: rfc(3207, '4'),
  },
  {
    pattern:
      /\b(?:must|need to|have to) (?:issue|use) (?:a )?(?:STARTTLS|TLS|SSL)\b|\b(?:STARTTLS|TLS|SSL|encryption|(?:secure|encrypted) connection) (?:is )?required\b|暗号化(?:された)?(?:接続|通信)が必要/i,
    means: ['tls-needed'],
    source: rfc(3207, '4'),
  },
  {
    pattern: /証明書の(?:有効)?期限が切れ|期限切れの証明書|\bcertificate_expired\b/i,
    means: ['certificate-expired', 'clock-wrong'],
    source: rfc(8446, '6.2'),
  },
  {
    pattern: /証明書の(?:名前|ホスト名|ドメイン)が(?:一致|違)|証明書が(?:サーバー?名|ホスト名)と一致/,
    means: ['certificate-wrong-name'],
    source: rfc(9525, '6'),
  },
  {
    pattern: /証明書(?:が|は)(?:信頼|無効|不正)|証明書を(?:検証|確認|信頼)できません|信頼できない証明書|証明書エラー/,
    means: ['certificate-untrusted', 'certificate-wrong-name', 'certificate-expired', 'clock-wrong'],
    source: rfc(8446, '6.2'),
  },
  {
    pattern:
      /\bhandshake (?:failed|failure|error)\b|(?:TLS|SSL) ?(?:ハンドシェイク|ネゴシエーション|接続) ?(?:に失敗|エラー)/i,
    means: ['tls-not-spoken', 'tls-too-old', 'certificate-untrusted', 'settings-differ'],
    source: rfc(8446, '6.2'),
  },
  {
    pattern:
      /\b(?:SASL|auth(?:entication)?) (?:mechanism|method|type)s? (?:is |are )?(?:not supported|unsupported|unavailable|not available|disabled)\b|\bunsupported (?:SASL|auth(?:entication)?) (?:mechanism|method|type)\b|認証(?:方式|方法)(?:が|は)(?:サポート|対応|利用でき)/i,
    means: ['basic-auth-retired', 'settings-differ', 'program-cannot-oauth', 'tls-needed'],
    source: rfc(4954, '4'),
  },

  {
    // That a sign-in with OAuth failed tells less: consent may be missing, or the person have declined.
    pattern: /\bOAuth ?(?:2(?:\.0)?)? (?:authentication |token )(?:error|failed|failure)\b/i,
    means: ['token-refused'],
    source: rfc(7628, '3.2.3'),
  },
  {
    pattern:
      /\b(?:failed to|unable to|could not|couldn't|cannot|can't) (?:refresh|renew) (?:the |an |your )?(?:(?:access|OAuth ?2?|refresh) )?token\b|\btoken (?:refresh|renewal) (?:failed|error|failure)\b|トークンを(?:更新|再取得)できません/i,
    means: ['sign-in-again', 'token-refused'],
    source: rfc(6749, '5.2'),
  },
  {
    pattern:
      /\b(?:log-?in |sign-?in )?session (?:has |is )?expired\b|\bre-?authentication (?:is )?(?:required|needed)\b|\bplease (?:sign|log) in again\b|セッションの?(?:有効)?(?:期限)?が切れ|(?:サインイン|ログイン)し直して|もう一度(?:サインイン|ログイン)して/i,
    means: ['sign-in-again', 'token-expired'],
    source: rfc(6749, '5.2'),
  },
  {
    pattern: /\bconsent (?:is )?required\b|同意が必要/i,
    means: ['consent-missing'],
    source: page('https://openid.net/specs/openid-connect-core-1_0.html#AuthError'),
  },

  {
    pattern:
      /\bnot (?:allowed|permitted|authori[sz]ed) to send (?:(?:e-?mail|mail|messages) )?(?:as|from|on behalf)\b/i,
    means: ['sender-not-allowed'],
    protocol: 'smtp',
    source: postfix,
  },
  {
    pattern: /メールボックスの?(?:容量)?が(?:いっぱい|一杯|満杯|上限|超過)/,
    means: ['mailbox-full'],
    source: rfc(3463, '3.3'),
  },
  {
    pattern: /\b(?:storage |mailbox )?quota exceeded\b/i,
    means: ['mailbox-full', 'quota-exceeded'],
    source: rfc(9208, '4.1'),
  },
  {
    pattern:
      /\brecipient(?: address)? (?:does not|doesn't) exist\b|\bno such recipient\b|宛先(?:アドレス)?(?:が|は)(?:存在しません|見つかりません)/i,
    means: ['recipient-refused'],
    protocol: 'smtp',
    source: rfc(5321, '4.2.3'),
  },
  {
    pattern:
      /\bDNS (?:lookup |resolution |query )?(?:failed|failure|error)\b|\b(?:mail ?)?(?:server|host)(?: ?name)? (?:was |could )?not (?:be )?(?:found|resolved)\b|(?:サーバー?|ホスト)名を解決できません|名前解決(?:に失敗|できません)/i,
    means: ['host-not-found'],
    source: rfc(5321, '5.1'),
  },
]

export const terms: Table = { kind: 'program', rows }
