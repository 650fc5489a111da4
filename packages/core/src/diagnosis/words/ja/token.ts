import type { NextStep } from '../../finding.ts'
import { identity, outlookIn, pages } from '../parts.ts'
import type { Circumstances, TokenWords } from '../words.ts'
import { administrator, byKind, forKind, ifCertain, mailServer, rightSettings, signInAgain } from './phrases.ts'

const withSparekey = (about: Circumstances): NextStep => ({
  ...signInAgain(about),
  text: 'sparekey の場合は、もう一度 Microsoft にサインインしてください。',
})

export const token: TokenWords = {
  'token-refused': (about) =>
    about.step === 'capabilities'
      ? {
          title: 'サーバーがトークンに対応していません',
          explanation: `${mailServer(about)}が示したサインイン方法に、トークン（OAuth 2.0）がありません。そのため、トークンは送っていません。Microsoft のサーバーなら対応しています。別のサーバーにつながっているか、途中の機器がサーバーの返答を書き換えています。`,
          nextSteps: [
            rightSettings(about),
            {
              text: 'Microsoft 以外のメールボックスの場合は、提供元のパスワードかアプリ パスワードを使ってください。',
            },
          ],
        }
      : {
          title: 'トークンが拒否されました',
          explanation:
            'サインインに使ったトークン（OAuth 2.0）が拒否されました。別の用途のトークンか、別のアカウントのものか、取り消されたものです。パスワードを変えたり「すべての場所からサインアウト」したりすると、そのアカウントのトークンはすべて取り消されます。メールソフトがパスワードをトークンとして送った場合も、同じ返答になります。',
          nextSteps: [
            {
              text: 'メールソフトで、開きたいメールボックスのアカウントを使い、もう一度 Microsoft にサインインしてください。',
            },
            withSparekey(about),
            ...forKind(
              about,
              [],
              [administrator('サインイン ログで理由を調べる', undefined, '', 'サインインし直しても拒否される場合は、')],
            ),
          ],
        },
  'token-expired': (about) => ({
    title: ifCertain(about, 'トークンの有効期限が切れています', 'トークンの有効期限が切れている可能性が高いです'),
    explanation:
      'アクセス トークン（OAuth 2.0）が使えるのは 1 時間ほどです。新しいトークンも、90 日間使わないでいるか、組織が決めた期限を過ぎると、取得できなくなります。今回のものは期限が過ぎていました。パスワードの変更や「すべての場所からサインアウト」で取り消された場合も、Microsoft は同じ返答をすることがあります。',
    nextSteps: [
      {
        text: 'メールソフトを起動し直すか、メールソフトからもう一度 Microsoft にサインインして、新しいトークンを取得させてください。',
      },
      withSparekey(about),
    ],
  }),
  'token-wrong-account': (about) => ({
    title: ifCertain(about, '別のアカウントのトークンです', '別のアカウントのトークンである可能性が高いです'),
    explanation:
      'トークン（OAuth 2.0）が、指定したユーザー名とは別のアカウントに発行されたものです。別名（エイリアス）も、別の名前として扱われます。',
    nextSteps: [
      {
        ...signInAgain(about),
        text: 'もう一度 Microsoft にサインインし、画面で、開きたいメールボックスのアカウントを選んでください。',
      },
      { text: 'アドレスが別名の場合は、アカウントそのもののアドレスをユーザー名にしてください。' },
    ],
  }),
  'token-wrong-audience': (about) => ({
    title: '別のサービス用のトークンです',
    explanation:
      'トークン（OAuth 2.0）は、1 つのサービスでしか使えません。今回のものは Microsoft Graph など別のサービス用に発行されたため、メールサーバーに拒否されました。プログラムがアクセス許可を求めるときに、Outlook のものだと指定していません。',
    nextSteps: [
      {
        text: `アクセス許可を自分で入力している場合は、サービスの URL を付けて書いてください: ${outlookIn(about)}/IMAP.AccessAsUser.All、${outlookIn(about)}/POP.AccessAsUser.All、${outlookIn(about)}/SMTP.Send。発行済みのトークンは変わらないので、そのあとサインインし直します。`,
      },
      { text: 'そうでない場合は、プログラムを更新するか、作者に知らせてください。' },
      withSparekey(about),
    ],
  }),
  'token-app-only': (about) => ({
    title: 'ユーザーのものではない、アプリケーションのトークンです',
    explanation: `プログラムが、ユーザーとしてではなく、プログラム自身としてサインインしています（クライアント資格情報）。${byKind(about, '個人用アカウントのメールボックスは、この方法では開けません。', '職場や学校のメールボックスをこのトークンで開くには、管理者が 3 つの設定を行う必要があります。アクセス許可への同意、Exchange へのサービス プリンシパルの登録、そのメールボックスの権限です。')}`,
    nextSteps: forKind(
      about,
      [{ ...signInAgain(about), text: 'メールボックスの持ち主としてサインインしてください。' }],
      [
        administrator(
          'アプリケーションに「Office 365 Exchange Online」の IMAP.AccessAsApp、POP.AccessAsApp、SMTP.SendAsApp のうち必要なものを付け、管理者の同意を与える',
          pages.entraAdminCenter,
        ),
        administrator(
          'サービス プリンシパルを登録し、メールボックスの権限を付ける',
          undefined,
          `Exchange Online PowerShell で「New-ServicePrincipal -AppId APP -ObjectId OBJECT」、続けて「Add-MailboxPermission -Identity ${identity(about)} -User OBJECT -AccessRights FullAccess」を実行します。OBJECT には「アプリの登録」ではなく「エンタープライズ アプリケーション」に表示されるオブジェクト ID を使います。`,
        ),
        { text: 'そのあと、プログラムに新しいトークンを取得させてください。' },
      ],
    ),
  }),
  'token-too-long': (about) => ({
    title: 'トークンがこのプロトコルには長すぎます',
    explanation:
      'POP3 では、サーバーが読み取れるトークンは 4,096 文字までですが、今回のものはそれより長くなっています。トークンそのものは有効です。多くのグループに入っているアカウントでは、トークンが長くなります。',
    nextSteps: [
      { text: 'メールソフトの受信方式を、POP3 から IMAP に変えてください。IMAP なら、もっと長いトークンも使えます。' },
      ...forKind(
        about,
        [],
        [administrator('アプリケーションの「トークン構成」でグループや省略可能な要求を減らし、トークンを短くする')],
      ),
    ],
  }),
}
