import { englishMistakes, wordMistake, type MapMistake, type MapMistakeWords } from './map-mistakes.ts'

const japaneseMistakes: MapMistakeWords = {
  missing: (path) => `${path} がありません`,
  'not-json': (path) => `${path} は JSON として読めません`,
  'too-large': (path, { bytes }) => `${path} は ${bytes} バイトを超えています`,
  'not-an-object': (path) => `${path} はオブジェクト（{ … }）で指定してください`,
  'not-a-list': (path) => `${path} は一覧（配列）で指定してください`,
  'not-text': (path) => `${path} は文字列で指定してください`,
  'not-version-1': (path) => `${path} は 1 にしてください`,
  'not-a-day': (path, { example }) => `${path} は日付で指定してください（例: ${example}）`,
  'not-a-time': (path) => `${path} は日時で指定してください（例: 2021-05-01T00:00:00Z）`,
  'not-a-certificate': (path) => `${path} は PEM 形式の証明書で指定してください`,
  'not-a-target': (path, { example }) => `${path} は「ホスト:ポート」で指定してください（例: ${example}）`,
  'name-not-a-target': (path, { example }) => `${path} は「ホスト:ポート」で指定してください（例: ${example}）`,
  'not-a-url': (path) => `${path} は URL で指定してください`,
  'name-not-a-url': (path) => `${path} は URL で指定してください`,
  'not-an-http-url': (path) => `${path} は http か https の URL で指定してください`,
  'name-not-an-http-url': (path) => `${path} は http か https の URL で指定してください`,
  'not-local': (path, { target }) => `${path}: ${target}`,
}

/** A mistake in a server map (`details.mistakes` of `bad-server-map` and `map-not-local`) in words, with its JSON path. */
export function describeMistake(mistake: MapMistake, lang: 'en' | 'ja'): string {
  return wordMistake(mistake, lang === 'ja' ? japaneseMistakes : englishMistakes)
}
