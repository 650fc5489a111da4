import { createHash } from 'node:crypto'
import type { Language } from '../../diagnosis/words/words.ts'

export type PageName = 'signed-in' | 'declined' | 'failed' | 'foreign' | 'over'

type Words = Record<PageName, { title: string; text: string }>

const words: Record<Language, Words> = {
  en: {
    'signed-in': { title: 'You are signed in', text: 'You can close this window and go back to the program.' },
    declined: {
      title: 'The sign-in was cancelled',
      text: 'Nothing was permitted, and nothing has changed. You can close this window.',
    },
    failed: { title: 'The sign-in did not work', text: 'The program says why. You can close this window.' },
    foreign: {
      title: 'This does not belong to the sign-in',
      text: 'What arrived here is not the answer the program is waiting for, so it was not used. If you were signing in, go on in the window that the program opened.',
    },
    over: { title: 'This sign-in is already finished', text: 'You can close this window.' },
  },
  ja: {
    'signed-in': {
      title: 'サインインしました',
      text: 'このウィンドウを閉じて、元のプログラムに戻ってください。',
    },
    declined: {
      title: 'サインインは取り消されました',
      text: '何も許可されていません。設定もそのままです。このウィンドウは閉じてかまいません。',
    },
    failed: {
      title: 'サインインできませんでした',
      text: '理由は元のプログラムに表示されています。このウィンドウは閉じてかまいません。',
    },
    foreign: {
      title: 'このサインインとは関係のない応答です',
      text: '届いた内容は、プログラムが待っている応答ではないため、使いませんでした。サインインの途中だった場合は、プログラムが開いたウィンドウで続けてください。',
    },
    over: { title: 'このサインインはすでに終わっています', text: 'このウィンドウは閉じてかまいません。' },
  },
}

const style =
  ':root{color-scheme:light dark}body{font:1.1rem/1.6 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1.5rem}h1{font-size:1.6rem}'

const status = { 'signed-in': 200, declined: 200, failed: 200, foreign: 400, over: 410 } as const satisfies Record<
  PageName,
  number
>

export type Page = { status: number; headers: Record<string, string>; body: string }

/**
 * What the browser shows when it comes back: what happened, and that the window may be closed. Never a secret, no script.
 * @param account whose account it is, once that is known
 */
export function callbackPage(name: PageName, lang: Language, account?: string): Page {
  const { title, text } = words[lang][name]
  const who = account === undefined ? '' : `<p><strong>${escape(account)}</strong></p>\n`
  return {
    status: status[name],
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': lang,
      'content-security-policy': `default-src 'none'; style-src 'sha256-${styleDigest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    body: `<!doctype html>
<html lang="${lang}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${style}</style>
<main>
<h1>${title}</h1>
${who}<p>${text}</p>
</main>
</html>
`,
  }
}

const styleDigest = createHash('sha256').update(style).digest('base64')

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
