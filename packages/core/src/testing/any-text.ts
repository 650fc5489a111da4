import * as fc from 'fast-check'

/** Text of all kinds of characters, control characters among them. Not part of the product. */
export const anyText = fc.array(fc.oneof(fc.nat(0x7f), fc.nat(0xffff))).map((codes) => String.fromCharCode(...codes))
