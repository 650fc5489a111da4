import type { ExplainWords } from '../explain.ts'

export const explain: ExplainWords = {
  explain: {
    recognised: {
      server: (protocol) => `見つかった手がかり: ${protocol === undefined ? 'メール' : `${protocol} `}サーバーの返答`,
      identity: () => '見つかった手がかり: Microsoft のサインイン サービスの返答',
      program: () => '見つかった手がかり: メールソフトや機器のメッセージ',
      bounce: () => '見つかった手がかり: 配信状況の通知',
    },
    alsoPossible: 'ほかに考えられること',
    otherRecipients: 'ほかの宛先',
    recipients: (shown) => `宛先: ${shown.join('、')}`,
    andOthers: (count) => `ほか ${count} 件`,
  },
}
