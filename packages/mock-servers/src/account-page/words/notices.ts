/** What a form has done, as the address of the next page names it. */
const noticeNames = [
  'signed-out',
  'signed-out-everywhere',
  'two-step-on',
  'two-step-off',
  'app-passwords-removed',
  'password-changed',
  'mail-settings-saved',
] as const

export type NoticeName = (typeof noticeNames)[number]

export function asNotice(text: string | undefined): NoticeName | undefined {
  return noticeNames.find((name) => name === text)
}
