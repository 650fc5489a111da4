import * as fc from 'fast-check'

/**
 * Text of all kinds of characters; every third one is a control character, one that reorders what is read or cannot be
 * seen, or half a character: what hostile text is made of, and chance alone practically never brings. Not part of the
 * product.
 */
export const anyText = fc
  .array(fc.oneof(fc.nat(0x7f), fc.nat(0xffff), hostileCode()))
  .map((codes) => String.fromCharCode(...codes))

function hostileCode(): fc.Arbitrary<number> {
  const between = (min: number, max: number) => fc.integer({ min, max })
  return fc.oneof(
    // C0, DEL and C1.
    between(0x00, 0x1f),
    between(0x7f, 0x9f),
    // Marks, embeddings, overrides and isolates of bidirectional text; line and paragraph separator.
    fc.constant(0x061c),
    between(0x200b, 0x200f),
    between(0x2028, 0x202e),
    between(0x2060, 0x2069),
    // Byte order mark, soft hyphen, no-break space, halves of characters.
    fc.constantFrom(0xfeff, 0x00ad, 0x00a0, 0xd800, 0xdbff, 0xdc00, 0xdfff),
  )
}
