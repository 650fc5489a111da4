import type { NextStep } from '../../finding.ts'
import { pages } from '../parts.ts'
import type { Circumstances, SendingWords } from '../words.ts'
import { askAdministrator, forKind, signInAgain } from './phrases.ts'

/** SMTP のサインインがオフのときに、誰がオンにできるのか、ほかにどう送れるのか。 */
export const withSmtpOff = (about: Circumstances): NextStep[] => [
  ...forKind(
    about,
    [
      {
        text: '送信は、ブラウザーか、SMTP を使わないソフト (現在の Outlook など) から行ってください。',
        url: pages.webMail,
      },
    ],
    [askAdministrator('メールボックスの「認証済み SMTP」を有効にする')],
  ),
  {
    ...signInAgain(about),
    text: 'sparekey でも送信できます。一度 Microsoft にサインインしておけば、SMTP がオフのとき sparekey send は SMTP の代わりに Microsoft Graph で送ります。',
  },
  { text: 'この設定については、Microsoft の説明があります。', url: pages.smtpAuthOff },
]

export const sending: SendingWords = {
  'smtp-auth-off-mailbox': (about) => ({
    title: 'このメールボックスでは SMTP での送信がオフになっています',
    explanation:
      'サーバーは、このメールボックスでは SMTP のサインイン (SMTP AUTH) が無効だと答えています。これは Microsoft 側の設定で、パスワードの間違いではありません。新しい個人用メールボックスは最初から無効で、持ち主が切り替える方法はありません。組織のアカウントでは管理者が決めます。',
    nextSteps: withSmtpOff(about),
  }),
  'smtp-auth-off-tenant': () => ({
    title: '組織全体で SMTP での送信がオフになっています',
    explanation:
      'サーバーは、組織 (テナント) 全体で SMTP のサインイン (SMTP AUTH) が無効だと答えています。パスワードは関係ありません。',
    nextSteps: [
      askAdministrator('組織全体か、自分のメールボックスだけ SMTP AUTH を許可する'),
      { text: 'この設定については、Microsoft の説明があります。', url: pages.smtpAuthOff },
    ],
  }),
  'sender-not-allowed': (about) => ({
    title: '差出人のアドレスが、このアカウントのものではありません',
    explanation: `サインインはできましたが、メールの差出人が、${about.address === undefined ? 'サインインした' : `${about.address} の`}アカウントのアドレスでも別名 (エイリアス) でもないため、Microsoft が送信を断りました (SendAsDenied)。`,
    nextSteps: [
      { text: '差出人を、サインインしたアドレスにしてください。' },
      {
        text: '別のアドレスで送りたい場合は、先にアカウントの別名として追加するか、「メールボックス所有者として送信する」権限を付けてもらってください。',
      },
    ],
  }),
}
