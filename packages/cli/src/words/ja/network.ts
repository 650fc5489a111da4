import type { NetworkWords } from '../network.ts'

const trouble: NetworkWords['words']['trouble'] = {
  'not-in-server-map': 'サーバーマップに、このホストとポートはありません。',
  'mock-gone': '応答がありません。サーバーマップのモックは起動していません。',
  timeout: '時間内に応答がありませんでした（--timeout で延ばせます）。',
  closed: 'サーバーが接続を切りました。',
  endless: 'サーバーが、メールサーバーではありえない量のデータを送ってきました。',
  'tls-spoken': 'サーバーは最初から TLS で通信しています。ここで STARTTLS を選ぶのは誤りです。',
  'other-protocol': 'サーバーは別のプロトコルで通信しています。',
  refused: 'サーバーが拒否しました。',
  'no-tls': '暗号化されない接続のため、パスワードは送りません。',
  'starttls-missing': 'サーバーが暗号化（STARTTLS）に対応していないため、パスワードは送りません。',
  'starttls-refused': 'サーバーが暗号化（STARTTLS）を拒否したため、パスワードは送りません。',
  'bytes-before-tls': '暗号化が始まる前に不審なデータが差し込まれたため、パスワードは送りません。',
  preauth: '暗号化が始まる前にサインイン済みと言われたため、パスワードは送りません。',
  'password-not-offered': 'サーバーがパスワードでのサインインを受け付けていないため、パスワードは送りません。',
  'token-not-offered': 'サーバーがトークン（OAuth 2.0） でのサインインを受け付けていないため、トークンは送りません。',
  'not-asked': '指定により行いませんでした。',
}

export const network: NetworkWords = {
  words: {
    account: {
      personal: '個人の Microsoft アカウント',
      work: '職場または学校のアカウント（Microsoft 365）',
      unknown: 'Microsoft のアカウントかどうか不明',
    },
    security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: 'なし' },
    authentication: { password: 'パスワード', oauth2: 'Microsoft でサインイン（OAuth 2.0）' },
    certain: '確実',
    step: {
      resolve: 'サーバー検索',
      connect: '接続',
      tls: '暗号化',
      greeting: 'あいさつ',
      capabilities: '対応方式',
      'sign-in': 'サインイン',
    },
    trouble,
    outcome: { ok: '成功', failed: '失敗', skipped: '未実施' },
    field: {
      host: 'サーバー名',
      port: 'ポート',
      security: '暗号化',
      spa: 'SPA',
      authentication: '送信時の認証',
      username: 'ユーザー名',
    },
    on: 'オン',
    off: 'オフ',
    source: { domain: '', mx: 'MX レコードから判断', 'servers-file': 'サーバーマップから判断' },
  },
  problems: {
    'protocol-broken': () => 'サーバーがプロトコルに反する返答をしたため、接続を打ち切りました。',
    'sign-in-refused': (of) =>
      of.notOffered === undefined
        ? 'サーバーがサインインを拒否しました。原因は sparekey check で調べられます。'
        : trouble[`${of.notOffered}-not-offered`],
    aborted: () => '中止しました。',
    interrupted: () => '中止しました。',
    internal: (of) =>
      `sparekey の不具合です。操作の誤りではありません（${of.word}）。--verbose を付けると、起きた場所を表示します。`,
  },
}
