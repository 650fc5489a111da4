import { expect, it } from 'vitest'
import * as library from './index.ts'

it('exports these values and no more', () => {
  expect(Object.keys(library).sort()).toMatchInlineSnapshot(`
    [
      "POP3Server",
      "matches",
    ]
  `)
})
