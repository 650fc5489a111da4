/** What an element does to the text of a message that is shown without layout. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** They stand apart: a line of their own, and an empty one between two of them. */
export const apart = set('blockquote br details dl fieldset figure h1 h2 h3 h4 h5 h6 hr ol p pre table ul')

/** They begin and end a line. */
export const block = set(
  'address article aside body center dd div dt figcaption footer form header li main nav section summary tr',
)

/** Nothing in them is for a person. Their end is found by the tokenizer, but for `template`. */
export const unseen = set('iframe noembed noframes script style template title')

/** They have no end tag. */
export const empty = set('area base br col embed hr img input link meta param source track wbr')

/** A paragraph ends where one of these begins (HTML, 13.2.6.4.7), so it does not hide what follows. */
export const endsParagraph = set(
  'address article aside blockquote center details div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table ul',
)

/** They end where another of their kind begins. */
export const endedByAlike: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['li', set('li')],
  ['dd', set('dd dt')],
  ['dt', set('dd dt')],
  ['td', set('td th tr')],
  ['th', set('td th tr')],
  ['tr', set('tr')],
  ['option', set('option optgroup')],
])
