import { expect, test } from 'vitest'
import { describeMistake } from './describe-mistake.ts'
import type { Mistake, MistakeCode } from './mistake.ts'

type Row<C extends MistakeCode> = [params: Mistake<C>['params'], english: string, japanese: string]

/** Every mistake there can be, as it is told behind its path in English and in Japanese. */
const rows: { [C in MistakeCode]: Row<C>[] } = {
  missing: [[{}, 'is missing', 'がありません']],
  empty: [[{}, 'must not be empty', 'を空にすることはできません']],
  'not-text': [[{}, 'must be text', 'は文字列で指定してください']],
  'too-long': [[{ characters: 1024 }, 'must have at most 1024 characters', 'は 1024 文字以内で指定してください']],
  'not-true-or-false': [[{}, 'must be true or false', 'は true か false で指定してください']],
  'not-a-number': [[{}, 'must be a number', 'は数値で指定してください']],
  'not-whole': [[{}, 'must be a whole number', 'は整数で指定してください']],
  'too-small': [[{ least: 1 }, 'must be at least 1', 'は 1 以上で指定してください']],
  'too-many-seconds': [[{ most: 9 }, 'must be at most 9 seconds', 'は 9 秒以内で指定してください']],
  'not-an-object': [[{}, 'must be an object', 'はオブジェクト（{ … }）で指定してください']],
  'unknown-key': [
    [{ known: ['a', 'b'] }, 'is not known here; known are a, b', 'という項目はありません。使えるのは a, b です'],
  ],
  'not-one-of': [
    [{ values: ['personal', 'work'] }, 'must be "personal" or "work"', 'は "personal" か "work" で指定してください'],
    [
      { values: ['authorize', 'token', 'devicecode'] },
      'must be "authorize", "token" or "devicecode"',
      'は "authorize"、"token"、"devicecode" のいずれかで指定してください',
    ],
  ],
  'not-a-list-of': [
    [{ what: 'addresses' }, 'must be a list of addresses', 'はアドレスの一覧で指定してください'],
    [{ what: 'accounts' }, 'must be a list of accounts', 'はアカウントの一覧で指定してください'],
    [{ what: 'tenants' }, 'must be a list of tenants', 'はテナントの一覧で指定してください'],
    [{ what: 'clients' }, 'must be a list of clients', 'はクライアントの一覧で指定してください'],
    [{ what: 'scopes' }, 'must be a list of scopes', 'はスコープの一覧で指定してください'],
    [{ what: 'paths' }, 'must be a list of paths to .eml files', 'は .eml ファイルのパスの一覧で指定してください'],
  ],
  'not-a-list-of-values': [
    [
      { values: ['personal', 'work'] },
      'must be a list of "personal" and "work"',
      'は "personal" と "work" の一覧で指定してください',
    ],
  ],
  'too-many': [
    [{ most: 400, what: 'addresses' }, 'must have at most 400 addresses', 'に指定できるのは 400 件までです'],
    [{ most: 50, what: 'scopes' }, 'must have at most 50 scopes', 'に指定できるのは 50 個までです'],
  ],

  'not-an-address': [
    [{ example: 'a@b.c' }, 'must be a mail address, such as a@b.c', 'はメールアドレスで指定してください（例: a@b.c）'],
  ],
  'not-a-domain': [
    [{ example: 'b.c' }, 'must be a mail domain, such as b.c', 'はメールのドメインで指定してください（例: b.c）'],
  ],
  'not-a-date': [
    [
      { example: '2021-05-01' },
      'must be an ISO date, such as 2021-05-01',
      'は日付で指定してください（例: 2021-05-01）',
    ],
  ],
  'not-an-instant': [
    [
      { example: '2026-11-22' },
      'must be an ISO date or instant, such as 2026-11-22',
      'は日付か日時で指定してください（例: 2026-11-22）',
    ],
  ],
  'not-a-duration': [
    [{ example: 'PT1H' }, 'must be an ISO duration, such as PT1H', 'は ISO 8601 の期間で指定してください（例: PT1H）'],
  ],
  'not-a-redirect-uri': [
    [{}, 'must be an absolute address without a fragment', 'は # のない完全な URL で指定してください'],
  ],
  'not-a-client-id': [
    [{}, 'must be 1 to 100 letters, digits, and any of . _ -', 'は英数字と . _ - の 100 文字以内で指定してください'],
  ],
  'not-a-folder-name': [[{}, 'cannot be the name of a folder', 'はフォルダーの名前に使えません']],
  'not-folders-with-paths': [
    [
      {},
      'must be an object: folder names, each with a list of paths',
      'はフォルダーごとにファイルのパスの一覧を指定してください',
    ],
  ],
  'not-addresses-with-folders': [
    [{}, 'must be an object: addresses, each with its folders', 'はアドレスごとにフォルダーを並べて指定してください'],
  ],
  'not-an-aadsts-number': [
    [
      { example: '53003' },
      'must be an AADSTS number, such as 53003',
      'は AADSTS の番号で指定してください（例: 53003）',
    ],
  ],
  'no-change-of-the-clock': [
    [{}, 'must have now, advance or frozen', 'には now、advance、frozen のいずれかが必要です'],
  ],

  'address-of-another-account': [[{}, 'belongs to another account already', 'は別のアカウントで使われています']],
  'address-of-an-account': [[{}, 'belongs to an account already', 'はほかで使われています']],
  'address-of-no-account': [[{}, 'no account has this address', 'というアドレスのアカウントはありません']],
  'domain-twice': [[{}, 'is described twice', 'が 2 回指定されています']],
  'not-the-domain-of-the-path': [[{}, 'must be the domain in the address', 'は URL のドメインと同じにしてください']],
  'id-of-another-client': [[{}, 'is the id of another client already', 'は別のクライアントの ID です']],
  'secret-of-a-public-client': [
    [{}, 'must be left out: a public client has none', 'は指定できません。public のクライアントにはありません'],
  ],
  'secret-missing': [
    [
      {},
      'is missing: a confidential client proves itself with it',
      'がありません。confidential のクライアントには必要です',
    ],
  ],
  'folder-too-many': [[{}, 'is a folder too many', 'はフォルダーの数の上限を超えます']],
  'does-not-fit': [
    [{ reason: 'the mailbox is full' }, 'does not fit: the mailbox is full', 'はメールボックスの上限に収まりません'],
  ],

  'not-a-number-from': [
    [
      { min: 1, max: 65_535, whole: true },
      'must be a whole number from 1 to 65535',
      'は 1 から 65535 までの整数で指定してください',
    ],
    [{ min: 0, max: 60, whole: false }, 'must be a number from 0 to 60', 'は 0 から 60 までの数値で指定してください'],
  ],
  'not-a-word': [[{ words: ['a', 'b'] }, 'must be one of a, b', 'は次のいずれかで指定してください: a, b']],
  'not-a-host': [[{}, 'must be a host name or an IP address', 'はホスト名か IP アドレスで指定してください']],
  'beyond-the-year-9999': [[{}, 'must not lead beyond the year 9999', 'は 9999 年を超えない範囲で指定してください']],
  'client-not-registered': [[{}, 'is not registered', 'は登録されていません']],
  'scope-unknown': [[{}, 'has a scope that does not exist', 'に存在しないスコープがあります']],
  'aadsts-without-words': [
    [
      { known: ['a', 'b'] },
      'must be an AADSTS number the mock has words for, or one of a, b',
      'は、モックが文面を持つ AADSTS の番号か、次のいずれかで指定してください: a, b',
    ],
  ],
}

const all = Object.entries(rows).flatMap(([code, list]) => list.map((row) => [code, ...row] as const))

test.each(all)('the mistake %s with %j has words in both languages', (code, params, english, japanese) => {
  const mistake = { path: '$.x', code, params } as Mistake
  expect(describeMistake(mistake, 'en')).toBe(`$.x ${english}`)
  expect(describeMistake(mistake, 'ja')).toBe(`$.x ${japanese}`)
})
