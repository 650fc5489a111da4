import { run } from '../parts.ts'
import type { ExplanationWords } from '../words.ts'
import { webMailStep } from './phrases.ts'

export const explanations: ExplanationWords = {
  'plain-refusal': (about) => ({
    title: 'サインインが拒否されましたが、この文面から理由は分かりません',
    explanation:
      'パスワードが間違っている、パスワードでのサインインが廃止されている、アプリ パスワードが必要である、プロトコルがオフになっている、のどの場合も、Microsoft の返答は同じです。どれに当たるかは、アカウントの種類と日付によって変わります。',
    nextSteps: [
      {
        text: 'アカウントを確認します。メールアドレスとパスワードがあれば、原因を絞り込めます。',
        ...run(about, 'check'),
      },
      {
        text: 'または、文面と一緒に、メールアドレスと日付も指定してください。',
        command: `sparekey explain --account ${about.address ?? 'ADDRESS'} --as-of DATE TEXT`,
      },
      webMailStep(about),
    ],
  }),
  ambiguous: (about) => ({
    title: 'この文面に当てはまる原因がいくつもあります',
    explanation:
      'ネットワーク、サーバー名、暗号化、サインインなど、まったく別の失敗でも、メールソフトは同じ文面を表示します。文面だけでは、どれが原因か分かりません。',
    nextSteps: [
      {
        text: 'アカウントを確認します。ネットワーク、暗号化、サインインを順に試します。',
        ...run(about, 'check'),
      },
      {
        text: 'または、メールソフトの「詳細」「ログの表示」「動作状況」などでサーバーの返答そのものを探し、それを調べてください。',
      },
    ],
  }),
  'not-recognised': (about) => ({
    title: 'この文面の中に、知っているものが見つかりませんでした',
    explanation:
      'Microsoft のサーバーの返答、エラー番号、知っているメールソフトのメッセージは、どれも見つかりませんでした。問題がないという意味ではありません。',
    nextSteps: [
      {
        text: '前後の行も含め、画面に表示されたとおりの言語で、文面をすべて指定してください。',
      },
      {
        text: '送り返されてきたメールの場合は、ファイルに保存して、全体を指定してください。',
        command: 'sparekey explain --eml FILE',
      },
      { text: 'または、アカウントを確認します。', ...run(about, 'check') },
    ],
  }),
}
