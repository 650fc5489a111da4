/** The account page in Japanese, in the words of Microsoft's Japanese pages where those are known. */
import type { AcceptanceReason, RefusalReason } from '../../sign-in/decision.ts'
import type { SignIn } from '../../sign-in/journal.ts'
import type { Messages } from './messages.ts'

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

export const ja: Messages = {
  layout: {
    site: 'Microsoft アカウント（模擬）',
    documentTitle: (page) => `${page} – sparekey モック`,
    problemTitle: (page) => `エラー: ${page}`,
    skip: '本文へ移動',
    mock: 'モックです。ここにあるものはすべて本物ではありません。',
    mockMeaning:
      'このページは Microsoft ではなく、このコンピューターのテスト用サーバーが表示しています。本物のパスワードは入力しないでください。',
    signedInAs: 'サインイン中:',
    signOut: 'サインアウト',
    clock: 'モックの時計:',
    languages: '言語',
    navigation: {
      label: 'アカウント',
      overview: '概要',
      security: 'セキュリティ',
      mailSettings: 'メールの設定',
      activity: '最近のサインイン',
      mail: 'メールボックス',
    },
  },
  notices: {
    'signed-out': 'サインアウトしました。',
    'signed-out-everywhere':
      'すべての場所からサインアウトしました。Microsoft でサインインしていたメールソフトは、サインインし直す必要があります。',
    'two-step-on':
      '2 段階認証をオンにしました。これ以降、メールソフトでは通常のパスワードが拒否されます。下でアプリ パスワードを作成してください。',
    'two-step-off':
      '2 段階認証をオフにしました。メールソフトは再び通常のパスワードでサインインできます。これまでのアプリ パスワードは無効になりました。',
    'app-passwords-removed': '削除しました。これを使っていたメールソフトは、これ以降サインインできません。',
    'password-changed':
      'パスワードを変更しました。ほかの場所からはすべてサインアウトされました。アプリ パスワードはそのまま使えます。',
    'mail-settings-saved': 'メールの設定を保存しました。',
  },
  developer: {
    title: 'モックだけの表示',
    currentCode: '現在のコード',
    secret: '認証アプリ用の秘密キー',
    codeMeaning:
      'コードはモックの時計に従い、30 秒ごとに変わります。1 つ前と 1 つ後のコードも使えます。次のコードを見るには、ページを再読み込みしてください。',
  },
  kinds: { personal: '個人のアカウント', work: '職場または学校のアカウント' },
  standings: {
    active: '問題ありません',
    blocked: 'Microsoft によりブロックされています。ここでサインインすると解除されます',
  },
  switches: { on: 'オン', off: 'オフ' },
  protocolNames: { imap: 'IMAP', pop3: 'POP', smtp: 'SMTP' },
  overview: {
    welcome: 'アカウントを選んでください',
    title: 'アカウント',
    pick: 'このモックにあるアカウントです。サインインするアカウントを選んでください。',
    noAccounts: 'このモックにはまだアカウントがありません。設定ファイルまたは制御 API で追加してください。',
    anotherAccount: '別のアカウントでサインインする',
    address: 'アドレス',
    aliases: 'エイリアス',
    kind: '種類',
    twoStep: '2 段階認証',
    standing: '状態',
  },
  mailPrograms: {
    title: 'メールソフトに必要なもの',
    depends: 'モックの時計の日付でのルールです。',
    password: 'アカウントのパスワード',
    appPassword: 'アプリ パスワード',
    oauthOnly: 'Microsoft でのサインイン（OAuth 2.0）。パスワードもアプリ パスワードも拒否されます',
    off: 'メールの設定でオフになっています',
    retired:
      'パスワードの入力を求めるメールソフトは、何を入力してもこのアカウントでは使えません。「Microsoft でサインイン」に対応したメールソフトが必要です。',
  },
  signIn: {
    title: 'サインイン',
    address: 'メール アドレス',
    password: 'パスワード',
    submit: 'サインイン',
    refusals: {
      'unknown-account':
        'このモックに、そのアドレスのアカウントはありません。アドレスを確認するか、下の一覧から選んでください。',
      'wrong-password': 'このアカウントのパスワードではありません。もう一度入力してください。',
      'app-password':
        'それはアプリ パスワードです。アプリ パスワードはメールソフト専用です。ここではアカウント本来のパスワードでサインインしてください。',
      'code-over':
        'サインインが途中で終わったか、コードの間違いが多すぎました。パスワードの入力からやり直してください。',
    },
  },
  code: {
    title: 'コードの入力',
    explanation: (address) =>
      `${address} は 2 段階認証がオンです。認証アプリに表示されているコードを入力してください。`,
    label: 'コード',
    hint: '6 桁の数字',
    wrong: '現在のコードではありません。最新のコードを確認して、もう一度入力してください。',
    submit: '確認',
  },
  goOn: {
    title: '移動しています',
    explanation: 'サインインを求めたアプリに戻ります。',
    link: '今すぐ戻る',
  },
  security: {
    title: 'セキュリティ',
    advanced: {
      title: '高度なセキュリティ オプション',
      explanation: '2 段階認証とアプリ パスワード。',
    },
    password: {
      title: 'パスワードの変更',
      explanation: 'サインインに使うパスワード。',
    },
    activity: {
      title: '最近のサインイン',
      explanation: 'どのメールソフトがサインインし、どれがなぜ拒否されたか。',
    },
    everywhere: {
      title: 'すべての場所からサインアウト',
      explanation:
        'すべてのブラウザーのセッションと、Microsoft でサインインしたメールソフトの接続を終了します。パスワードとアプリ パスワードはそのままです。',
      submit: 'すべての場所からサインアウトする',
    },
  },
  advanced: {
    title: '高度なセキュリティ オプション',
    twoStep: {
      title: '2 段階認証',
      whileOn:
        'ここでのサインインには、パスワードとコードが必要です。コードを入力できないメールソフトでは、通常のパスワードは拒否され、アプリ パスワードが必要になります。オフにすると、アプリ パスワードはすべて無効になります。',
      whileOff:
        'ここでもメールソフトでも、パスワードだけでサインインできます。オンにすると、アプリ パスワードを設定するまでメールソフトは送受信できなくなります。',
      turnOn: '2 段階認証を有効にする',
      turnOff: '2 段階認証を無効にする',
    },
  },
  appPasswords: {
    title: 'アプリ パスワード',
    explanation:
      'コードを入力できないアプリやデバイスのためのものです。通常のパスワードの代わりにアプリ パスワードを入力します。',
    create: {
      title: '新しいアプリ パスワードの作成',
      explanation: '小文字のローマ字 16 文字で、表示されるのは一度だけです。アプリやデバイスごとに作成してください。',
      useless:
        'モックの時計の日付では、メール サーバーはパスワードもアプリ パスワードも受け付けません。作成はできますが、どのメールソフトもサインインできません。',
      twoStepFirst:
        'アプリ パスワードは、2 段階認証がオンのときだけ使えます。現在はオフです。まず 2 段階認証をオンにしてください。それまでは、メールソフトでも通常のパスワードを使います。',
      name: '用途',
      nameHint: '「Outlook 2016」など、見分けるための名前です。空欄でもかまいません。',
      defaultName: 'アプリ パスワード',
      submit: '作成',
      refusals: {
        'two-step-off':
          'この間に 2 段階認証がオフになりました。先にオンにしてから、アプリ パスワードを作成してください。',
        'too-many':
          'このアカウントのアプリ パスワードは上限に達しています。使わなくなったものを削除してから、もう一度お試しください。',
      },
    },
    created: {
      title: 'アプリ パスワード',
      use: (name) =>
        `「${name}」のアプリ パスワードです。メールソフトのパスワード欄に、これまでのパスワードの代わりに入力してください。`,
      label: 'アプリ パスワード',
      once: '表示されるのは今回だけです。このページを離れたり再読み込みしたりすると、二度と表示できません。その場合は新しく作成してください。',
      done: '完了',
      gone: '表示できるアプリ パスワードはありません。アプリ パスワードは、作成した直後に一度だけ表示されます。控えていない場合は、削除して新しく作成してください。',
    },
    existing: '既存のアプリ パスワード',
    name: '用途',
    createdAt: '作成日時',
    lastUsedAt: '最後の使用',
    never: '未使用',
    remove: '削除',
    removeThis: (name) => `「${name}」のアプリ パスワードを削除する`,
    removeAll: '既存のアプリ パスワードを削除する',
  },
  password: {
    title: 'パスワードの変更',
    explanation:
      'パスワードを変更すると、ほかの場所からはすべてサインアウトされ、Microsoft でサインインしたメールソフトの接続も終了します。アプリ パスワードはそのまま使えます。不要なものは「高度なセキュリティ オプション」で削除してください。',
    current: '現在のパスワード',
    wanted: '新しいパスワード',
    again: '新しいパスワード（もう一度）',
    submit: 'パスワードを変更する',
    problems: {
      wrong: '現在のパスワードではありません。何も変更されていません。',
      empty: '新しいパスワードが空です。入力してください。',
      'too-long': '新しいパスワードが 1024 文字を超えています。短くしてください。',
      different: '新しいパスワードが一致しません。同じものを 2 回入力してください。',
    },
  },
  mailSettings: {
    title: 'メールの設定',
    legend: 'メールボックスを使えるメールソフト',
    switches: {
      pop3: 'POP: デバイスとアプリにメッセージの受信を許可する',
      imap: 'IMAP: デバイスとアプリにすべてのフォルダーの利用を許可する',
      smtp: 'SMTP: デバイスとアプリにメッセージの送信を許可する（SMTP 認証）',
    },
    submit: '保存',
  },
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
  device: {
    title: '別のデバイスでのサインイン',
    explanation: 'アプリやデバイスに表示されているコードを入力してください。',
    phishing:
      'たった今、ご自分のデバイスで始めたサインインの場合だけ続けてください。誰かから送られてきたコードなら、このページを閉じてください。許可すると、その相手にメールを読まれてしまいます。',
    code: 'コード',
    wrong:
      'このコードのサインインは見つかりません。入力の間違いか、使用済みか、発行から 15 分が過ぎています。コードを確認するか、アプリでやり直してください。',
    submit: '次へ',
    notAdmitted: (address, client) =>
      `${address} は「${client}」では使えません。この種類のアカウントには対応していないアプリです。別のアカウントでサインインするか、このページを閉じてください。`,
    told: {
      approved: '完了しました。アプリはサインインしました。このページは閉じてかまいません。',
      declined: '許可しませんでした。アプリはサインインできません。このページは閉じてかまいません。',
      gone: 'このサインインはもう待っていません。すでに回答済みか、15 分が過ぎています。アプリでやり直してください。',
    },
    again: '別のコードを入力する',
  },
  consent: {
    title: 'このアプリを許可しますか？',
    gone: 'この要求はもう待っていません。このページを開いたアプリでやり直してください。',
  },
  permissions: {
    asks: (client, address) => `「${client}」が、${address} として次のことを行う許可を求めています。`,
    can: {
      'IMAP.AccessAsUser.All': 'IMAP でメールを読み、変更する',
      'POP.AccessAsUser.All': 'POP でメールを受信し、削除する',
      'SMTP.Send': 'SMTP であなたとしてメールを送信する',
      'EWS.AccessAsUser.All': 'Exchange Web サービスでメールボックスを読み、変更する',
      'Mail.Send': 'Microsoft Graph であなたとしてメールを送信する',
      'Mail.Read': 'Microsoft Graph でメールを読む',
      'Mail.ReadWrite': 'Microsoft Graph でメールを読み、変更する',
      'User.Read': 'プロフィールを読む',
    },
    openId: {
      openid: 'サインインしたことを確認する',
      profile: '名前を確認する',
      email: 'メール アドレスを確認する',
      offline_access: 'すべての場所からサインアウトするまで、いつでもアクセスできる状態を保つ',
    },
    clientId: 'アプリの ID:',
    yes: '許可する',
    no: '許可しない',
    anotherAccount: '別のアカウントを使う',
  },
  mail: {
    folders: 'フォルダー',
    messages: 'メッセージ',
    unread: (count) => `（未読 ${count}）`,
    unreadMark: '未読:',
    state: (messages, unread) =>
      messages === 0 ? 'メッセージはありません。' : `メッセージ ${messages} 件（未読 ${unread} 件）`,
    noSubject: '（件名なし）',
    noSender: '（差出人なし）',
    noRecipient: '（宛先なし）',
    noText: 'このメッセージに本文はありません。',
    noFlags: 'なし',
    pages: 'ページ',
    page: (number, of) => `${of} ページ中 ${number} ページ目`,
    newer: '新しいメッセージ',
    older: '古いメッセージ',
    reload: '再読み込み',
    reloadEvery: (seconds) => `${seconds} 秒ごとに再読み込みする`,
    backTo: (folder) => `「${folder}」に戻る`,
    from: '差出人',
    to: '宛先',
    received: '受信日時',
    flags: 'IMAP フラグ',
    frame: '差出人のデザインによる表示。スクリプト、リンク、外部の画像は動作しません',
    text: 'テキスト形式の本文',
    headers: 'すべてのヘッダー',
    source: 'メッセージのソース',
    attachments: '添付ファイル',
    octets: (count) => `${count.toLocaleString('ja')} バイト`,
  },
  formRefused: {
    title: 'フォームを受け付けられませんでした',
    reasons: {
      'too-large': '送信された内容が大きすぎます。何も変更されていません。',
      'not-a-form': '送信された内容は、このページのフォームではありません。何も変更されていません。',
      foreign:
        'サインインやサインアウトの前のフォームか、別のサイトからのフォームか、ブラウザーで Cookie が無効になっています。何も変更されていません。前のページに戻って再読み込みし、もう一度送信してください。',
    },
  },
  notFound: {
    title: 'ページが見つかりません',
    explanation: 'このページは存在しないか、すでに削除されています。メニューから選び直してください。',
  },
  failed: {
    title: 'モックの不具合です',
    explanation: (error) => `予期しないエラー（${error}）が発生しました。何をしたときに起きたかを報告してください。`,
  },
}
