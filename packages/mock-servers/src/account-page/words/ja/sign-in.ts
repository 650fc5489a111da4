import type { SignInWords } from '../words.ts'

export const signIn: SignInWords = {
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
}
