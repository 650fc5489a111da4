import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { askSecret } from './prompt.ts'

async function ask(keys: string) {
  const raw: boolean[] = []
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (on: boolean) => void raw.push(on) })
  const output = new PassThrough()
  const answer = askSecret('Password of hanako@hotmail.com', { input, output })
  input.write(keys)
  await answer
  output.end()
  return { answer: await answer, shown: await text(output), raw }
}

describe('a question for a secret', () => {
  it.each([
    ['correct horse\r', 'correct horse'],
    ['pässwörd 桜\r', 'pässwörd 桜'],
    ['"quo\\te"\n', '"quo\\te"'],
    ['mistyped\u0015right\r', 'right'],
    ['rightx\u007f\r', 'right'],
    ['\r', ''],
    ['half\u0003', undefined],
    ['\u0004', undefined],
  ])('to which %j is typed gets %j', async (keys, secret) => {
    expect((await ask(keys)).answer).toBe(secret)
  })

  it('shows nothing of it, and leaves the terminal as it was', async () => {
    const { shown, raw } = await ask('correct horse\r')
    expect(shown).toBe('Password of hanako@hotmail.com: \n')
    expect(raw).toEqual([true, false])
  })
})
