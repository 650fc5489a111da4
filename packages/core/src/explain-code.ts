import { homeAt } from './settings/domains.ts'
import { textOf } from './diagnosis/words/text-of.ts'
import type { Circumstances, Language, Text, WordedCode } from './diagnosis/words/words.ts'
import { languages } from './languages.ts'

/** What may be known of a case without a check. */
export type About = Partial<Omit<Circumstances, 'differences'>>

/**
 * A code's explanation without a check. What is known of the case makes it shorter: an address tells the kind of account,
 * where its domain does; else what holds for either kind is told for both.
 */
export function explain<Code extends WordedCode>(code: Code, lang: Language, known: About = {}): Text & { code: Code } {
  const about = {
    account: 'unknown',
    ...homeOf(known.address),
    certainty: 'certain',
    differences: [],
    ...known,
  } as const
  return { code, ...textOf(languages[lang], code, about) }
}

function homeOf(address = ''): Pick<Circumstances, 'cloud'> & Partial<Pick<Circumstances, 'account'>> {
  const home = homeAt(address.slice(address.lastIndexOf('@') + 1).toLowerCase())
  if (home === undefined) return {}
  return { account: home.account, ...(home.cloud !== 'global' && { cloud: home.cloud }) }
}
