import { pageFor, pages, webMail } from '../parts.ts'
import type { OauthWords } from '../words.ts'
import { administrator, byKind, forKind, signInAgain } from './phrases.ts'

export const oauth: OauthWords = {
  'sign-in-declined': (about) => ({
    title: 'Microsoft の画面でサインインが取り消されました',
    explanation:
      'Microsoft の画面で「キャンセル」か「いいえ」が選ばれたため、プログラムにアクセスが許可されませんでした。設定は何も変わっていません。パスワードもトークンも保存していません。',
    nextSteps: [
      { text: '間違えて選んだ場合は、最初からやり直し、画面で「承諾」を選んでください。' },
      signInAgain(about),
      {
        text: '自分で取り消した覚えがない場合は、パスワードを変更してください。',
        ...pageFor(about.account, { personal: pages.security, work: pages.workSecurity }),
      },
    ],
  }),
  'sign-in-timeout': (about) => ({
    title: '時間内にサインインが終わりませんでした',
    explanation:
      'Microsoft の画面でのサインインを待っていましたが、制限時間が過ぎました。デバイス コードが使えるのは 15 分間です。設定は何も変わっていません。',
    nextSteps: [
      {
        ...signInAgain(about),
        text: '最初からやり直し、ブラウザーでサインインを最後まで済ませてください。前のコードはもう使えません。',
      },
    ],
  }),
  'sign-in-again': (about) => ({
    title: 'もう一度、ご自分でサインインする必要があります',
    explanation:
      'このままでは Microsoft から新しいトークンを取得できません。2 段階認証の確認、セキュリティ情報の登録、パスワードの変更のいずれかを求められています。プログラムが代わりに行うことはできません。',
    nextSteps: [
      {
        ...signInAgain(about),
        text: 'もう一度 Microsoft にサインインし、画面の案内に従ってください。',
      },
      {
        text: 'まだ設定していない 2 段階認証を求められた場合は、先に設定を済ませてください。',
        ...pageFor(about.account, { personal: pages.security, work: pages.workSecurity }),
      },
    ],
  }),
  'consent-missing': (about) => ({
    title: 'プログラムに必要な許可がありません',
    explanation: `この操作がまだプログラムに許可されていないため、Microsoft からトークンを取得できませんでした。${byKind(about, '個人用アカウントでは、サインインの画面でご自分で許可します。', '職場や学校のアカウントでは、ご自分で許可できるプログラムと、管理者しか許可できないプログラムがあります。後者の場合は、画面に「管理者の承認が必要」と表示されます。')}`,
    nextSteps: [
      {
        ...signInAgain(about),
        text: 'もう一度 Microsoft にサインインし、画面に表示されるアクセス許可をすべて承諾してください。',
      },
      ...forKind(
        about,
        [],
        [
          administrator(
            'このプログラムを承認する',
            pages.entraAdminCenter,
            'Microsoft Entra 管理センターの「エンタープライズ アプリ」→ プログラムの名前 →「アクセス許可」で、管理者の同意を与えられます。',
            '画面に「管理者の承認が必要」と表示された場合は、',
          ),
        ],
      ),
    ],
  }),
  'account-not-admitted': (about) => ({
    title: 'このアカウントでは、ここにサインインできません',
    explanation: `アカウントとサインイン先が合っていません。${byKind(about, '個人用アカウントで、職場や学校のアカウント専用の画面か、所属していない組織にサインインしようとしています。', '職場や学校のアカウントで、個人用アカウント専用の画面か、別の組織か、Microsoft の別のクラウド（中国の 21Vianet、米国政府機関向け）にサインインしようとしています。アドレスや組織名の入力間違いの場合もあります。')}`,
    nextSteps: [
      {
        text: 'Microsoft の画面で「別のアカウントを使用する」を選び、開きたいメールボックスのアカウントでサインインしてください。',
      },
      signInAgain(about),
      {
        text: 'プログラムの設定に「テナント」がある場合は、common か、個人用アカウントなら consumers、組織なら組織のドメインを入力してください。',
      },
    ],
  }),
  'device-code-blocked': (about) => ({
    title: 'ここでは、デバイス コードでのサインインが許可されていません',
    explanation: `サインインはできましたが、デバイス コードを使ったため、ポリシーによって拒否されました。デバイス コードは、プリンターや NAS など、ブラウザーのない機器やプログラムが使う方法です。${byKind(about, '個人用アカウントでは、Microsoft 自身が拒否することがあります。', '職場や学校のアカウントでは、「デバイス コード フローをブロックする」ポリシーが使われていることが多く、Microsoft も 2025 年から各組織に追加しています。')}`,
    nextSteps: [
      {
        text: '代わりに、同じコンピューターのブラウザーでサインインしてください。',
        command: `sparekey login ${about.address ?? 'ADDRESS'} --oauth browser`,
      },
      ...forKind(
        about,
        [
          {
            text: 'それも拒否される場合は、ブラウザーでアカウントが開けるか確かめてください。',
            ...webMail('personal'),
          },
        ],
        [
          administrator(
            'デバイス コードを禁じるポリシーの対象から外す',
            pages.entraAdminCenter,
            '「条件付きアクセス」のポリシーの「認証フロー」で設定できます。',
            '機器にブラウザーがない場合は、',
          ),
        ],
      ),
    ],
  }),
  'clock-wrong': () => ({
    title: 'このコンピューターの時計が合っていません',
    explanation:
      'Microsoft がたった今発行したものが、このコンピューターの時計では有効期間外です。トークンの有効期間は 1 時間ほどしかないため、時計が数分以上ずれていると使えません。',
    nextSteps: [
      {
        text: 'このコンピューターの日付、時刻、タイムゾーンを直してください。インターネットから自動で合わせる設定にしておくと確実です。',
      },
      { text: 'そのあと、最初からやり直してください。' },
    ],
  }),
}
