/** 診断結果の日本語の文面。何が起きたか、なぜか、次に何をすればよいか。画面の名称は Microsoft の日本語表記に合わせる。 */
import { delivery } from './delivery.ts'
import { explanations } from './explanations.ts'
import { mailbox } from './mailbox.ts'
import { network } from './network.ts'
import { oauth } from './oauth.ts'
import { program } from './program.ts'
import { sending } from './sending.ts'
import { settings } from './settings.ts'
import { signIn } from './sign-in.ts'
import { smtpAuth } from './smtp-auth.ts'
import { token } from './token.ts'
import type { Words } from '../words.ts'

export const ja: Words = {
  said: (quote, by) => (by === 'server' ? `サーバーの返答:「${quote}」` : `このコンピューターの報告:「${quote}」`),
  unsure: (title, certainty) => `${title}（${certainty === 'likely' ? '可能性が高い' : '可能性あり'}）`,
  whose: { between: '', personal: '個人用アカウントの場合:', work: '職場や学校のアカウントの場合:' },
  findings: {
    ...signIn,
    ...mailbox,
    ...smtpAuth,
    ...sending,
    ...delivery,
    ...token,
    ...oauth,
    ...program,
    ...settings,
    ...network,
    ...explanations,
  },
}
