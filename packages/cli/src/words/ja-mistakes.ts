/**
 * What is wrong in a configuration or a server map, in Japanese. The packages that read these files say it in English, one
 * line each behind its JSON path; a line that stands in no row stays as it is.
 */

/** The end of a line, and how it is said. */
const rows: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
  [/must be a mail address, such as (\S+)$/, (example) => `はメールアドレスで指定してください（例: ${example}）`],
  [/must be a mail domain, such as (\S+)$/, (example) => `はメールのドメインで指定してください（例: ${example}）`],
  [/must be (?:an ISO date, such as|a date such as) (\S+)$/, (example) => `は日付で指定してください（例: ${example}）`],
  [/must be an ISO 8601 time$/, () => 'は日時で指定してください（例: 2021-05-01T00:00:00Z）'],
  [/must be HOST:PORT, such as (\S+)$/, (example) => `は「ホスト:ポート」で指定してください（例: ${example}）`],
  [/must be a certificate in PEM$/, () => 'は PEM 形式の証明書で指定してください'],
  [/must be a URL$/, () => 'は URL で指定してください'],
  [/must be an http or https URL$/, () => 'は http か https の URL で指定してください'],
  [/must be an absolute address without a fragment$/, () => 'は # のない完全な URL で指定してください'],
  [/must be true or false$/, () => 'は true か false で指定してください'],
  [/must be ("\w+") or ("\w+")$/, (one, other) => `は ${one} か ${other} で指定してください`],
  [/must be a list of ("\w+") and ("\w+")$/, (one, other) => `は ${one} と ${other} の一覧で指定してください`],
  [/must be a number$/, () => 'は数値で指定してください'],
  [/must be a whole number$/, () => 'は整数で指定してください'],
  [/must be at least (\d+)$/, (least) => `は ${least} 以上で指定してください`],
  [/must be text$/, () => 'は文字列で指定してください'],
  [/must not be empty$/, () => 'を空にすることはできません'],
  [/must have at most (\d+) characters$/, (most) => `は ${most} 文字以内で指定してください`],
  [/must have at most (\d+) addresses$/, (most) => `に指定できるのは ${most} 件までです`],
  [/must be 1 to 100 letters, digits, and any of \. _ -$/, () => 'は英数字と . _ - の 100 文字以内で指定してください'],
  [/must be a list of paths to \.eml files$/, () => 'は .eml ファイルのパスの一覧で指定してください'],
  [/must be a list of addresses$/, () => 'はアドレスの一覧で指定してください'],
  [/must be a list of accounts$/, () => 'はアカウントの一覧で指定してください'],
  [/must be a list of tenants$/, () => 'はテナントの一覧で指定してください'],
  [/must be a list of clients$/, () => 'はクライアントの一覧で指定してください'],
  [/must be a list$/, () => 'は一覧（配列）で指定してください'],
  [/must be an object: addresses, each with its folders$/, () => 'はアドレスごとにフォルダーを並べて指定してください'],
  [
    /must be an object: folder names, each with a list of paths$/,
    () => 'はフォルダーごとにファイルのパスの一覧を指定してください',
  ],
  [/must be an object$/, () => 'はオブジェクト（{ … }）で指定してください'],
  [/must be JSON$|not JSON$/, () => 'は JSON として読めません'],
  [/larger than (\d+) bytes$/, (most) => `は ${most} バイトを超えています`],
  [/must be a client id$/, () => 'はクライアント ID で指定してください'],
  [/must be 1$/, () => 'は 1 にしてください'],
  [/cannot be the name of a folder$/, () => 'はフォルダーの名前に使えません'],
  [
    /is missing: a confidential client proves itself with it$/,
    () => 'がありません。confidential のクライアントには必要です',
  ],
  [/must be left out: a public client has none$/, () => 'は指定できません。public のクライアントにはありません'],
  [/is missing$/, () => 'がありません'],
  [/is not known here; known are (.+)$/, (known) => `という項目はありません。使えるのは ${known} です`],
  [/is not known$/, () => 'という項目はありません'],
  [/belongs to another account already$/, () => 'は別のアカウントで使われています'],
  [/belongs to an account already$/, () => 'はほかで使われています'],
  [/no account has this address$/, () => 'というアドレスのアカウントはありません'],
  [/is described twice$/, () => 'が 2 回指定されています'],
  [/is the id of another client already$/, () => 'は別のクライアントの ID です'],
  [/is a folder too many$/, () => 'はフォルダーの数の上限を超えます'],
  [/does not fit: .*$/, () => 'はメールボックスの上限に収まりません'],
]

/** `$.asOf must be …` in English → `$.asOf は…` in Japanese. */
export function mistakeInJapanese(line: string): string {
  for (const [pattern, say] of rows) {
    const match = pattern.exec(line)
    if (match) return line.slice(0, match.index).replace(/:? (?:the name )?$/, ' ') + say(...match.slice(1))
  }
  return line
}
