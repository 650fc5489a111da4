import type { StoredAccount } from '../../accounts/account.ts'
import { plainLine } from '../../render/plain.ts'
import type { Page } from '../../render/style.ts'
import { renderTable } from '../../render/table.ts'
import { wrap } from '../../render/wrap.ts'
import type { Words } from '../../words/words.ts'

/** The accounts as a table; no secret is in it. */
export function renderAccounts(list: readonly StoredAccount[], { accounts }: Words, page: Page): string[] {
  if (list.length === 0) return wrap(accounts.none, page.columns)
  const rows = list.map(({ address, signIn, store, since }) => [
    plainLine(address),
    accounts.signIn[signIn],
    accounts.store[store],
    plainLine(since.slice(0, 10)),
  ])
  return renderTable([accounts.address, accounts.signsIn, accounts.keptIn, accounts.since], rows, page)
}
