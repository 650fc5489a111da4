import { describe, expect, it } from 'vitest'
import { refusalIn } from './refusals.ts'

describe('refusalIn', () => {
  it.each([
    ['554 5.2.2 mailbox full; STOREDRV.Submission.Exception:QuotaExceededException', 'mailbox-full'],
    ['552-5.2.2 mailbox full', 'mailbox-full'],
    ['507 ErrorQuotaExceeded: no room', 'mailbox-full'],
    ['413 BadRequest: too large', 'message-too-large'],
    ['554 5.2.252 SendAsDenied', 'other'],
    ['552 5.3.4 Message size exceeds fixed maximum message size', 'message-too-large'],
    ['554 5.7.1 not a word about 5.2.2', 'other'],
    [undefined, 'other'],
  ])('knows %j as %s', (reply, meaning) => {
    expect(refusalIn(reply === undefined ? {} : { reply })).toBe(meaning)
  })
})
