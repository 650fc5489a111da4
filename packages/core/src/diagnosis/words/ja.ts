/** 診断結果の日本語の文面。何が起きたか、なぜか、次に何をすればよいか。画面の名称は Microsoft の日本語表記に合わせる。 */
import { mailbox } from './ja/mailbox.ts'
import { network } from './ja/network.ts'
import { oauth } from './ja/oauth.ts'
import { sending } from './ja/sending.ts'
import { settings } from './ja/settings.ts'
import { signIn } from './ja/sign-in.ts'
import type { Words } from './words.ts'

export const ja: Words = {
  said: (quote, by) => (by === 'server' ? `サーバーの返答:「${quote}」` : `このコンピューターの報告:「${quote}」`),
  findings: { ...signIn, ...mailbox, ...sending, ...oauth, ...settings, ...network },
}
