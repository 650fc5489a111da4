import { describe } from '@sparekey/core'
import { accountDocument } from '../../accounts/account.ts'
import { plainLine } from '../../render/plain.ts'
import { wrap } from '../../render/wrap.ts'
import type { Context } from '../../run/context.ts'
import type { Language } from '../../words/words.ts'
import { wasLetIn, type SignedIn } from './signed-in.ts'

export function renderSignedIn({ account, report }: SignedIn, { say, out, lang }: Context): string[] {
  const { login } = say
  const { style, columns } = out
  const signedIn = login.signedIn[account.signIn](plainLine(account.address))
  const letIn = report !== undefined && wasLetIn(report)
  const problem =
    report === undefined ? login.notTried : login.notLetIn(describe(report.finding, { lang, report }).title)
  const lines = [...wrap(signedIn, columns - 2), ...wrap(letIn ? login.letIn : problem, columns - 2)]
  return lines.map((line, index) => `${index === 0 ? style.green('✓') : ' '} ${line}`)
}

export function signedInDocument({ account, report }: SignedIn, lang: Language): Record<string, unknown> {
  const verified = report !== undefined && wasLetIn(report)
  const finding = report && !verified && describe(report.finding, { lang, report })
  return { ...accountDocument(account), verified, ...(finding && { finding }) }
}
