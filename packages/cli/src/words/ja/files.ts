import type { FilesWords } from '../files.ts'

export const files: FilesWords = {
  fileMistakes: {
    'not-json': (path) => `${path} は JSON として読めません`,
    'not-an-object': (path) => `${path} はオブジェクト（{ … }）で指定してください`,
    'unknown-key': (path) => `${path} という項目はありません`,
    'not-a-client-id': (path) => `${path} はクライアント ID で指定してください`,
  },
  map: { using: (path) => `サーバーマップ: ${path}` },
  problems: {
    'file-missing': (of) =>
      of.isMap
        ? `サーバーマップ ${of.path} が見つかりません。`
        : `ファイル ${of.path} が見つかりません。${namedIn(of)}`,
    'file-unreadable': (of) =>
      `ファイル ${of.path} を読み取れません${of.word === undefined ? '' : `（${of.word}）`}。${namedIn(of)}`,
    'store-not-private': (of) =>
      `${of.path} はほかの人も扱える状態のため、読み書きしません。${of.mend} で自分だけのものにしてください。すでに読まれたおそれがあれば、そのあとサインアウトしてサインインし直してください。`,
    'store-damaged': (of) => `${of.path} が壊れています。削除してから、sparekey login でサインインし直してください。`,
    'store-busy': (of) =>
      `別の sparekey が長い間使用中です（${of.path}）。終わるのを待ってから、もう一度実行してください。`,
    'bad-config': (of) => of.mistakes.map((line) => `${of.path}: ${line}`).join('\n'),
    'output-exists': (of) =>
      `${of.path} はすでにあり、サーバーマップではないため、上書きしません。別の名前を指定するか、不要なら自分で削除してください。`,
    'output-failed': (of) => `${of.path} に書き込めません。`,
    'write-failed': (of) => `書き込みに失敗しました（${of.word}）。`,
    'bad-server-map': (of) => `サーバーマップ ${of.path} に誤りがあります: ${of.mistakes.join('、')}`,
    'map-not-private': (of) =>
      `サーバーマップ ${of.path} はほかの人が書き換えられる状態で、パスワードを別の場所へ送らされるおそれがあります。chmod 600 で自分だけのものにしてください。`,
    'map-not-local': (of) =>
      `サーバーマップ ${of.path} はこのパソコンの外を指しています: ${of.mistakes.join('、')}。それで正しければ --allow-remote-servers を付けてください。`,
  },
  remedies: {
    'file-missing': (of) =>
      of.isMap ? [`サーバーマップはモックが書き込み、停止すると削除します: sparekey mock --write ${of.path}`] : [],
  },
}

/** A file that another file leads to. */
function namedIn({ config }: { config?: string }): string {
  return config === undefined ? '' : `設定ファイル ${config} で指定されています。`
}
