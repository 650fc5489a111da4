import type { NextStep } from '../../finding.ts'
import { pageFor, pages, webMail } from '../parts.ts'
import type { Circumstances, SignInWords } from '../words.ts'
import { askAdministrator, capital, checkAgain, forKind, mailServer, rightSettings, signInAgain } from './phrases.ts'

const microsoftSignIn: NextStep = {
  text: 'In the mail program, set the account’s sign-in to “OAuth2”, “Modern authentication” or “Sign in with Microsoft”, or remove the account and add it again; a browser window of Microsoft’s then asks for your password and code.',
}
const newAppPassword = (about: Circumstances) =>
  forKind(
    about,
    [
      {
        text: 'Sign in to your Microsoft account, open “Security”, then “Advanced security options”. App passwords are offered only while two-step verification is on.',
        url: pages.security,
      },
      {
        text: 'Under “App passwords”, choose “Create a new app password”. The 16 lower-case letters are shown only once: copy them.',
        url: pages.createAppPassword,
      },
      {
        text: 'Paste the 16 letters into the password field of the mail program, for receiving and for sending, in place of your normal password, and save it there.',
      },
    ],
    [
      {
        text: 'Sign in to your security info, choose “Add sign-in method”, then “App password”. If the choice is not there, your administrator has not allowed app passwords.',
        url: pages.workSecurity,
      },
      {
        text: 'Put the 16 letters into the password field of the mail program, for receiving and for sending, in place of your normal password.',
      },
    ],
  )

export const signIn: SignInWords = {
  'app-password-needed': (about) => ({
    title: 'An app password is needed here',
    explanation: `${capital(mailServer(about))} refused the password. Once two-step verification is on, Microsoft no longer takes your normal password from a mail program that cannot ask for the second step; it takes an app password instead: 16 lower-case letters, made for that program. Microsoft gives the same answer to a wrong password, so it may also be that the password is mistyped, or that the account does not have two-step verification on.`,
    nextSteps: [
      {
        text: 'First make sure of the password: sign in with it in a browser. If that fails, mend the password itself.',
        ...webMail(about.account),
      },
      ...newAppPassword(about),
      checkAgain(about),
    ],
  }),
  'app-password-wrong': (about) => ({
    title: 'This app password is not valid, or not any more',
    explanation: `What was sent looks like an app password (16 lower-case letters), and ${mailServer(about)} refused it. Either it is mistyped, or it was removed in the account, or two-step verification has been switched off since, which makes every app password worthless.`,
    nextSteps: [
      {
        text: 'If two-step verification is off, use your normal password in the mail program again.',
        ...pageFor(about.account, { personal: pages.additionalSecurity, work: pages.workSecurity }),
      },
      ...newAppPassword(about),
      checkAgain(about),
    ],
  }),
  'password-wrong': (about) => ({
    title: 'The user name or the password is wrong',
    explanation: `${capital(mailServer(about))} says itself that the user name and the password do not belong together.`,
    nextSteps: [
      {
        text: 'Type the password again: mind capital letters and the keyboard layout, and use the full address as user name.',
      },
      {
        text: 'Sign in with it in a browser. If that fails too, reset the password there.',
        ...webMail(about.account),
      },
      checkAgain(about),
    ],
  }),
  'basic-auth-retired': (about) => ({
    title: 'Microsoft no longer takes passwords from mail programs here',
    explanation: `${capital(mailServer(about))} accepts no password at all, neither your normal one nor an app password. Microsoft has ended this way of signing in (“basic authentication”): for Outlook.com, Hotmail, Live and MSN on 16 September 2024, for work accounts over POP and IMAP from 1 October 2022. The only way in is OAuth 2.0, where you sign in on a page of Microsoft’s and the mail program gets a token. A new app password does not help.${about.certainty === 'certain' ? '' : ' The server used its general words for a refusal; on this date, however, it would have refused the right password with them too.'}`,
    nextSteps: [
      microsoftSignIn,
      {
        text: 'If the mail program offers no such sign-in, update it, or use one that does, such as Thunderbird or the current Outlook.',
      },
      {
        ...signInAgain(about),
        text: 'To read and send with sparekey itself, sign in with Microsoft once.',
      },
      { text: 'Until then the mail can be read in a browser.', ...webMail(about.account) },
    ],
  }),
  'account-blocked': (about) => ({
    title: 'Microsoft has blocked the account for mail programs',
    explanation:
      'After too many failed sign-ins, or one from an unusual place, Microsoft blocks an account until its owner has shown that it is really theirs. Until then every password is refused, the right one too.',
    nextSteps: [
      { text: 'Switch automatic mail checking off in the mail program, so that it does not add more failures.' },
      {
        text: 'Sign in in a browser and follow what Microsoft asks for.',
        ...webMail(about.account),
      },
      {
        text: 'On the activity page, confirm the sign-in attempts that were yours (“This was me”).',
        url: pages.activity,
      },
      checkAgain(about),
    ],
  }),
  'security-defaults': () => ({
    title: 'Your organization’s security defaults forbid this sign-in',
    explanation:
      'The organization has Microsoft’s “security defaults” switched on. They refuse every sign-in by password alone, whatever the password.',
    nextSteps: [microsoftSignIn, askAdministrator('say which way of signing in is allowed for mail programs')],
  }),
  'policy-blocked': () => ({
    title: 'A rule of your organization refused this sign-in',
    explanation:
      'The server says that the request did not meet the organization’s criteria: a conditional-access rule or a risk assessment refused it, for example because of the place, the device or the way of signing in. The password may well be right.',
    nextSteps: [askAdministrator('look the refusal up in the sign-in log, and say what is allowed'), microsoftSignIn],
  }),
  'unknown-refusal': (about) =>
    about.step === 'capabilities'
      ? {
          title: 'The server offers no way to sign in that this program knows',
          explanation: `${capital(mailServer(about))} names no way to sign in, or none that this program knows. So no sign-in was tried, and no password was sent. Microsoft’s servers name one at the right port; this is another server or another port, or something in between changes what the server says.`,
          nextSteps: [
            rightSettings(about),
            {
              text: 'If they are right, use another network, and check security programs that look into mail.',
            },
            { text: 'If the mailbox is not Microsoft’s, ask its provider how mail programs sign in there.' },
          ],
        }
      : {
          title: 'The sign-in was refused, for a reason this program does not know',
          explanation: `${capital(mailServer(about))} refused in words that do not tell this program why, so the reason can only be guessed. Read the server’s own sentence.`,
          nextSteps: [
            {
              text: 'Sign in with the same user name and password in a browser, to see whether they are right.',
              ...webMail(about.account),
            },
            rightSettings(about),
          ],
        },
}
