import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainLines } from '../../render/plain.ts'
import { renderRaw } from './render-raw.ts'

describe('a message as it is, on a terminal', () => {
  it('has all its lines, in whatever pieces', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '日', '\n', '\r\n', '\u001b') })
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 10 }), (given, most) => {
        const lines = [...renderRaw(Buffer.from(given), most)].flat()
        const whole = plainLines(given)
        // The line end of the last line begins no further one.
        expect(lines.length === whole.length ? lines : [...lines, '']).toEqual(given === '' ? [''] : whole)
      }),
    )
  })
})
