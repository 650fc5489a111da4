import { Readable } from 'node:stream'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstLine } from './first-line.ts'

const from = (...chunks: (string | Buffer)[]) => firstLine(Readable.from(chunks.map((chunk) => Buffer.from(chunk))))

describe('firstLine', () => {
  it.each([
    ['secret\n', 'secret'],
    ['secret\r\n', 'secret'],
    ['secret', 'secret'],
    ['secret\nmore\n', 'secret'],
    ['  with spaces  \n', '  with spaces  '],
    ['パスワード\n', 'パスワード'],
    ['nul\0inside\n', 'nul\0inside'],
    ['\n', ''],
  ])('of %j is %j', async (text, line) => {
    expect(await from(text)).toBe(line)
  })

  it('is nothing if the stream says nothing', async () => {
    expect(await from()).toBeUndefined()
  })

  it('does not read on for ever', async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(8192, 'a')
      })(),
    )
    await expect(firstLine(endless)).rejects.toMatchObject({ code: 'bad-secret' })
  })

  it.each(['\n', '\r\n', '\nmore', ''])(
    'may have 64 KiB before its end, which is %j, and not one byte more',
    async (end) => {
      const most = end === '\r\n' ? 65_535 : 65_536
      expect(await from('a'.repeat(most) + end)).toHaveLength(most)
      await expect(from('a'.repeat(most + 1) + end)).rejects.toMatchObject({ code: 'bad-secret' })
      await expect(from('a'.repeat(most), `a${end}`)).rejects.toMatchObject({ code: 'bad-secret' })
    },
  )

  it('is not guessed at where it is not UTF-8', async () => {
    await expect(from(Buffer.from('p\xe4ssword\n', 'latin1'))).rejects.toMatchObject({ code: 'bad-secret' })
    expect(await from('\ufeffpassword\n')).toBe('\ufeffpassword')
  })

  it('is the same however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(20), { maxLength: 10 }), async (cuts) => {
        const bytes = Buffer.from('パス"ワ\\ード\r\nzweite\n')
        const chunks = cuts.toSorted((a, b) => a - b).map((cut, index, all) => bytes.subarray(all[index - 1] ?? 0, cut))
        expect(await from(...chunks, bytes.subarray(cuts.length === 0 ? 0 : Math.max(...cuts)))).toBe('パス"ワ\\ード')
      }),
    )
  })
})
