/** The account page in Japanese, in the words of Microsoft's Japanese pages where those are known. */
import { account } from './account.ts'
import { activity } from './activity.ts'
import { appPasswords } from './app-passwords.ts'
import { mailbox } from './mailbox.ts'
import { page } from './page.ts'
import { programs } from './programs.ts'
import { security } from './security.ts'
import { signIn } from './sign-in.ts'
import type { Words } from '../words.ts'

export const ja: Words = {
  ...page,
  ...account,
  ...signIn,
  ...programs,
  ...security,
  ...appPasswords,
  ...activity,
  ...mailbox,
}
