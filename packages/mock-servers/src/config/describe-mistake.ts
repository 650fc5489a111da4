import { englishMistakes } from './mistakes-en.ts'
import { japaneseMistakes } from './mistakes-ja.ts'
import type { Mistake, MistakeWords } from './mistake.ts'

/** A mistake in a configuration in words, behind its path. */
export function describeMistake(mistake: Mistake, lang: 'en' | 'ja'): string {
  return `${mistake.path} ${wordsOf(mistake, lang === 'ja' ? japaneseMistakes : englishMistakes)}`
}

/** A mistake as programs get it: the data, and a sentence of English. */
export function toldMistake<M extends Mistake>(mistake: M): M & { message: string } {
  return { ...mistake, message: wordsOf(mistake, englishMistakes) }
}

function wordsOf({ code, params }: Mistake, words: MistakeWords): string {
  return (words[code] as (params: Mistake['params']) => string)(params)
}
