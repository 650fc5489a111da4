import type { AcceptanceReason, RefusalReason } from '../../../sign-in/decision.ts'
import type { SignIn } from '../../../sign-in/journal.ts'
import type { ActivityWords } from '../words.ts'

const accepted: Record<AcceptanceReason, string> = {
  password: 'パスワードが正しく、2 段階認証はオフです。',
  'app-password': 'このアカウントのアプリ パスワードです。',
  token: 'このメールボックスとプロトコルに有効なトークンです。',
  'protocol-off':
    'サインインは正しいものの、このメールボックスでは IMAP がオフです。以降のコマンドはすべて拒否されます。',
  'token-wrong-account':
    '別のアカウントの有効なトークンです。IMAP はサインインを受け付けますが、以降のコマンドはすべて拒否されます。',
}

const refused: Record<RefusalReason, string> = {
  'unknown-account': 'このアドレスやエイリアスを持つアカウントはありません。',
  'wrong-password': 'パスワードでもアプリ パスワードでもありません。',
  'app-password-needed':
    'パスワードは正しいものの、2 段階認証がオンです。メールソフトにはアプリ パスワードが必要です。',
  'app-password-removed': 'かつてのアプリ パスワードですが、すでに削除されています。',
  'app-password-while-two-step-off': 'このアプリ パスワードは、2 段階認証をオフにしたときに無効になりました。',
  'account-blocked': 'アカウントがブロックされています。所有者が Web でサインインするまで解除されません。',
  'protocol-off': 'サインインは正しいものの、このメールボックスではこのプロトコルがオフです。',
  'basic-auth-refused':
    'この種類のアカウントでは、パスワードによるサインインは廃止されました。アプリ パスワードも使えませんが、サーバーの案内には残っています。',
  'basic-auth-disabled': 'サーバーはパスワードをいっさい受け付けません。アカウントを調べる前にそう伝えます。',
  'client-submission-retired': '職場のアカウントでは、パスワードによる SMTP 送信は廃止されました。',
  'smtp-auth-off-mailbox': 'このメールボックスでは SMTP 認証がオフです。',
  'smtp-auth-off-tenant': '管理者が組織全体の SMTP 認証をオフにしています。',
  'security-defaults': '組織の「セキュリティの既定値群」により、パスワードだけのサインインは拒否されます。',
  'conditional-access': '組織の条件付きアクセス ポリシーにより、この種類のサインインは拒否されます。',
  'token-refused': '発行されたことのないトークンか、取り消されたトークンです。',
  'token-expired': 'トークンの有効期限が切れています。メールソフトは更新トークンで新しいものを取得する必要があります。',
  'token-wrong-audience': 'メールではなく、Graph など別のサービスのために発行されたトークンです。',
  'token-missing-scope': 'メールのためのトークンですが、このプロトコルの許可が含まれていません。',
  'token-wrong-account': '別のアカウントの有効なトークンです。',
  'token-alias': 'トークンは正しいものの、エイリアスではなくメインのアドレスで使う必要があります。',
}

function because({ outcome, reason }: SignIn): string {
  // A reason is one of its outcome's own.
  return outcome === 'accepted' ? accepted[reason as AcceptanceReason] : refused[reason as RefusalReason]
}

export const activity: ActivityWords = {
  activity: {
    title: '最近のサインイン',
    none: 'このアカウントにサインインしようとしたメールソフトは、まだありません。',
    explanation: (most) =>
      `メールソフトによる最近のサインイン（最大 ${most} 件、新しい順）です。Microsoft のサーバーの応答と、サーバーが教えてくれない本当の理由を並べています。`,
    outcomes: { accepted: '成功', refused: '拒否' },
    reply: 'Microsoft の応答',
    reason: 'モックによる理由',
    because,
  },
}
