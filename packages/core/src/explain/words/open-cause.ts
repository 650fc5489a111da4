import type { Language, Text } from '../../diagnosis/words/words.ts'

/** What is said where the cause stays open. */
export const openCause: Record<Language, Record<'plain-refusal' | 'ambiguous' | 'not-recognised', Text>> = {
  en: {
    'plain-refusal': {
      title: 'The sign-in was refused, without a reason',
      explanation: 'The server refused the sign-in in words that it uses for many causes.',
      nextSteps: [{ text: 'Check the account itself.', command: 'sparekey check ADDRESS' }],
    },
    ambiguous: {
      title: 'This message can mean several things',
      explanation: 'The program shows these words for unlike causes.',
      nextSteps: [{ text: 'Check the account itself.', command: 'sparekey check ADDRESS' }],
    },
    'not-recognised': {
      title: 'Nothing in this text is known',
      explanation: 'No sentence or number in it is one that sparekey knows.',
      nextSteps: [{ text: 'Check the account itself.', command: 'sparekey check ADDRESS' }],
    },
  },
  ja: {
    'plain-refusal': {
      title: 'サインインが拒否されましたが、理由は示されていません',
      explanation: 'サーバーの返答は、さまざまな原因で使われる一般的なものです。',
      nextSteps: [{ text: 'アカウントそのものを確認してください。', command: 'sparekey check ADDRESS' }],
    },
    ambiguous: {
      title: 'このメッセージには複数の意味があります',
      explanation: 'メールソフトは、異なる原因でも同じメッセージを表示します。',
      nextSteps: [{ text: 'アカウントそのものを確認してください。', command: 'sparekey check ADDRESS' }],
    },
    'not-recognised': {
      title: '知っている内容が見つかりませんでした',
      explanation: 'この文章には、sparekey が知っている文や番号がありません。',
      nextSteps: [{ text: 'アカウントそのものを確認してください。', command: 'sparekey check ADDRESS' }],
    },
  },
}
