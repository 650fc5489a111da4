import type { ActivityWords } from '../words.ts'

export const activity: ActivityWords = {
  activity: {
    title: '最近のサインイン',
    none: 'このアカウントにサインインしようとしたメールソフトは、まだありません。',
    explanation: (most) =>
      `メールソフトによる最近のサインイン（最大 ${most} 件、新しい順）です。Microsoft のサーバーの応答と、サーバーが教えてくれない本当の理由を並べています。`,
    outcomes: { accepted: '成功', refused: '拒否' },
    reply: 'Microsoft の応答',
    reason: '実際の理由（モックの判定）',
    because: {
      'basic-auth-disabled': 'サーバーはパスワードをいっさい受け付けません。アカウントを調べる前にそう伝えます。',
      'smtp-auth-off-mailbox': 'このメールボックスでは SMTP 認証がオフです。',
      'smtp-auth-off-tenant': '管理者が組織全体の SMTP 認証をオフにしています。',
      'client-submission-retired':
        '職場のアカウントでは、パスワードによる SMTP 送信は廃止されました。管理者が SMTP 認証をオンにしている組織だけが例外です。',
      'basic-auth-refused':
        'この種類のアカウントでは、パスワードによるサインインは廃止されました。アプリ パスワードも使えませんが、サーバーの案内には残っています。',
      'unknown-account-token':
        'トークンと一緒に送られたアドレスは、どのアカウントのアドレスでもエイリアスでもありません。',
      'unknown-account': 'このアドレスやエイリアスを持つアカウントはありません。',
      'token-never-issued': '発行されたことのないトークンです。',
      'token-revoked': '取り消されたトークンです。パスワードの変更や、すべての場所からのサインアウトで取り消されます。',
      'token-expired':
        'トークンの有効期限が切れています。メールソフトは更新トークンで新しいものを取得する必要があります。',
      'token-wrong-audience': 'メールではなく、Graph など別のサービスのために発行されたトークンです。',
      'token-missing-scope': 'メールのためのトークンですが、このプロトコルの許可が含まれていません。',
      'blocked-token': 'アカウントがブロックされています。所有者が Web でサインインするまで、トークンも使えません。',
      'account-blocked': 'アカウントがブロックされています。所有者が Web でサインインするまで解除されません。',
      'app-password-while-two-step-off': 'このアプリ パスワードは、2 段階認証をオフにしたときに無効になりました。',
      'app-password-removed': 'かつてのアプリ パスワードですが、すでに削除されています。',
      'app-password-needed':
        'パスワードは正しいものの、2 段階認証がオンです。メールソフトにはアプリ パスワードが必要です。',
      'security-defaults': '組織の「セキュリティの既定値群」により、パスワードだけのサインインは拒否されます。',
      'conditional-access': '組織の条件付きアクセス ポリシーにより、この種類のサインインは拒否されます。',
      'token-alias': 'トークンは正しいものの、エイリアスではなくメインのアドレスで使う必要があります。',
      'token-wrong-account': '別のアカウントの有効なトークンです。',
      'foreign-token': '別のアカウントの有効なトークンです。このメールボックスには接続できません。',
      'foreign-token-let-in':
        '別のアカウントの有効なトークンです。IMAP はサインインを受け付けますが、以降のコマンドはすべて拒否されます。',
      'pop-off-token': 'トークンは正しいものの、このメールボックスでは POP がオフです。',
      'pop-off': 'サインインは正しいものの、このメールボックスでは POP がオフです。',
      'imap-off': 'トークンは正しいものの、このメールボックスでは IMAP がオフです。',
      'imap-off-let-in':
        'サインインは正しいものの、このメールボックスでは IMAP がオフです。以降のコマンドはすべて拒否されます。',
      token: 'このメールボックスとプロトコルに有効なトークンです。',
      'app-password': 'このアカウントのアプリ パスワードです。',
      password: 'パスワードが正しく、2 段階認証はオフです。',
      'wrong-password': 'パスワードでもアプリ パスワードでもありません。',
    },
  },
}
