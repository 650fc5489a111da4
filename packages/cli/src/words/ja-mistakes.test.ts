import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { mistakeInJapanese } from './ja-mistakes.ts'

it.each([
  ['$.asOf must be an ISO date, such as 2021-05-01', '$.asOf は日付で指定してください（例: 2021-05-01）'],
  ['$.connect: is missing', '$.connect がありません'],
  [
    '$.connect["x"]: the name must be HOST:PORT, such as 127.0.0.1:1',
    '$.connect["x"] は「ホスト:ポート」で指定してください（例: 127.0.0.1:1）',
  ],
  [
    '$.mail["a@b.example"].Inbox[0] does not fit: the mailbox is full',
    '$.mail["a@b.example"].Inbox[0] はメールボックスの上限に収まりません',
  ],
  ['something new', 'something new'],
])('%s', (english, japanese) => {
  expect(mistakeInJapanese(english)).toBe(japanese)
})

it.each(['mock-servers/src/config/schema.ts', 'mock-servers/src/config/config.ts', 'core/src/network/server-map.ts'])(
  'has words for every mistake of a file in %s',
  async (path) => {
    const source = await readFile(new URL(`../../../${path}`, import.meta.url), 'utf8')
    const sentences = [
      ...source.matchAll(/['`]((?:must|is missing|is not known|belongs|is described|no account)[^'`]*)['`]/g),
    ]
    const said = sentences.map(([, sentence = '']) => sentence.replaceAll(/\$\{.*?\}/g, '5'))
    expect(said.length).toBeGreaterThan(4)
    // What only a program's request can get wrong is told in the API's language.
    const ofTheApi =
      /scopes|AADSTS|seconds|"(?:authorize|approved)"|instant|duration|must have now|domain in the address/
    expect(
      said.filter((sentence) => mistakeInJapanese(`$.x ${sentence}`) === `$.x ${sentence}` && !ofTheApi.test(sentence)),
    ).toEqual([])
  },
)
