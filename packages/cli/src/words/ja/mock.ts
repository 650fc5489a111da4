import type { MockWords } from '../mock.ts'
import { day } from './day.ts'

export const mock: MockWords = {
  mock: {
    starting: '起動しています…',
    ready: (asOf) => `Microsoft メールのモックが動いています（サインインの規則は ${day(asOf)}時点のもの）。`,
    address: '待ち受け先',
    account: 'アカウント',
    password: 'パスワード',
    mapWritten: (path) => `サーバーマップを ${path} に書き込みました。次のように使います:`,
    mapHint:
      '--write servers.json を付けると、ほかのコマンドの --servers に渡すサーバーマップをファイルに書き込みます。',
    portal: 'アカウントのページ',
    api: '操作用 API',
    stop: 'Ctrl+C で停止します。',
    stopping: '停止しています…',
    notOnlyLocal: (host) =>
      `${host} で待ち受けています。ほかのパソコンからも接続でき、API を通じて中のものをすべて操作できます。実際のパスワードは使わないでください。`,
  },
  problems: {
    'port-in-use': (of) =>
      `ポート ${of.port} はすでに使われています。--port で別の番号を指定するか、0 を指定して空いているポートを使ってください。`,
    'cannot-listen': (of) => `${of.host} のポート ${of.port} で待ち受けられません（${of.word}）。`,
  },
}
