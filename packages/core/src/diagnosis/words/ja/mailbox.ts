import type { NextStep } from '../../finding.ts'
import { pages, webMail } from '../parts.ts'
import type { MailboxWords } from '../words.ts'
import { withSmtpOff } from './sending.ts'
import { askAdministrator, checkAgain, door, forKind, mailServer, proof, signInAgain, tryLater } from './phrases.ts'

const ownName: NextStep = {
  text: 'ユーザー名が別のメールボックスのものか、パスワードが古いのかもしれません。アカウントそのもののアドレス (別名や共有メールボックスではないもの) を使い、パスワードを入力し直してください。',
}

export const mailbox: MailboxWords = {
  'protocol-off': (about) =>
    about.protocol === 'smtp'
      ? {
          title: 'このメールボックスでは SMTP での送信がオフになっています',
          explanation: `同じ${proof(about)}がほかのプロトコルでは通り、SMTP では断られました。${proof(about)}は正しく、このメールボックス${about.account === 'personal' ? '' : 'か組織全体'}で、SMTP のサインイン (SMTP AUTH) がオフになっていると考えられます。その場合も Microsoft は、${proof(about)}が違うときと同じ返答をすることがあります。新しい個人用メールボックスは最初から無効で、持ち主が切り替える方法はありません。組織のアカウントでは管理者が決めます。`,
          nextSteps: withSmtpOff(about),
        }
      : {
          title: `このメールボックスでは、${door(about)}がオフになっています`,
          explanation: `同じ${proof(about)}がほかのプロトコルでは通り、${door(about)}では断られました。${proof(about)}は正しく、このメールボックスでは、${door(about)}がオフになっていると考えられます。その場合も Microsoft は、${proof(about)}が違うときと同じ返答をします。Outlook.com では、POP と IMAP は持ち主がオンにするまで使えません。`,
          nextSteps: [
            ...forKind(
              about,
              [
                {
                  text: 'ブラウザー版の Outlook で「設定」→「メール」→「転送と IMAP」を開き、デバイスとアプリで POP や IMAP を使えるようにして保存します。',
                  url: pages.webMail,
                },
              ],
              [askAdministrator(`メールボックスで、${door(about)}を有効にする`)],
            ),
            { text: 'または、メールソフトを、使えたほうのプロトコルに切り替えてください。' },
            checkAgain(about),
          ],
        },
  'mailbox-not-connected': (about) => ({
    title: 'サインインはできましたが、メールボックスが開きません',
    explanation: `${mailServer(about)}はサインインを受け付けましたが、その先のメールボックスを開けませんでした。原因はいくつも知られていますが、Microsoft の返答はどれも同じです。可能性の高いものから順に試し、直ったところで終わりにしてください。`,
    nextSteps: [
      ...forKind(
        about,
        [
          {
            text: 'IMAP と POP がオフになっているのかもしれません (持ち主が変えるまではオフです)。ブラウザー版の Outlook で「設定」→「メール」→「転送と IMAP」を開き、デバイスとアプリで POP や IMAP を使えるようにしてください。',
            url: pages.webMail,
          },
        ],
        [
          {
            text: `メールボックスで、${door(about)}がオフになっているのかもしれません。オンにするよう、組織の管理者に依頼してください。`,
          },
        ],
      ),
      ...(about.credential === 'token' ? [] : [ownName]),
      ...(about.credential === undefined || about.credential === 'token'
        ? [
            {
              ...signInAgain(about),
              text: 'トークンが別のアカウントのものか、このプロトコル用ではないのかもしれません。開きたいメールボックスのアカウントで、もう一度 Microsoft にサインインしてください。',
            },
          ]
        : []),
      {
        text: '同時接続が多すぎるのかもしれません。このメールボックスを使っているほかのメールソフトを終了し、数分待ってからやり直してください。',
      },
      {
        text: '作られて間もないメールボックスは、数日間、開けたり開けなかったりすることがあります。翌日にもう一度試してください。',
      },
      {
        text: 'IPv6 の経路だけがつながらないのかもしれません。スマートフォンのテザリングなど、別の回線で試してください。',
      },
      {
        text: 'Microsoft 側の障害かもしれません。ブラウザーでメールボックスが開けるか確かめ、数時間待ってください。',
        ...webMail(about.account),
      },
      checkAgain(about),
    ],
  }),
  throttled: () => ({
    title: 'Microsoft が一時的に利用を制限しています',
    explanation:
      '短い時間に接続、送信、サインインのいずれかが多すぎたため、サーバーが一時的に断っています。パスワードや設定が原因ではありません。',
    nextSteps: [
      { text: 'このメールボックスを使っているほかのメールソフトを終了し、受信の間隔を長くしてください。' },
      tryLater,
    ],
  }),
  'server-unavailable': (about) => ({
    title: 'サーバーが一時的に使えません',
    explanation: `${mailServer(about)}が、今は処理できないと答えました。原因はサーバー側にあり、パスワードや設定ではありません。`,
    nextSteps: [tryLater, checkAgain(about)],
  }),
}
