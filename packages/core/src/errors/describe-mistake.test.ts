import { expect, test } from 'vitest'
import { describeMistake } from './describe-mistake.ts'
import type { MapMistake, MapMistakeCode } from './map-mistakes.ts'

const example = '127.0.0.1:40993'

/** Every mistake there can be, as it is told in English and in Japanese. */
const rows: { [C in MapMistakeCode]: [params: MapMistake<C>['params'], english: string, japanese: string] } = {
  missing: [{}, '$.x: is missing', '$.x がありません'],
  'not-json': [{}, '$.x: not JSON', '$.x は JSON として読めません'],
  'too-large': [{ bytes: 1_048_576 }, '$.x: larger than 1048576 bytes', '$.x は 1048576 バイトを超えています'],
  'not-an-object': [{}, '$.x: must be an object', '$.x はオブジェクト（{ … }）で指定してください'],
  'not-a-list': [{}, '$.x: must be a list', '$.x は一覧（配列）で指定してください'],
  'not-text': [{}, '$.x: must be text', '$.x は文字列で指定してください'],
  'not-version-1': [{}, '$.x: must be 1', '$.x は 1 にしてください'],
  'not-a-day': [
    { example: '2021-05-01' },
    '$.x: must be a date such as 2021-05-01',
    '$.x は日付で指定してください（例: 2021-05-01）',
  ],
  'not-a-time': [{}, '$.x: must be an ISO 8601 time', '$.x は日時で指定してください（例: 2021-05-01T00:00:00Z）'],
  'not-a-certificate': [{}, '$.x: must be a certificate in PEM', '$.x は PEM 形式の証明書で指定してください'],
  'not-a-target': [
    { example },
    '$.x: must be HOST:PORT, such as 127.0.0.1:40993',
    '$.x は「ホスト:ポート」で指定してください（例: 127.0.0.1:40993）',
  ],
  'name-not-a-target': [
    { example },
    '$.x: the name must be HOST:PORT, such as 127.0.0.1:40993',
    '$.x は「ホスト:ポート」で指定してください（例: 127.0.0.1:40993）',
  ],
  'not-a-url': [{}, '$.x: must be a URL', '$.x は URL で指定してください'],
  'name-not-a-url': [{}, '$.x: the name must be a URL', '$.x は URL で指定してください'],
  'not-an-http-url': [{}, '$.x: must be an http or https URL', '$.x は http か https の URL で指定してください'],
  'name-not-an-http-url': [
    {},
    '$.x: the name must be an http or https URL',
    '$.x は http か https の URL で指定してください',
  ],
  'not-local': [{ target: '192.0.2.1:993' }, '$.x: 192.0.2.1:993', '$.x: 192.0.2.1:993'],
}

test.each(Object.entries(rows))('the mistake %s has words in both languages', (code, [params, english, japanese]) => {
  const mistake = { path: '$.x', code, params } as MapMistake
  expect([describeMistake(mistake, 'en'), describeMistake(mistake, 'ja')]).toEqual([english, japanese])
})
