import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { width } from '../../render/width.ts'
import { hostileText } from '@sparekey/testkit/hostile'
import { controls } from '../../testing/controls.ts'
import { outputOf } from '../../testing/output.ts'
import { en } from '../../words/en/en.ts'
import { ja } from '../../words/ja/ja.ts'
import { renderSent } from '../send/render.ts'
import { renderList } from './render-list.ts'
import { renderMessage } from './render-message.ts'

describe('mail that is shown', () => {
  it('holds no control character, whatever the message says', () => {
    const summary = fc.record({ uid: hostileText, from: hostileText, subject: hostileText, date: fc.constant(null) })
    const message = fc.record({
      headers: fc.record({ from: hostileText, to: fc.array(hostileText), subject: hostileText, date: hostileText }),
      date: fc.constant(null),
      text: fc.option(hostileText),
      html: fc.option(hostileText),
      attachments: fc.array(fc.record({ filename: fc.option(hostileText), contentType: hostileText, size: fc.nat() })),
    })
    fc.assert(
      fc.property(fc.array(summary), message, hostileText, (summaries, read, text) => {
        const out = outputOf(80)
        const messages = summaries.map((one) => ({ ...one, messageId: null, to: [], size: 1, flags: [] }))
        const via = 'graph' as const
        const sent = { accepted: [text], rejected: [{ address: text, reply: text }], messageId: text, reply: text, via }
        const lines = [
          ...renderList(messages, { folder: text, protocol: 'imap' }, ja, out),
          ...renderMessage(read, read.html ?? '', en, out),
          ...renderSent(sent, en, out),
        ]
        expect(lines.join('')).not.toMatch(controls)
      }),
    )
  })

  it('keeps within a narrow terminal', () => {
    const message = {
      uid: '12345',
      messageId: null,
      from: '長い名前の差出人さん <somebody.with.a.long.name@outlook.jp>',
      to: [],
      subject: '件名もとても長くて一行には収まりません。'.repeat(3),
      date: '2021-05-01T00:00:00.000Z',
      size: 1,
      flags: [],
    }
    for (const uid of ['1', '12345', 'AQAAABZ0eHQ'.repeat(6)]) {
      for (let columns = 20; columns <= 200; columns++) {
        const lines = renderList([{ ...message, uid }], { folder: 'INBOX', protocol: 'pop3' }, ja, outputOf(columns))
        expect(Math.max(...lines.map(width))).toBeLessThanOrEqual(columns)
        expect(lines.join('').replaceAll(' ', '')).toContain(uid)
      }
    }
  })

  it('as sent keeps within it too', () => {
    const rejected = [{ address: 'somebody.with.a.long.name@outlook.jp', reply: '550 5.1.1 No such user' }]
    const sent = { accepted: [], rejected, messageId: '<a@b.example>', reply: '250 OK', via: 'graph' as const }
    for (const say of [en, ja]) {
      for (let columns = 20; columns <= 200; columns++) {
        expect(Math.max(...renderSent(sent, say, outputOf(columns)).map(width))).toBeLessThanOrEqual(columns)
      }
    }
  })
})
