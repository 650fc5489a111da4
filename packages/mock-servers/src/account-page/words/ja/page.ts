import type { PageWords } from '../words.ts'

export const page: PageWords = {
  layout: {
    site: 'Microsoft アカウント（モック）',
    documentTitle: (page) => `${page} – sparekey モック`,
    problemTitle: (page) => `エラー: ${page}`,
    skip: '本文へ移動',
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
  switches: { on: 'オン', off: 'オフ' },
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
