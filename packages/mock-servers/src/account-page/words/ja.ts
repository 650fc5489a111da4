/** The account page in Japanese, in the words of Microsoft's Japanese pages where those are known. */
import { account } from './ja/account.ts'
import { activity } from './ja/activity.ts'
import { appPasswords } from './ja/app-passwords.ts'
import { mailbox } from './ja/mailbox.ts'
import { page } from './ja/page.ts'
import { programs } from './ja/programs.ts'
import { security } from './ja/security.ts'
import { signIn } from './ja/sign-in.ts'
import type { Words } from './words.ts'

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
