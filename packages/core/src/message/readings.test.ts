import { readings } from '@sparekey/testkit/readings'
import { describe, expect, test } from 'vitest'
import { htmlToText, readMessage, summarize } from './read.ts'

describe('a person sees what was meant', () => {
  test.each(readings)('$about', async ({ raw, seen }) => {
    const { text, html, attachments, headers } = await readMessage(raw)
    const { subject, from, date } = await summarize(raw)
    const words = (text ?? (html === null ? '' : await htmlToText(html))).trim()
    expect({ subject, from, date, text: words, attachments }).toMatchObject(seen)
    // `read` and `list` agree.
    expect(headers['subject'] ?? '').toBe(subject)
  })
})
