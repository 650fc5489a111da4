import type { NextStep } from '../../finding.ts'
import { pageFor, pages, run, smtpAuthOn, switchMayBeOff, webMail } from '../parts.ts'
import type { Circumstances, SignInWords } from '../words.ts'
import { switchOn } from './mailbox.ts'
import {
  administrator,
  byKind,
  capital,
  checkAgain,
  dayInWords,
  door,
  forKind,
  ifCertain,
  mailServer,
  rightSettings,
  signInAgain,
  webMailStep,
} from './phrases.ts'

/** The way in without passwords, for a program that has it. */
const microsoftSignIn: NextStep = {
  text: 'If your mail program can sign in with Microsoft, set the account’s sign-in to “OAuth2”, “Modern authentication” or “Sign in with Microsoft”, or remove the account and add it again; a browser window of Microsoft’s then asks for your password and code.',
}
/** Which cannot (MS-ACC-20). */
const classicOutlook: NextStep = {
  text: 'Classic Outlook (2016 and later) has no such sign-in for POP and IMAP: remove the account there and add it again by address alone, so that it is set up as a Microsoft account (Exchange). Outlook 2013 and older, and the volume editions of 2016 and 2019, cannot do that either.',
}
/** The steps for a program that is known are shorter. */
const whichProgram = (about: Circumstances): NextStep => ({
  text: 'If you are not sure whether your program can, name it: the steps then fit it. “sparekey settings --for help” lists the names.',
  ...run(about, 'check', ' --program NAME'),
})
const otherProgram: NextStep = {
  text: 'If the program can do neither, update it, or use one that can, such as Thunderbird or the new Outlook.',
}
/** Where this program chooses it, if a page says so. */
const signInIn = ({ program }: Circumstances): NextStep => {
  const chosen = program?.switch?.en
  if (program === undefined || chosen === undefined) return microsoftSignIn
  const since = program.since === undefined ? '' : ` It needs version ${program.since} or newer.`
  return {
    text: `In ${program.name.en}, choose the sign-in with Microsoft (OAuth 2.0) here: ${chosen}.${since}`,
  }
}
const oauthInProgram = (about: Circumstances): NextStep[] => {
  if (about.program === undefined) return [microsoftSignIn, classicOutlook, whichProgram(about), otherProgram]
  return about.program.switch === undefined ? [microsoftSignIn, otherProgram] : [signInIn(about)]
}

/** The way in without a password, where one was tried; who signed in at Microsoft’s own page needs another device. */
const afterPolicy = (about: Circumstances): NextStep[] => {
  if (about.protocol !== undefined && about.credential !== 'token') return [signInIn(about)]
  return about.account === 'personal'
    ? []
    : [{ text: 'Try in the browser of a computer that your organization manages: policies often admit only those.' }]
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

const orSwitchedOff = (about: Circumstances) =>
  switchMayBeOff(about)
    ? ` The second possible cause is that ${door(about)} is switched off for the mailbox, which gets the same answer.`
    : ''
/** What tells the two apart, where nothing has yet. */
const otherProtocols = (about: Circumstances): NextStep[] =>
  switchMayBeOff(about)
    ? [
        {
          text: `Only ${door(about)} was tried. Try the others as well: if one of them accepts the same password, ${door(about)} is only switched off.`,
          ...run(about, 'check'),
        },
        ...switchOn(about),
      ]
    : []

/** Roll-outs went from account to account over weeks or months: MS-CAL-01, -02, -04, -05. */
function whenRetired(about: Circumstances): string {
  const personal =
    'For Outlook.com, Hotmail, Live and MSN it ended in September 2024; Microsoft named the 16th, and the first accounts were refused a week earlier.'
  const mailbox =
    'For work and school accounts it ended over POP and IMAP between October 2022 and early 2023, one organization after the other.'
  const smtp =
    'For work and school accounts that send over SMTP the administrator may still allow it: from the end of December 2026 it is off unless the administrator switches it on, and organizations made after that cannot use it at all. Microsoft will announce its final end in the second half of 2027.'
  if (about.cloud !== undefined) return 'It has ended in this cloud of Microsoft’s too.'
  const work = { imap: mailbox, pop3: mailbox, smtp }
  return byKind(about, personal, about.protocol ? work[about.protocol] : `${mailbox} ${smtp}`)
}
/** Among the days of a roll-out the text is that of its end. */
const stillUnderWay = ({ rollOut }: Circumstances) =>
  rollOut === undefined
    ? ''
    : ` On this day the change was still under way (${dayInWords(rollOut.from)} to ${dayInWords(rollOut.until)}), one account after the other. If another program still signs in with the same password, this account had not been changed yet; it soon will be.`
const passwordsForSmtp = (about: Circumstances) =>
  administrator(
    `allow passwords over SMTP for this mailbox a while longer, if a device cannot do without: “${smtpAuthOn.mailbox(about)}” in Exchange Online PowerShell, and an authentication policy that permits it (“Set-AuthenticationPolicy -AllowBasicAuthSmtp”).`,
  )

export const signIn: SignInWords = {
  'app-password-needed': (about) => ({
    title: ifCertain(
      about,
      'An app password is needed here',
      'The password was refused: most likely an app password is needed',
    ),
    explanation: `${capital(mailServer(about))} refused the password. Once two-step verification is on, Microsoft no longer takes your normal password from a mail program that cannot ask for the second step; it takes an app password instead: 16 lower-case letters, made for that program. Microsoft gives the same answer to a wrong password, so it may also be that the password is mistyped, or that the account does not have two-step verification on.${orSwitchedOff(about)}`,
    nextSteps: [
      {
        text: 'First make sure of the password: sign in with it in a browser. If that fails, reset your password there.',
        ...webMail(about.account),
      },
      ...newAppPassword(about),
      ...otherProtocols(about),
      checkAgain(about),
    ],
  }),
  'app-password-wrong': (about) => ({
    title: 'This app password was refused',
    explanation: `What was sent looks like an app password (16 lower-case letters), and ${mailServer(about)} refused it. Either it is mistyped, or it was removed in the account, or two-step verification has been switched off since, which ends every app password.${orSwitchedOff(about)}`,
    nextSteps: [
      {
        text: 'If two-step verification is off, use your normal password in the mail program again.',
        ...pageFor(about.account, { personal: pages.additionalSecurity, work: pages.workSecurity }),
      },
      ...newAppPassword(about),
      ...otherProtocols(about),
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
    title: ifCertain(
      about,
      'Microsoft no longer takes passwords from mail programs here',
      'Most likely Microsoft no longer takes passwords from mail programs here',
    ),
    explanation: `${capital(mailServer(about))} accepts no password at all, neither your normal one nor an app password. Microsoft is ending this way of signing in (“basic authentication”). ${whenRetired(about)} What works is OAuth 2.0, where you sign in on a page of Microsoft’s and the mail program gets a token. A new app password does not help.${stillUnderWay(about)}${ifCertain(about, '', ' The server used its general words for a refusal; on this date, however, it would have refused the right password with them too.')}`,
    nextSteps: [
      ...oauthInProgram(about),
      ...(about.protocol === 'imap' || about.protocol === 'pop3' ? [] : forKind(about, [], [passwordsForSmtp(about)])),
      {
        ...signInAgain(about),
        text: 'To read and send with sparekey itself, sign in with Microsoft once.',
      },
      webMailStep(about),
    ],
  }),
  'account-blocked': (about) => ({
    title: 'Microsoft has blocked the account for mail programs',
    explanation:
      'After too many failed sign-ins, or one from an unusual place, Microsoft blocks an account until it is clear that its owner is signing in. Until then every password is refused, the right one too.',
    nextSteps: [
      { text: 'Switch automatic mail checking off in the mail program, so that it does not add more failures.' },
      {
        text: 'Sign in on the web and do what Microsoft asks for.',
        ...webMail(about.account),
      },
      ...forKind(
        about,
        [
          {
            text: 'On the activity page, confirm the sign-in attempts that were yours (“This was me”).',
            url: pages.activity,
          },
        ],
        [
          administrator(
            'see whether your account is disabled or blocked from sign-in, and what the sign-in log says; a lockout after wrong passwords ends by itself.',
            pages.entraAdminCenter,
          ),
        ],
      ),
      checkAgain(about),
    ],
  }),
  'security-defaults': (about) => ({
    title: 'The organization’s security defaults forbid this sign-in',
    explanation:
      'The organization has Microsoft’s “security defaults” switched on. They refuse every sign-in by password alone, whatever the password.',
    nextSteps: [
      signInIn(about),
      ...forKind(
        about,
        [{ text: 'No such setting applies: make sure that the user name is the account’s own address.' }],
        [
          administrator(
            'say which way of signing in is allowed. Passwords over SMTP need security defaults off (Entra ID > Overview > Properties > Manage security defaults), with conditional access in their place.',
            pages.entraAdminCenter,
          ),
        ],
      ),
    ],
  }),
  'policy-blocked': (about) => ({
    title: 'A policy of the organization refused this sign-in',
    explanation:
      'Microsoft says that the sign-in does not meet the organization’s conditions: a conditional access policy or a risk assessment refused it, for instance because of the place, the device, the program or the way of signing in. The first step, such as the password, was most likely right.',
    nextSteps: [
      ...forKind(
        about,
        [{ text: 'No such policy applies: make sure that the user name is the account’s own address.' }],
        [
          administrator(
            'look the refusal up in the sign-in log (Entra ID > Monitoring & health > Sign-in logs): it names the policy. Only the administrator can change it, or say which program, device or place it admits.',
            pages.entraAdminCenter,
          ),
        ],
      ),
      ...afterPolicy(about),
    ],
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
          explanation: `${capital(mailServer(about))} refused in words that do not tell this program why, so the reason can only be guessed. The server’s own sentence is the best clue.`,
          nextSteps: [
            {
              text: 'Sign in with the same user name and password in a browser, to see whether they are right.',
              ...webMail(about.account),
            },
            rightSettings(about),
          ],
        },
}
