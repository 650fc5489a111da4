import type { ListOf, MistakeWords } from './mistake.ts'

const lists: Readonly<Record<ListOf, string>> = {
  addresses: 'アドレス',
  accounts: 'アカウント',
  tenants: 'テナント',
  clients: 'クライアント',
  scopes: 'スコープ',
  paths: '.eml ファイルのパス',
}

const quoted = (values: readonly string[]) => values.map((value) => JSON.stringify(value))

/** `"a" か "b" `, `"a"、"b"、"c" のいずれか` */
const anyOf = (values: readonly string[]) =>
  values.length > 2 ? `${quoted(values).join('、')} のいずれか` : `${quoted(values).join(' か ')} `

export const japaneseMistakes: MistakeWords = {
  missing: () => 'がありません',
  empty: () => 'を空にすることはできません',
  'not-text': () => 'は文字列で指定してください',
  'too-long': ({ characters }) => `は ${characters} 文字以内で指定してください`,
  'not-true-or-false': () => 'は true か false で指定してください',
  'not-a-number': () => 'は数値で指定してください',
  'not-whole': () => 'は整数で指定してください',
  'too-small': ({ least }) => `は ${least} 以上で指定してください`,
  'too-many-seconds': ({ most }) => `は ${most} 秒以内で指定してください`,
  'not-an-object': () => 'はオブジェクト（{ … }）で指定してください',
  'unknown-key': ({ known }) => `という項目はありません。使えるのは ${known.join(', ')} です`,
  'not-one-of': ({ values }) => `は ${anyOf(values)}で指定してください`,
  'not-a-list-of': ({ what }) => `は${what === 'paths' ? ' ' : ''}${lists[what]}の一覧で指定してください`,
  'not-a-list-of-values': ({ values }) => `は ${quoted(values).join(' と ')} の一覧で指定してください`,
  'too-many': ({ most, what }) =>
    what === 'scopes' ? `に指定できるのは ${most} 個までです` : `に指定できるのは ${most} 件までです`,

  'not-an-address': ({ example }) => `はメールアドレスで指定してください（例: ${example}）`,
  'not-a-domain': ({ example }) => `はメールのドメインで指定してください（例: ${example}）`,
  'not-a-date': ({ example }) => `は日付で指定してください（例: ${example}）`,
  'not-an-instant': ({ example }) => `は日付か日時で指定してください（例: ${example}）`,
  'not-a-duration': ({ example }) => `は ISO 8601 の期間で指定してください（例: ${example}）`,
  'not-a-redirect-uri': () => 'は # のない完全な URL で指定してください',
  'not-a-client-id': () => 'は英数字と . _ - の 100 文字以内で指定してください',
  'not-a-folder-name': () => 'はフォルダーの名前に使えません',
  'not-folders-with-paths': () => 'はフォルダーごとにファイルのパスの一覧を指定してください',
  'not-addresses-with-folders': () => 'はアドレスごとにフォルダーを並べて指定してください',
  'not-an-aadsts-number': ({ example }) => `は AADSTS の番号で指定してください（例: ${example}）`,
  'no-change-of-the-clock': () => 'には now、advance、frozen のいずれかが必要です',

  'address-of-another-account': () => 'は別のアカウントで使われています',
  'address-of-an-account': () => 'はほかで使われています',
  'address-of-no-account': () => 'というアドレスのアカウントはありません',
  'domain-twice': () => 'が 2 回指定されています',
  'not-the-domain-of-the-path': () => 'は URL のドメインと同じにしてください',
  'id-of-another-client': () => 'は別のクライアントの ID です',
  'secret-of-a-public-client': () => 'は指定できません。public のクライアントにはありません',
  'secret-missing': () => 'がありません。confidential のクライアントには必要です',
  'folder-too-many': () => 'はフォルダーの数の上限を超えます',
  'does-not-fit': () => 'はメールボックスの上限に収まりません',

  'not-a-number-from': ({ min, max, whole }) =>
    `は ${min} から ${max} までの${whole ? '整数' : '数値'}で指定してください`,
  'not-a-word': ({ words }) => `は次のいずれかで指定してください: ${words.join(', ')}`,
  'not-a-host': () => 'はホスト名か IP アドレスで指定してください',
  'beyond-the-year-9999': () => 'は 9999 年を超えない範囲で指定してください',
  'client-not-registered': () => 'は登録されていません',
  'scope-unknown': () => 'に存在しないスコープがあります',
  'aadsts-without-words': ({ known }) =>
    `は、モックが文面を持つ AADSTS の番号か、次のいずれかで指定してください: ${known.join(', ')}`,
}
