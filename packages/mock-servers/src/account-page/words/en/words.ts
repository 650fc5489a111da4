/** The account page in English. */
import { account } from './account.ts'
import { activity } from './activity.ts'
import { appPasswords } from './app-passwords.ts'
import { mailbox } from './mailbox.ts'
import { page } from './page.ts'
import { programs } from './programs.ts'
import { security } from './security.ts'
import { signIn } from './sign-in.ts'
import type { Words } from '../words.ts'

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
