import type { GuideWords } from '../words.ts'

export const guides: GuideWords = {
  title: 'ガイド',
  description:
    'メールソフトが使えなくなった方、複合機や NAS からメールを送れない方、組織の管理者、メールを扱うソフトの開発者のためのガイドです。',
  lead: '4 つの場面に分けて、はじめから順に説明します。',
  twoStep: {
    title: '2 段階認証にしたらメールソフトが使えなくなった',
    description:
      'Hotmail や Outlook.com のメールが、Outlook や Thunderbird などで送受信できなくなった方へ。何が起きたのか、なぜアプリ パスワードでは解決しないのか、いま何ができるのかを説明します。',
  },
  devices: {
    title: '複合機、スキャナー、NAS からの送信',
    description:
      '複合機、NAS、カメラなどから Microsoft 365 や Outlook.com 経由でメールを送れなくなったときに、残された方法、必要なもの、期限をまとめました。',
  },
  administrators: {
    title: '管理者の方へ',
    description:
      'POP、IMAP、SMTP の拒否がそれぞれ Microsoft 365 のどのスイッチによるものか、その確かめ方と切り替え方、覚えておきたい日付をまとめました。',
  },
  developers: {
    title: '開発者の方へ：Microsoft のサインインをオフラインでテストする',
    description:
      'Microsoft の POP3、IMAP、SMTP、OAuth 2.0 のサインインを、アカウントもネットワークもなしに手元で再現します。テスト、コマンド、コンテナーで使えます。',
  },
}
