import type { NextStep } from '../../finding.ts'
import { identity, otherWayIn, pages, webMail } from '../parts.ts'
import type { Circumstances, MailboxWords } from '../words.ts'
import {
  administrator,
  byKind,
  checkAgain,
  door,
  forKind,
  ifCertain,
  mailServer,
  proof,
  signInAgain,
  tryLater,
} from './phrases.ts'
import { smtpOffFor, withSmtpOff } from './smtp-auth.ts'

/** 組織のメールボックスの POP や IMAP を、誰がどこでオンにできるのか。 */
const switchedOn = (about: Circumstances): NextStep => {
  const flags = { imap: ['-ImapEnabled $true'], pop3: ['-PopEnabled $true'], smtp: [] }
  const on = about.protocol ? flags[about.protocol] : [...flags.imap, ...flags.pop3]
  return administrator(
    `自分のメールボックスで${about.protocol ? ` ${door(about)}` : ' POP と IMAP '}がオンか確かめ、オフならオンにする`,
    pages.adminCenter,
    `Microsoft 365 管理センターの「ユーザー」→「アクティブなユーザー」→ 該当するユーザー →「メール」→「メール アプリ」か、Exchange Online PowerShell の「${['Set-CASMailbox -Identity', identity(about), ...on].join(' ')}」で変更できます。`,
  )
}

/** POP や IMAP を、誰がどこでオンにするのか。 */
export const switchOn = (about: Circumstances): NextStep[] =>
  forKind(
    about,
    [
      {
        text: 'ブラウザー版の Outlook で「設定」→「メール」→「転送と IMAP」を開き、デバイスとアプリで POP や IMAP を使えるようにして保存します。',
        url: pages.webMail,
      },
    ],
    [switchedOn(about)],
  )

const ownName: NextStep = {
  text: 'ユーザー名が別のメールボックスのものか、パスワードが古い可能性があります。アカウントそのもののアドレス（別名や共有メールボックスではないもの）を使い、パスワードを入力し直してください。',
}

export const mailbox: MailboxWords = {
  'protocol-off': (about) =>
    about.protocol === 'smtp'
      ? {
          title: `このメールボックスでは SMTP での送信がオフになって${ifCertain(about, 'います', 'いる可能性が高いです')}`,
          explanation: `同じ${proof(about)}で、ほかのプロトコルにはサインインできましたが、SMTP では拒否されました。${proof(about)}は正しく、このメールボックス${about.account === 'personal' ? '' : 'か組織全体'}で、SMTP のサインイン（SMTP AUTH）がオフになっていると考えられます。その場合も Microsoft は、${proof(about)}が違うときと同じ返答をすることがあります。${smtpOffFor(about)}`,
          nextSteps: withSmtpOff(about),
        }
      : {
          title: `このメールボックスでは、${door(about)}がオフになって${ifCertain(about, 'います', 'いる可能性が高いです')}`,
          explanation: `同じ${proof(about)}で、ほかのプロトコルにはサインインできましたが、${door(about)}では拒否されました。${proof(about)}は正しく、このメールボックスでは、${door(about)}がオフになっていると考えられます。その場合も Microsoft は、${proof(about)}が違うときと同じ返答をします。${byKind(about, 'Outlook.com では、POP と IMAP は持ち主がオンにするまで使えません。', '職場や学校のアカウントでは、管理者がメールボックスごとに POP と IMAP のオンとオフを決めます。')}`,
          nextSteps: [
            ...switchOn(about),
            {
              text: `または、メールソフトの受信方式を、サインインできた${otherWayIn(about) ? ` ${otherWayIn(about)} ` : 'プロトコル'}に変更してください。`,
            },
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
            text: 'IMAP と POP がオフになっている可能性があります（持ち主が変えるまではオフです）。ブラウザー版の Outlook で「設定」→「メール」→「転送と IMAP」を開き、デバイスとアプリで POP や IMAP を使えるようにしてください。',
            url: pages.webMail,
          },
        ],
        [switchedOn(about)],
      ),
      ...(about.credential === 'token' ? [] : [ownName]),
      ...(about.credential === undefined || about.credential === 'token'
        ? [
            {
              ...signInAgain(about),
              text: 'トークンが別のアカウントのものか、このプロトコル用ではない可能性があります。開きたいメールボックスのアカウントで、もう一度 Microsoft にサインインしてください。',
            },
          ]
        : []),
      {
        text: '同時接続が多すぎる可能性があります。このメールボックスを使っているほかのメールソフトを終了し、数分待ってからやり直してください。',
      },
      {
        text: '作成して間もないメールボックスは、数日間つながりにくいことがあります。翌日にもう一度試してください。',
      },
      {
        text: 'IPv6 の経路だけがつながらない可能性があります。スマートフォンのテザリングなど、別の回線で試してください。',
      },
      {
        text: 'Microsoft 側の障害の可能性があります。ブラウザーでメールボックスが開けるか確かめ、数時間待ってください。',
        ...webMail(about.account),
      },
      checkAgain(about),
    ],
  }),
  'no-mailbox': (about) => ({
    title: 'サインインはできましたが、このアカウントにはメールボックスがありません',
    explanation: `サインインは受け付けられましたが、開けるメールボックスがありません。${byKind(about, '個人用の Microsoft アカウントは、ほかの会社のメールアドレスでも作成できます。その場合、Outlook.com のメールボックスはなく、メールは元の会社に届きます。', '職場や学校のアカウントでは、Exchange Online のライセンスがないか切れているか、メールボックスが削除されたか、まだ作成中です。')}`,
    nextSteps: forKind(
      about,
      [
        { text: 'このアカウントのメールボックスがブラウザーで開けるか確かめてください。', url: pages.webMail },
        { text: 'アドレスがほかの会社のものの場合は、その会社のサーバーをメールソフトに設定してください。' },
      ],
      [
        administrator(
          '自分に Exchange Online のライセンスがあるか、メールボックスがあるかを確かめる',
          pages.adminCenter,
          `メールボックスは「Get-EXOMailbox -Identity ${identity(about)}」で確かめられます。`,
        ),
        {
          text: 'ライセンスが割り当てられたばかりの場合は、1 日ほど待ち、メールボックスがブラウザーで開けるか確かめてください。',
          url: pages.workWebMail,
        },
      ],
    ),
  }),
  'shared-mailbox-name': (about) => ({
    title: 'ユーザー名が、サインインできないメールボックスのものです',
    explanation:
      '共有メールボックスやグループにはアドレスがありますが、それ自体ではサインインできません。使える人が、自分のアカウントでサインインします。どのパスワードを入力しても、サインインできません。',
    nextSteps: forKind(
      about,
      [
        {
          text: '共有メールボックスはありません。別名ではなく、アカウントそのもののアドレスでサインインしてください。',
          url: pages.security,
        },
      ],
      [
        {
          text: '自分のアカウントで Microsoft にサインインし、IMAP や POP のユーザー名に共有メールボックスのアドレスを入力してください。SMTP のユーザー名は自分のアドレスにし、差出人（From）を共有メールボックスのアドレスにします。',
        },
        administrator(
          '必要な権限を付ける',
          undefined,
          '受信には「Add-MailboxPermission -Identity SHARED -User YOU -AccessRights FullAccess」、送信には「Add-RecipientPermission -Identity SHARED -Trustee YOU -AccessRights SendAs」を使います。',
        ),
        {
          text: 'Outlook とブラウザー版の Outlook では、別にサインインしなくても共有メールボックスを開けます。',
          url: pages.workWebMail,
        },
      ],
    ),
  }),
  throttled: (about) => ({
    title:
      about.protocol === 'smtp' ? 'Microsoft が送信の速さを制限しています' : 'Microsoft が一時的に利用を制限しています',
    explanation: `短い時間に接続、送信、サインインのいずれかが多すぎた${about.protocol === 'smtp' || about.protocol === undefined ? 'か、送信元のサーバーをまだよく知らない' : ''}ため、サーバーが一時的に拒否しています。パスワードや設定が原因ではありません。`,
    nextSteps: [
      {
        text:
          about.protocol === 'smtp'
            ? '同時に使う接続（上限は 3 本）と、1 分間に送る数（30 通まで）を減らしてください。'
            : 'このメールボックスを使っているほかのメールソフトを終了し、受信の間隔を長くしてください。',
        ...(about.protocol === 'smtp' && { url: pages.concurrentSending }),
      },
      tryLater,
    ],
  }),
  'idle-timeout': (about) => ({
    title: '通信のない状態が続いたため、サーバーが切断しました',
    explanation: `メールソフトが何も送らないでいると、${mailServer(about)}は接続を切ります。サインイン前は 1 分ほど、サインイン後は 30 分ほどです。パスワードが拒否されたわけではありません。パソコンがスリープしたか、メールソフトが別の処理を待っていた場合によく起こります。`,
    nextSteps: [
      { text: 'メールソフトに接続し直させてください。自動で接続し直す場合は、何もする必要はありません。' },
      {
        text: 'サインイン前に起こる場合は、メールソフトが何を待っていたのか確かめてください。多くの場合、先に Microsoft へのサインイン（OAuth 2.0）が失敗しており、そのメッセージが手がかりになります。',
      },
      {
        text: 'メールの到着を待っているあいだ（IDLE）に起こる場合は、29 分より短い間隔で IDLE をやり直すよう設定してください。',
      },
      checkAgain(about),
    ],
  }),
  'server-unavailable': (about) => ({
    title: 'サーバーが一時的に使えません',
    explanation: ifCertain(
      about,
      `${mailServer(about)}が、今は処理できないと答えました。原因はサーバー側にあり、パスワードや設定ではありません。`,
      `${mailServer(about)}が、一時的な問題を示す番号で答えましたが、文面から理由は分かりません。数分で直ることもありますが、何度試しても同じ返答になる場合は、原因がほかにあります。`,
    ),
    nextSteps: [
      tryLater,
      ...(about.certainty === 'certain'
        ? []
        : [
            {
              text: '1 日以上続く場合、一時的なものではありません。ブラウザーでサインインできるか確かめ、メールソフトの認証方式（パスワードか OAuth 2.0）と入力したものが合っているか見直してください。',
              ...webMail(about.account),
            },
          ]),
      checkAgain(about),
    ],
  }),
}
