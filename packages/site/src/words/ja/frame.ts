import type { FrameWords } from '../words.ts'

export const frame: FrameWords = {
  site: 'sparekey',
  skip: '本文へ移動',
  home: 'ホーム',
  navigation: 'サイト内のページ',
  language: '言語',
  trail: '現在の位置',
  contents: 'このページの内容',
  sections: {
    explain: 'エラーを貼り付ける',
    settings: '設定',
    findings: '原因',
    programs: 'ソフトと機器',
    replies: 'サーバーの応答',
    guides: 'ガイド',
  },
  privacy:
    'このサイトは、ほかのサイトから何も読み込まず、Cookie も使わず、アクセス解析もしていません。入力した内容がブラウザーの外に出ることはありません。',
  evidence:
    'Microsoft のサーバーがいつ何と答えるかは、公開されている情報をもとにまとめました。根拠のあるページには、出典と確認された日を記しています。',
  legal:
    'sparekey は MIT ライセンスの自由なソフトウェアです。Microsoft の製品ではなく、Microsoft の承認を受けたものでもありません。',
  copy: 'コピー',
  copied: 'コピーしました',
  elsewhere: '（外部サイト）',
}
