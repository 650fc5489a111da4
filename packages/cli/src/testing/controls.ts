import * as fc from 'fast-check'

/** Text that nobody sends who means well. */
export const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\u001b[2J', '\u009b', '\r', '\n', '\t', '\u0000', '\u202e', '\u2066', '\u007f', '件名', 'word '),
    fc.string({ unit: 'binary', maxLength: 2 }),
  ),
  maxLength: 30,
})
/** What a terminal would obey. */
export const controls = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u
