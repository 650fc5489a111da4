/** Every verb there is. What Microsoft does not offer (ENABLE, SORT, COMPRESS, QUOTA and the rest) is not here. */
import { append } from './append.ts'
import { authenticate } from './authenticate.ts'
import { close } from './close.ts'
import type { CommandFile, CommandRules } from './command.ts'
import { copy, move } from './copy.ts'
import { expunge, uidExpunge } from './expunge.ts'
import { fetch } from './fetch.ts'
import { create, remove, rename, subscribe } from './folders.ts'
import { idle } from './idle.ts'
import { list, lsub } from './list.ts'
import { login } from './login.ts'
import { search } from './search.ts'
import { select } from './select.ts'
import { status } from './status.ts'
import { stock } from './stock.ts'
import { store } from './store.ts'

export const files: readonly CommandFile[] = [
  append,
  authenticate,
  close,
  copy,
  create,
  expunge,
  fetch,
  idle,
  list,
  login,
  lsub,
  move,
  remove,
  rename,
  search,
  select,
  status,
  store,
  subscribe,
  uidExpunge,
]

/** By verb; what is asked of hoodiecrow is asked by these names only. */
export const rules: ReadonlyMap<string, CommandRules> = new Map(
  [...files, ...stock].flatMap((file: CommandRules) => file.verbs.map((verb) => [verb, file])),
)
