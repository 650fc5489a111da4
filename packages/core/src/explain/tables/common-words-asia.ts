import { near } from './near.ts'
import { page, type Row, type Table } from './row.ts'

const android = page('https://github.com/thunderbird/thunderbird-android/tree/main/core/ui')
const thunderbird = page('https://www.choge-blog.com/programming/thunderbirdservercantlogin')
const refusedConnection = page('https://services.awaisora.com/2025/08/29/5b2a2915-9840-4954-af84-25b20dde93f7')
const translated = page('https://github.com/thunderbird/thunderbird-l10n')
const chinese = page('https://aliyunyh.com/447676.html')

const failedJapanese = '失敗|できません|できない|できなかった|拒否|エラー|切断|確立され'
const failedChinese = '失败|失敗|无法|無法|错误|錯誤|异常|異常|出错|不能'
const failedKorean = '실패|오류|할 수 없|못했|거부'

/** The words that many programs share, in Japanese, Chinese and Korean. */
const rows: readonly Row[] = [
  {
    pattern: near(
      '認証|ログイン|ログオン|サインイン|パスワード|ユーザー?名|資格情報|アカウント(?:名|情報)',
      '失敗|できません|できない|できなかった|拒否|エラー|無効|間違|誤|正しくあり|正しくない|一致しません|認められ|違い',
      24,
    ),
    means: ['plain-refusal', 'basic-auth-retired'],
    source: android,
  },
  {
    pattern: near('アカウント', 'ロック|停止され|制限され|ブロック', 16),
    means: ['account-blocked', 'ambiguous'],
    source: thunderbird,
  },
  {
    pattern: near('証明書', '期限', 16),
    means: ['certificate-expired', 'certificate-untrusted'],
    source: thunderbird,
  },
  {
    pattern: near('証明書', '信頼|無効|一致|エラー|検証|不正|正しく', 20),
    means: ['certificate-untrusted', 'certificate-wrong-name', 'certificate-expired'],
    source: thunderbird,
  },
  {
    pattern: /タイムアウト|時間切れ/,
    means: ['connection-timeout', 'ambiguous'],
    source: thunderbird,
  },
  {
    pattern: near('接続', '拒否', 8),
    means: ['connection-refused', 'settings-differ'],
    source: refusedConnection,
  },
  {
    pattern: near('接続', '切断|切れ|中断', 12),
    means: ['connection-dropped', 'ambiguous'],
    source: thunderbird,
  },
  {
    pattern: near('接続', failedJapanese, 16),
    means: ['ambiguous', 'connection-refused', 'connection-timeout', 'settings-differ', 'plain-refusal'],
    source: thunderbird,
  },
  {
    pattern: near('メール|受信|送信|サーバー?|メッセージ', `${failedJapanese}|問題`, 30),
    means: ['ambiguous', 'plain-refusal', 'connection-refused'],
    source: thunderbird,
  },
  {
    pattern: near(
      '身份验证|身份驗證|身份认证|验证|驗證|认证|認證|登录|登陆|登錄|登入|密码|密碼|用户名|帐户|账户|账号|帳號|帳戶|授权码|授權碼|凭据|憑證',
      '失败|失敗|错误|錯誤|出错|无效|無效|不正确|不正確|拒绝|拒絕|异常|異常|无法|無法|不匹配|有误|有誤|不能',
      16,
    ),
    means: ['plain-refusal', 'basic-auth-retired'],
    source: chinese,
  },
  {
    pattern: /超时|超時|逾时|逾時/,
    means: ['connection-timeout', 'ambiguous'],
    source: translated,
  },
  {
    pattern: near('连接|連接|连线|連線', `${failedChinese}|拒绝|拒絕|断开|中断`, 16),
    means: ['ambiguous', 'connection-refused', 'connection-timeout', 'settings-differ', 'plain-refusal'],
    source: translated,
  },
  {
    pattern: near('邮件|邮箱|郵件|信箱|服务器|伺服器', failedChinese, 20),
    means: ['ambiguous', 'plain-refusal', 'connection-refused'],
    source: translated,
  },
  {
    pattern: near('인증|로그인|비밀번호|암호|사용자 이름|계정', `${failedKorean}|잘못|올바르지`, 16),
    means: ['plain-refusal', 'basic-auth-retired'],
    source: translated,
  },
  {
    pattern: near('연결|메일|서버', failedKorean, 20),
    means: ['ambiguous', 'connection-refused', 'connection-timeout', 'plain-refusal'],
    source: translated,
  },
  {
    pattern: near('アカウント', '無効|利用できません|使用できません', 12),
    means: ['ambiguous', 'plain-refusal', 'account-blocked'],
    source: page('https://gadgetken.com/?p=23730'),
  },
  {
    pattern: near('账户|帐户|账号|帐号|帳戶|帳號', '锁定|鎖定|冻结|凍結|封禁', 8),
    means: ['account-blocked', 'ambiguous'],
    source: chinese,
  },
]

export const commonWordsAsia: Table = { kind: 'program', rows }
