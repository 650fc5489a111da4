import type { NextStep } from '../../finding.ts'
import { protocolNames, run, sentenceFor, stepsFor, webMail } from '../parts.ts'
import type { Circumstances, Step } from '../words.ts'

export const mailServer = ({ protocol }: Circumstances) =>
  protocol ? `${protocolNames[protocol]} サーバー` : 'メールサーバー'
export const place = (about: Circumstances) =>
  about.host === undefined ? mailServer(about) : `${about.host}（ポート ${about.port}）`
/** 英数字の名前は後ろを半角空けて文につなぐ。名前が分からないときの言い方は空けない。 */
export const named = (name: string | undefined, otherwise: string) => (name === undefined ? otherwise : `${name} `)
/** ISO 形式の日付を、文中での書き方にする。 */
export const dayInWords = (day: string) => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year} 年 ${month} 月 ${date} 日`
}
/** 英数字で終わる名前は、後ろを半角空けて文につなぐ。 */
export const programName = ({ program }: Circumstances) => program?.name.ja.replace(/(?<=[!-~])$/, ' ')
export const door = ({ protocol }: Circumstances) => named(protocol && protocolNames[protocol], 'このプロトコル')
export const proof = ({ credential }: Circumstances) => (credential === 'token' ? 'トークン' : 'パスワード')
export const checkAgain = (about: Circumstances): NextStep => ({
  text: 'そのあと、もう一度確認します。',
  ...run(about, 'check'),
})
export const rightSettings = (about: Circumstances): NextStep => ({
  text:
    about.account === 'unknown'
      ? 'メールソフトのサーバー名、ポート、暗号化方式を、メールの提供元が案内している設定と見比べてください。'
      : 'メールソフトのサーバー名、ポート、暗号化方式を、正しい設定と見比べてください。',
  ...run(about, 'settings'),
})
/** 頼みごとは「…する」の形で渡す。続きの文は句点まで、前に置く条件は読点まで書く。 */
export const administrator = (what: string, url?: string, more = '', when = ''): NextStep => ({
  text: `${when}組織の管理者に、${what}よう依頼してください。${more}`,
  ...(url !== undefined && { url }),
})
export const tryLater: NextStep = {
  text: '15 分ほど待ってから、1 回だけやり直してください。何度も繰り返すと、使えるようになるまでの時間が延びます。',
}
export const signInAgain = ({ address = 'ADDRESS' }: Circumstances): NextStep => ({
  text: 'もう一度 Microsoft にサインインします。',
  command: `sparekey login ${address}`,
})
export const webMailStep = ({ account }: Circumstances): Step => ({
  text: 'それまでのあいだ、メールはブラウザーで読めます。',
  ...webMail(account),
})
export const forKind = ({ account }: Circumstances, personal: Step[], work: Step[]) =>
  stepsFor(
    account,
    { personal, work },
    { personal: '個人用アカウントの場合: ', work: '職場や学校のアカウントの場合: ' },
  )
export const byKind = ({ account }: Circumstances, personal: string, work: string) =>
  sentenceFor(account, { personal, work }, '')
/** 文面は、判定の確かさより強く言い切らない。 */
export const ifCertain = ({ certainty }: Circumstances, certain: string, otherwise: string) =>
  certainty === 'certain' ? certain : otherwise
