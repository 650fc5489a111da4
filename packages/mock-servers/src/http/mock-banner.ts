/** The line on top of every page that imitates one of Microsoft's: nobody may mistake it for the real thing. */
import type { Language } from './languages.ts'

export const mockBanner: Readonly<Record<Language, { readonly mock: string; readonly meaning: string }>> = {
  en: {
    mock: 'Mock: nothing here is real.',
    meaning: 'This page comes from a test server on this machine, not from Microsoft. Never type a real password here.',
  },
  ja: {
    mock: 'モックです。ここにあるものはすべて本物ではありません。',
    meaning:
      'このページは Microsoft ではなく、このコンピューターのテスト用サーバーが表示しています。本物のパスワードは入力しないでください。',
  },
}
