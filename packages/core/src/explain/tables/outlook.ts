import { page, type Row, type Table } from './row.ts'

const numbers = page('https://mastermind.helpscoutdocs.com/article/234-smtp-error-code-tables')
const rejected = page('https://github.com/jeffpar/kbarchive/blob/master/kb/256/Q256221/README.md')
const setUp = page('https://pastelpromo.com/en/private-email-outlook-2019')
const japanese = page('http://hehao1.seesaa.net/article/44852088.html?seesaa_related=category')
const japaneseTest = page('https://it.sorayori.com/gmailsetting')
const japanesePassword = page('https://ittrip.xyz/soft/outlook/outlook2019-password-issue')
const rejectedAddress = page('http://121ware.com/qasearch/1007/app/servlet/qadoc?QID=009306')
const smtp = page('https://irohastack.com/?p=4177')
const retired = page('https://pcclick.seesaa.net/category/25143757-1.html')
const cannotConnect = page(
  'https://learn.microsoft.com/ja-jp/exchange/troubleshoot/administration/cannot-connect-mailbox-pop-imap-outlook',
)

/** What Outlook, Outlook Express, Windows Live Mail and Windows Mail show, in English and Japanese. */
const rows: readonly Row[] = [
  {
    pattern:
      /(?:mail server|server) rejected your login|(?:user ?name or )?password was rejected|problem logging onto your mail server|Verify your user name and password in your account properties/i,
    means: ['plain-refusal'],
    source: rejected,
  },
  {
    pattern:
      /サーバー?(?:が|は|によって)(?:ログイン|ログオン)(?:を|が)拒否|ログオンが拒否されました|パスワードが拒否されました|サーバー?に(?:ログオン|ログイン)できません(?!。 ?ユーザー名やパスワード)/,
    means: ['plain-refusal'],
    source: japanesePassword,
  },
  {
    pattern: /ログ(?:オン|イン)に失敗しました|ログ(?:オン|イン)(?:が失敗|失敗)/,
    means: ['plain-refusal', 'ambiguous'],
    source: japanesePassword,
  },
  { pattern: /Access to the account was denied/i, means: ['plain-refusal'], source: numbers },
  {
    pattern:
      /None of the authentication methods supported by this client are supported by your server|このクライアントでサポートされている認証方法は、?.{0,20}サーバー?でサポートされていません/i,
    means: ['settings-differ', 'basic-auth-retired'],
    source: page(
      'https://learn.microsoft.com/en-us/troubleshoot/outlook/profiles-and-accounts/0x800ccc80-error-when-sending-mail-from-outlook',
    ),
  },
  {
    pattern:
      /server does not support the connection encryption type|指定した種類の接続(?:の)?暗号化をサポートしていません|指定した(?:暗号化|接続).{0,20}種類.{0,20}サポートしていません/i,
    means: ['tls-not-spoken', 'settings-differ'],
    source: japaneseTest,
  },
  {
    pattern: /outgoing SMTP server does not support secure connections/i,
    means: ['tls-not-spoken', 'settings-differ'],
    protocol: 'smtp',
    source: numbers,
  },
  {
    pattern:
      /(?:unable to|cannot|can't) connect to your (?:incoming|outgoing) ?\((?:POP3?|IMAP|SMTP)\)|connection to the server (?:failed|could not be established)/i,
    means: ['connection-refused', 'connection-timeout', 'host-not-found', 'settings-differ'],
    source: smtp,
  },
  {
    pattern:
      /(?:受信|送信) ?\(?(?:POP3?|IMAP|SMTP)?\)? ?(?:電子)?メール ?サーバー? ?(?:\((?:POP3?|IMAP|SMTP)\) ?)?(?:に|へ)接続できません|サーバー? ?[\w.:"「」-]{0,80} ?(?:に|へ)接続できません(?:でした)?/,
    means: ['connection-refused', 'connection-timeout', 'host-not-found', 'settings-differ'],
    source: japanese,
  },
  {
    pattern:
      /Cannot find the e?-?mail server|The host .{1,120}could not be found|(?:メール)?サーバー? ?[\w.-]{0,80} ?が見つかりません/i,
    means: ['host-not-found'],
    source: numbers,
  },
  {
    pattern:
      /operation timed out waiting for a response|サーバー?からの応答(?:を待機中に|がなく|が).{0,20}(?:タイムアウト|時間切れ)/i,
    means: ['connection-timeout'],
    source: numbers,
  },
  {
    pattern:
      /connection to the server was (?:interrupted|terminated)|unexpectedly terminated the connection|サーバー?への接続が(?:中断|切断)されました|サーバー?(?:が|は).{0,10}接続を(?:中断|切断|終了)しました/i,
    means: ['connection-dropped'],
    source: japanese,
  },
  {
    pattern:
      /Couldn't connect to the (?:incoming|outgoing) \((?:POP3?|IMAP|SMTP)\) server|check the (?:incoming|outgoing) \((?:POP3?|IMAP|SMTP)\) server settings/i,
    means: ['ambiguous', 'plain-refusal', 'connection-refused', 'settings-differ'],
    source: setUp,
  },
  {
    pattern:
      /Something went wrong and Outlook couldn't (?:set up your account|save your account settings)|couldn't log on to the (?:incoming|outgoing)|Outlook でアカウントを(?:セットアップ|設定)できませんでした/i,
    means: ['ambiguous', 'plain-refusal', 'basic-auth-retired'],
    source: setUp,
  },
  {
    pattern:
      /The server is not available\.? Contact your administrator|The connection to (?:the )?Microsoft Exchange (?:server )?is unavailable|Microsoft Exchange への接続(?:が|を)利用できません/i,
    means: ['server-unavailable', 'connection-refused'],
    source: numbers,
  },
  {
    pattern:
      /サーバー?への送信操作またはサーバー?からの受信操作が失敗|sending or receiving (?:reported|operation).{0,20}(?:error|failed)|送受信エラー|Send\/Receive error/i,
    means: ['ambiguous', 'plain-refusal', 'connection-refused'],
    source: cannotConnect,
  },
  {
    pattern: /拒否された電子メール ?アドレス|送信者が拒否されました/,
    means: ['not-authenticated', 'sender-not-allowed'],
    protocol: 'smtp',
    source: rejectedAddress,
  },
  {
    pattern: /メッセージを送信できません。 ?アカウントのプロパティで電子メール ?アドレス/,
    means: ['not-authenticated', 'sender-not-allowed'],
    protocol: 'smtp',
    source: japanese,
  },
  {
    pattern:
      /Enter your user ?name and password for the following server|次のサーバー?のアカウント名とパスワードを入力/i,
    means: ['plain-refusal', 'basic-auth-retired'],
    source: retired,
  },
  {
    pattern: /インターネット電子メール.{0,10}(?:ユーザー名|アカウント名)とパスワードを入力/,
    means: ['plain-refusal', 'basic-auth-retired'],
    source: japanesePassword,
  },
]

export const outlook: Table = { kind: 'program', rows }
