import type { ProgramWords } from '../words.ts'

export const programs: ProgramWords = {
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
      'SMTP.Send': 'SMTP を使い、あなたの名前でメールを送信する',
      'EWS.AccessAsUser.All': 'Exchange Web サービスでメールボックスを読み、変更する',
      'Mail.Send': 'Microsoft Graph を使い、あなたの名前でメールを送信する',
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
}
