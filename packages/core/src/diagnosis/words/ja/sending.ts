import { identity, pages } from '../parts.ts'
import type { SendingWords } from '../words.ts'
import { administrator, byKind, checkAgain, forKind, rightSettings } from './phrases.ts'

export const sending: SendingWords = {
  'sender-not-allowed': (about) => ({
    title: '差出人のアドレスが、このアカウントのものではありません',
    explanation: `サインインはできましたが、メールの差出人が、${about.address === undefined ? 'サインインした' : `${about.address} の`}アカウントのアドレスでも別名（エイリアス）でもないため、Microsoft が送信を拒否しました（SendAsDenied）。`,
    nextSteps: [
      { text: 'メールの差出人（From）を、サインインしたアドレスにしてください。' },
      ...forKind(
        about,
        [
          {
            text: '自分の別のアドレスで送りたい場合は、先にアカウントの別名（エイリアス）として追加してください。',
            url: pages.security,
          },
        ],
        [
          administrator(
            'そのメールボックスの「メールボックス所有者として送信する」権限を付ける',
            undefined,
            `Exchange Online PowerShell では「Add-RecipientPermission -Identity MAILBOX -Trustee ${identity(about)} -AccessRights SendAs」です。`,
          ),
        ],
      ),
    ],
  }),
  'sender-unverified': (about) => ({
    title: '送信を続けるには、アカウントの本人確認が必要です',
    explanation:
      'サインインはできましたが、Microsoft の迷惑メール対策が送信を拒否しました。アカウントを作成したばかりか、本人確認が済んでいないか、今許されている量を超えて送信したためです。パスワードと設定に問題はありません。',
    nextSteps: [
      ...forKind(
        about,
        [
          {
            text: 'ブラウザーでサインインしてメールを 1 通送り、SMS のコードの入力など、画面の案内に従ってください。',
            url: pages.webMail,
          },
        ],
        [administrator('アカウントの送信が制限されていないか確かめ、解除する', pages.restrictedEntities)],
      ),
      { text: 'そのあと 1 日待ち、一度に送る数を減らしてください。使い続けるうちに、送れる量は増えます。' },
    ],
  }),
  'sender-restricted': (about) => ({
    title: 'Microsoft がこのアカウントからの送信を止めています',
    explanation:
      'このアカウントのメールが迷惑メールと判断され、送信できなくなっています（bad outbound sender）。誰かがパスワードを盗んで送信していることも少なくありません。受信は引き続きできます。',
    nextSteps: [
      {
        text: 'まずパスワードを変更し、覚えのない転送設定や受信トレイのルールがないか確かめてください。',
        ...(about.account === 'personal' && { url: pages.security }),
      },
      ...forKind(
        about,
        [
          {
            text: 'ブラウザーでサインインし、画面の案内に従って送信の制限を解除してください。',
            url: pages.webMail,
          },
        ],
        [
          administrator(
            'Microsoft Defender ポータルの「制限付きエンティティ」でアカウントの制限を解除する',
            pages.restrictedEntities,
            '1 時間ほどで送信できるようになります。',
          ),
        ],
      ),
    ],
  }),
  'tenant-restricted': (about) => ({
    title: 'Microsoft がこの組織やサーバーからのメールを受け付けていません',
    explanation: `このメールだけでなく、この組織やサーバーから送られるメールがすべて拒否されています。迷惑メールらしいものが多かったか、組織が新しいか、登録していないドメインから送っているかのいずれかです。${byKind(about, '個人用アカウントでは、ほかのサーバーを経由して送ったときに起こります。', 'メールボックスのパスワードや設定は関係ありません。')}`,
    nextSteps: forKind(
      about,
      [
        { text: 'ほかのサーバーを経由せず、アドレスに合った Microsoft のサーバーへ直接送信してください。' },
        rightSettings(about),
      ],
      [
        administrator('迷惑メールを送っているアカウントやコネクタを探し、対処する', pages.restrictedEntities),
        administrator(
          '差出人のドメインを組織に追加する',
          pages.adminCenter,
          '「設定」→「ドメイン」から追加できます。',
          '返答に unregistered domains とある場合は、',
        ),
        administrator(
          'サーバーの返答と番号を Microsoft のサポートに伝え、制限の解除を求める',
          pages.adminCenter,
          '解除できるのは Microsoft だけです。',
        ),
      ],
    ),
  }),
  'quota-exceeded': (about) => ({
    title: '送信できる量の上限に達しました',
    explanation: `送信量の上限を使い切ったため、メールが拒否されました。${byKind(about, '個人用アカウントから 1 日に送れる宛先の数には限りがあり、新しいアカウントではさらに少なくなります。', '組織のメールボックスから 1 日に送れる宛先は 10,000 件までで、試用中の組織ではさらに少なくなります。')}パスワードや設定が原因ではありません。`,
    nextSteps: [
      {
        text: 'しばらく待ってください。上限は直近 24 時間で数えられるため、少しずつ、遅くとも翌日には送れるようになります。',
      },
      { text: '間隔を空け、宛先を減らして送ってください。メールマガジンには専用のサービスを使ってください。' },
      {
        text: 'それほど送った覚えがない場合は、誰かがアカウントを使っている可能性があります。パスワードを変更してください。',
        ...(about.account === 'personal' && { url: pages.security }),
      },
    ],
  }),
  'too-many-recipients': () => ({
    title: '宛先が多すぎます',
    explanation:
      '1 通のメールに指定できる宛先の数を超えたため、超えた分が拒否されました。宛先、CC、BCC は合わせて数えられます。',
    nextSteps: [
      {
        text: '宛先を分け、何通かに分けて送ってください。すでに受け付けられた宛先には届いている可能性があるので、除いてください。',
      },
      { text: '決まった人たちに送る場合は、配布リストを使ってください。宛先 1 件として数えられます。' },
    ],
  }),
  'message-too-large': () => ({
    title: 'メールが大きすぎます',
    explanation:
      'メールの大きさが、差出人が送れる上限か、宛先が受け取れる上限を超えたため、サーバーが拒否しました。添付ファイルは、送るときに 3 割ほど大きくなります。',
    nextSteps: [
      { text: '添付ファイルを小さくするか、何通かに分けて送ってください。' },
      { text: 'または、OneDrive などにファイルを置き、そのリンクを送ってください。' },
    ],
  }),
  'relay-refused': (about) => ({
    title: 'サーバーがこのメールの中継を拒否しました',
    explanation:
      '別の組織の宛先への送信を求められましたが、このサーバーは、サインインしていない相手や、担当ではない相手のメールを中継しません。多くの場合、ドメイン宛てのメールを受け取るサーバー（ポート 25）へ送っているか、サインインしていません。',
    nextSteps: [
      {
        text: '送信サーバーには、ドメインの MX レコードの名前ではなく、Microsoft の送信用サーバーをポート 587 と STARTTLS で指定してください。',
      },
      rightSettings(about),
      { text: '「送信サーバー（SMTP）は認証が必要」をオンにし、ユーザー名とパスワードを入力してください。' },
      ...forKind(
        about,
        [],
        [
          administrator(
            'その IP アドレス用のコネクタを Exchange Online に作成する',
            pages.adminCenter,
            '',
            '機器がサインインできない場合は、',
          ),
        ],
      ),
      checkAgain(about),
    ],
  }),
}
