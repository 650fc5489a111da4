import type { HomeWords } from '../words.ts'

export const home: HomeWords = {
  title: 'sparekey ― Hotmail、Outlook.com、Microsoft 365 でメールソフトが拒否される理由を調べる',
  description:
    'メールソフト、複合機、スクリプトに表示されたエラーを貼り付けると、その意味と対処法が分かります。Hotmail、Outlook.com、Live、MSN、Microsoft 365 に対応しています。',
  heading: 'パスワードは合っているのに、なぜ拒否されるのか',
  lead: 'Hotmail、Outlook.com、Live、MSN、Microsoft 365 のメールでお困りの方へ。メールソフトや複合機、スクリプトに表示されたメッセージを貼り付けると、その意味と、いまできることが分かります。',
  paste: 'エラーを貼り付ける',
  findSettings: '設定を調べる',
  picture: {
    caption: '例：サーバーのメッセージとその意味',
    says: 'メールサーバーの応答',
    means: '意味',
    meaning: 'メールソフトからのパスワードでのサインインは廃止されています。',
    next: 'アプリ パスワードも使えません。使えるのは「Microsoft でサインイン」です。',
  },
  who: 'どれに当てはまりますか',
  cards: [
    {
      path: 'guides/two-step-verification.html',
      title: 'メールソフトが使えなくなった',
      text: '2 段階認証をオンにしてから、あるいは何も変えていないのに突然。何が起きたのか、いまも使えるソフトはどれかを説明します。',
    },
    {
      path: 'guides/copiers-and-nas.html',
      title: '複合機からメールを送れない',
      text: 'スキャンしてメール送信、NAS や監視カメラの通知、ネットショップの自動メール。残された方法と、それぞれに必要なものをまとめました。',
    },
    {
      path: 'guides/administrators.html',
      title: '組織の管理者です',
      text: '拒否の裏にあるスイッチは何か、どこで切り替えるのか、2026 年 12 月末に何が変わるのか。',
    },
    {
      path: 'guides/test-microsoft-sign-in.html',
      title: 'メールを扱うソフトを作っている',
      text: 'POP3、IMAP、SMTP での Microsoft のサインインを手元のパソコンで再現します。アカウントもネットワークも要りません。',
    },
  ],
  story: 'パスワードはいつ使えなくなったのか',
  storyLead: 'ネット上の解説の多くは、書かれた当時は正しいものでした。大切なのは「いつの話か」です。',
  events: [
    {
      day: '2022-10-01',
      title: '職場と学校：POP と IMAP でパスワードが廃止',
      text: 'Microsoft 365 が 2023 年初めまでに、組織ごとに順次切り替えました。SMTP での送信はその後も続けられました。',
    },
    {
      day: '2024-09-16',
      title: 'Hotmail、Outlook.com、Live、MSN：すべて廃止',
      text: 'POP、IMAP、SMTP のどれでも、いつものパスワードもアプリ パスワードも拒否されます。アプリ パスワードを作るページは残っていますが、作ってもメールソフトでは使えません。',
    },
    {
      day: '2026-08-25',
      title: 'サーバー自身がそう答えるように',
      text: 'このころから IMAP はパスワードでのサインインを案内しなくなり、IMAP と POP はどのパスワードにも「基本認証は無効」と答えます。',
    },
    {
      day: '2027-01-01',
      title: '職場と学校：送信も廃止へ',
      text: '2026 年 12 月末の予定と発表されています。管理者が組織の設定で有効にした場合を除き、SMTP もパスワードを拒否します。',
    },
  ],
  frequent: 'よくある原因',
  allFindings: 'すべての原因',
  program: 'コマンドでも調べられます',
  programText:
    'sparekey は、サーバーに直接確かめるプログラムでもあります。サーバー名の解決からサインインまでを一つずつ試し、どこで、なぜ失敗するのかを説明します。パスワードを送るのは、安全だと確認できた接続だけです。',
}
