import type { ProgramsWords } from '../programs.ts'

export const programs: ProgramsWords = {
  programs: {
    kinds: {
      desktop: 'メールソフト',
      phone: 'スマートフォン',
      web: 'メールを取り込むサービス',
      'command-line': 'コマンドラインのプログラム',
      library: 'ライブラリ',
      copier: '複合機・プリンター・スキャナー',
      nas: 'NAS',
    },
    forProgram: (name) => `${name} の設定`,
    use: {
      save: (file) => `この内容を ${file} に保存し、自分だけが読めるようにしてください。`,
      run: () => 'シェルで実行してください。',
      paste: () => 'プログラムに組み込んでください。',
    },
    signInOnce: '一度だけ Microsoft にサインインしてください。そのあとは、プログラムが自動でトークンを取得します:',
    asksForPassword:
      'パスワードは実行時に尋ねられます。2 段階認証がオンの場合は、アプリ パスワードを入力してください。',
    secretInVariable: {
      oauth2:
        '環境変数 ACCESS_TOKEN にトークンを入れてください。有効期間は約 1 時間です。新しいトークンは次のコマンドで取得できます:',
      password:
        '環境変数 MAIL_PASSWORD にパスワードを入れてください。2 段階認証がオンの場合は、アプリ パスワードを使います。',
    },
    fromVersion: (name, version) => `${name} ${version} 以降が必要です。`,
    cannot: (name, protocols) =>
      `${name} では、${protocols.join('・')} でサインインできません。Microsoft はもうパスワードを受け付けず、${name} は OAuth 2.0 に対応していないためです。`,
    notKnown: (name) =>
      `${name} で Microsoft へのサインイン（OAuth 2.0）が使えるかどうかは確認できていません。設定画面にその選択肢がなければ、使えません。`,
    switchIsAt: (place) => `OAuth 2.0 の設定場所: ${place}`,
    several: (input, ids) => `「${input}」に当てはまるものが複数あります: ${ids.join('、')}`,
  },
}
