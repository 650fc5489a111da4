import type { NextStep } from '../../finding.ts'
import { pages, smtpAuthOn, webMail } from '../parts.ts'
import type { Circumstances, SmtpAuthWords } from '../words.ts'
import { administrator, byKind, checkAgain, forKind, rightSettings, signInAgain } from './phrases.ts'

const forMailbox = (about: Circumstances) =>
  administrator(
    '自分のメールボックスで「認証済み SMTP」をオンにする',
    pages.adminCenter,
    `Microsoft 365 管理センターの「ユーザー」→「アクティブなユーザー」→ 該当するユーザー →「メール」→「メール アプリ」→「認証済み SMTP」か、Exchange Online PowerShell の「${smtpAuthOn.mailbox(about)}」で変更できます。値は 3 通りあり、$true はオフ、$false はオン、$null は組織の設定に従います。`,
  )
const forOrganization: NextStep = administrator(
  '組織全体の設定も確かめる',
  undefined,
  `値が $null のメールボックスには、この設定が使われます。「Get-TransportConfig」で確かめられ、「${smtpAuthOn.organization}」でオンになります。`,
)
const bySparekey = (about: Circumstances): NextStep => ({
  ...signInAgain(about),
  text: 'sparekey でも送信できます。一度 Microsoft にサインインしておけば、SMTP がオフのとき sparekey send は Microsoft Graph で送ります。',
})
const described: NextStep = {
  text: 'SMTP AUTH の設定については、Microsoft の説明も参考にしてください。',
  url: pages.smtpAuthOff,
}

/** SMTP のサインインがオフのときに、誰がオンにできるのか、ほかにどう送れるのか。 */
export const withSmtpOff = (about: Circumstances): NextStep[] => [
  ...forKind(
    about,
    [
      {
        text: 'ブラウザーか、SMTP を使わないソフト（メールアドレスだけで設定した新しい Outlook など）から送信してください。',
        url: pages.webMail,
      },
    ],
    [forMailbox(about), forOrganization],
  ),
  bySparekey(about),
  described,
]

export const smtpOffFor = (about: Circumstances) =>
  byKind(
    about,
    '新しい個人用メールボックスでは最初からオフで、持ち主が切り替える方法はありません。',
    '職場や学校のアカウントでは、管理者が決めます。',
  )

export const smtpAuth: SmtpAuthWords = {
  'smtp-auth-off-mailbox': (about) => ({
    title: 'このメールボックスでは SMTP での送信がオフになっています',
    explanation: `サーバーは、このメールボックスでは SMTP のサインイン（SMTP AUTH）がオフだと答えています。これは Microsoft 側の設定で、パスワードの間違いではありません。パスワードを変えても、アプリ パスワードを作っても変わりません。${smtpOffFor(about)}`,
    nextSteps: withSmtpOff(about),
  }),
  'smtp-auth-off-tenant': (about) => ({
    title: '組織全体で SMTP での送信がオフになっています',
    explanation:
      'サーバーは、組織（テナント）全体で SMTP のサインイン（SMTP AUTH）がオフだと答えています。個別に設定されていないメールボックスは、すべてこれに従います。パスワードは関係ありません。',
    nextSteps: [
      ...forKind(
        about,
        [{ text: 'それまでは、ブラウザーから送信してください。', url: pages.webMail }],
        [
          administrator(
            '自分のメールボックスに対してだけ SMTP AUTH を許可する',
            pages.adminCenter,
            `Exchange Online PowerShell の「${smtpAuthOn.mailbox(about)}」で足り、組織全体で許可するより安全です。メールボックスの値は組織の設定より優先され、$null なら組織の設定に従います。`,
          ),
          administrator(
            '組織全体に対して SMTP AUTH を許可する',
            undefined,
            `コマンドは「${smtpAuthOn.organization}」です。`,
            'それができない場合は、',
          ),
        ],
      ),
      bySparekey(about),
      described,
    ],
  }),
  'smtp-auth-probably-off': (about) => ({
    title: 'このアカウントでは SMTP での送信が許可されていない可能性があります',
    explanation:
      'サーバーは理由を示さずにサインインを拒否しました。職場や学校のアカウントの場合、原因はたいていパスワードではありません。メールボックスか組織全体で SMTP のサインイン（SMTP AUTH）がオフになっているか、組織の「セキュリティの既定値群」や条件付きアクセスが、パスワードだけのサインインを禁じています。パスワードが間違っている場合も、同じ返答になります。',
    nextSteps: [
      ...forKind(
        about,
        [
          {
            text: 'パスワードを入力し直してください。それでも拒否される場合は、ブラウザーから送信してください。',
            url: pages.webMail,
          },
        ],
        [
          forMailbox(about),
          forOrganization,
          administrator(
            '「セキュリティの既定値群」（Entra ID →「概要」→「プロパティ」）とサインイン ログを確かめる',
            pages.entraAdminCenter,
            'サインイン ログには、拒否したポリシーの名前が残っています。',
          ),
        ],
      ),
      {
        text: '最後に、同じパスワードでブラウザーからサインインできるか確かめてください。',
        ...webMail(about.account),
      },
      checkAgain(about),
    ],
  }),
  'not-authenticated': (about) => ({
    title: 'メールソフトがサインインせずに送信しようとしました',
    explanation:
      'サーバーは、サインインが済むまでメールを受け付けません。メールソフトや機器が、サインインを試みませんでした。パスワードが拒否されたわけではありません。',
    nextSteps: [
      {
        text: '送信の設定で「送信サーバー（SMTP）は認証が必要」をオンにし、送信用にもユーザー名とパスワードを入力してください。',
      },
      {
        text: 'ポート 587 と STARTTLS を使ってください。暗号化しないと、サーバーはサインインの手段を示さず、多くのソフトはサインインせずに送ろうとします。',
      },
      {
        text: 'Postfix などで中継している場合は、中継先のホストとポートに対するユーザー名とパスワードが正しく登録されているか確かめてください。',
      },
      rightSettings(about),
      ...forKind(
        about,
        [],
        [
          administrator(
            'メールボックスで「認証済み SMTP」がオンか確かめる',
            undefined,
            `「${smtpAuthOn.mailbox(about)}」でオンになります。`,
            'サインインしているはずなのに続く場合は、',
          ),
        ],
      ),
    ],
  }),
}
