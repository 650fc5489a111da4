/** Accounts for a person and for programs. Nothing here has ever seen a secret. */
import { describe } from '@sparekey/core'
import type { StoredAccount } from '../../accounts/account.ts'
import type { Context } from '../../run/context.ts'
import type { Language } from '../../command-line/language.ts'
import { wasLetIn, type SignedIn } from '../login/signed-in.ts'
import type { Messages } from '../../words/messages.ts'
import type { Output } from '../../run/output.ts'
import { plainLine } from '../../render/plain.ts'
import { renderTable } from '../../render/table.ts'
import { wrap } from '../../render/width.ts'

export function renderAccounts(list: readonly StoredAccount[], { accounts }: Messages, out: Output): string[] {
  if (list.length === 0) return wrap(accounts.none, out.columns)
  const rows = list.map(({ address, signIn, store, since }) => [
    plainLine(address),
    accounts.signIn[signIn],
    accounts.store[store],
    plainLine(since.slice(0, 10)),
  ])
  return renderTable([accounts.address, accounts.signsIn, accounts.keptIn, accounts.since], rows, out)
}

export function accountDocument(stored: StoredAccount): Record<string, unknown> {
  const { realm: _, kind, ...account } = stored
  return { ...account, account: kind }
}

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
