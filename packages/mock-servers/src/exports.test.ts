import { expect, test } from 'vitest'
import * as mock from './index.ts'

test('what the package gives away is on purpose', () => {
  expect(Object.keys(mock).toSorted()).toMatchInlineSnapshot(`
    [
      "AddressTaken",
      "AppPasswordRefused",
      "CannotListen",
      "ConfigInvalid",
      "MailboxFull",
      "MessageUnreadable",
      "describeMistake",
      "refusalReasons",
      "startMicrosoft",
    ]
  `)
})
