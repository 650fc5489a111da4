/** The account page in English. */
import { account } from './en/account.ts'
import { activity } from './en/activity.ts'
import { appPasswords } from './en/app-passwords.ts'
import { mailbox } from './en/mailbox.ts'
import { page } from './en/page.ts'
import { programs } from './en/programs.ts'
import { security } from './en/security.ts'
import { signIn } from './en/sign-in.ts'
import type { Words } from './words.ts'

export const en: Words = {
  ...page,
  ...account,
  ...signIn,
  ...programs,
  ...security,
  ...appPasswords,
  ...activity,
  ...mailbox,
}
