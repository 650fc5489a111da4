import { page, type Row, type Table } from './row.ts'

const microsoft = page(
  'https://support.microsoft.com/en-us/office/ios-ipados-users-may-experience-issues-accessing-their-outlook-and-hotmail-accounts-from-the-ios-ipados-default-mail-app-3584197b-8ffb-46ce-b5c6-f4cc71ff29a7',
)
const french = page('https://fr.ittrip.xyz')
const incorrect = page('https://eatsip365.com/how-to-fix-an-iphone-email-password-issue')
const japanese = page('https://lifestyle.assist-all.co.jp/?p=75773')
const japanesePassword = page('https://everydaynewdiscovery.com/2380.html')
const noPasswords = page('https://es.ittrip.xyz/ms-office/outlook/imap-outlook-ios-error')
const authentication = page(
  'https://howtogeek.blog/ja/iphone%e3%81%a7%e3%83%a1%e3%83%bc%e3%83%ab%e8%aa%8d%e8%a8%bc%e3%82%a8%e3%83%a9%e3%83%bc%e3%82%92%e8%a7%a3%e6%b1%ba%e3%81%99%e3%82%8b%e6%96%b9%e6%b3%95',
)

/** Apple Mail and the Mail of iPhone and iPad. */
const rows: readonly Row[] = [
  {
    pattern:
      /(?:does not|doesn't) support password authentication|no es compatible con la autenticación (?:mediante |por )?contraseña|パスワード認証(?:に対応していません|をサポートしていません)|ne prend pas en charge l'authentification par mot de passe|unterstützt (?:keine|die) (?:Authentifizierung (?:per|mit) (?:Passwort|Kennwort)|Passwort-?Authentifizierung)|non supporta l'autenticazione (?:tramite|con) password|不支持密码(?:认证|验证)/i,
    means: ['basic-auth-retired'],
    source: noPasswords,
  },
  {
    pattern: /user ?name or password for .{1,120}is incorrect|The password is incorrect\.? Enter the password/i,
    means: ['plain-refusal', 'basic-auth-retired'],
    source: incorrect,
  },
  {
    pattern:
      /パスワードが正しくありません|ユーザ名またはパスワードが(?:正しくありません|間違っています)|(?:IMAP|POP) ?アカウント.{0,40}のパスワードを入力/,
    means: ['plain-refusal', 'basic-auth-retired'],
    source: japanesePassword,
  },
  {
    pattern: /(?:Unable|can't|cannot|can not|could not) (?:to )?verify (?:the )?account name or password/i,
    means: ['plain-refusal', 'basic-auth-retired'],
    source: french,
  },
  {
    pattern:
      /アカウント名またはパスワードを(?:確認|検証)できません|Impossible de vérifier le nom du compte ou le mot de passe/i,
    means: ['plain-refusal', 'basic-auth-retired'],
    source: french,
  },
  {
    pattern:
      /Der Accountname oder das Passwort .{0,40}nicht überprüft|No se (?:ha podido|puede) verificar el nombre de (?:la )?cuenta o la contraseña|Impossibile verificare il nome account o la password|无法验证(?:帐户|账户)名(?:或|和)密码/i,
    means: ['plain-refusal', 'basic-auth-retired'],
    source: french,
  },
  {
    pattern: /Account not authenticated|アカウントが認証されていません/i,
    means: ['sign-in-again', 'token-expired'],
    program: 'ios-mail',
    source: microsoft,
  },
  {
    pattern: /enter the password for the (?:Outlook|Hotmail) account/i,
    means: ['sign-in-again', 'plain-refusal'],
    program: 'ios-mail',
    source: microsoft,
  },
  {
    pattern:
      /Cannot Get Mail\W{0,5}The connection to the server failed|メールを取得できません.{0,20}サーバー?への接続に失敗しました/i,
    means: ['ambiguous', 'sign-in-again', 'connection-refused', 'plain-refusal'],
    source: microsoft,
  },
  {
    pattern:
      /Cannot Get Mail|Cannot Send Mail|メールを(?:取得|送信|受信)できません|Impossible (?:de relever|d'obtenir|d'envoyer) (?:le |les |un )?(?:courrier|e-mails?|message)/i,
    means: ['ambiguous', 'plain-refusal', 'connection-refused'],
    source: japanese,
  },
  {
    pattern:
      /(?:IMAP |POP |SMTP |mail )?server .{1,120}is not responding|サーバー? ?.{0,120}[がは](?:応答していません|応答しません)|Le serveur .{1,120}ne répond pas|Der .{0,20}Server .{1,120}(?:antwortet|reagiert) nicht/i,
    means: ['ambiguous', 'connection-timeout', 'basic-auth-retired', 'settings-differ'],
    source: french,
  },
  {
    pattern:
      /Cannot connect using SSL|SSL を使用して接続できません|Impossible de se connecter (?:en utilisant|via) SSL/i,
    means: ['tls-not-spoken', 'settings-differ', 'connection-timeout'],
    source: japanese,
  },
  {
    pattern:
      /Cannot Verify Server Identity|サーバー?の識別情報を(?:検証|確認)できません|Impossible de vérifier l'identité du serveur/i,
    means: ['certificate-untrusted', 'certificate-wrong-name', 'certificate-expired'],
    source: japanese,
  },
  {
    pattern: /認証に失敗しました/,
    means: ['plain-refusal', 'basic-auth-retired'],
    source: authentication,
  },
]

export const apple: Table = { kind: 'program', rows }
