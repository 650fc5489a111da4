import type { NextStep } from '../../finding.ts'
import { pageFor, pages } from '../parts.ts'
import type { Circumstances, OauthWords } from '../words.ts'
import { capital, mailServer, rightSettings, signInAgain } from './phrases.ts'

const withSparekey = (about: Circumstances): NextStep => ({
  ...signInAgain(about),
  text: 'With sparekey, sign in with Microsoft again.',
})

export const oauth: OauthWords = {
  'token-refused': (about) =>
    about.step === 'capabilities'
      ? {
          title: 'The server takes no tokens',
          explanation: `${capital(mailServer(about))} does not name tokens (OAuth 2.0) among its ways to sign in, so the token was not sent. Microsoft’s servers do; this is another server, or something in between changes what it says.`,
          nextSteps: [
            rightSettings(about),
            { text: 'If the mailbox is not Microsoft’s, use the password or app password of its provider.' },
          ],
        }
      : {
          title: 'The token was refused',
          explanation:
            'The sign-in used a token (OAuth 2.0), and it was refused: it was issued for something else, belongs to another account, or has been revoked. A new password, or “Sign out everywhere”, revokes every token of an account.',
          nextSteps: [
            { text: 'Sign in with Microsoft again in the mail program, with the account whose mailbox is meant.' },
            withSparekey(about),
          ],
        },
  'token-expired': (about) => ({
    title: 'The token has run out',
    explanation:
      'An access token (OAuth 2.0) is valid for about an hour, and the permission to fetch new ones ends when it has not been used for 90 days, or when the organization sets an earlier end. This one had run out. Microsoft may say the same where a new password or “Sign out everywhere” has ended it.',
    nextSteps: [
      { text: 'Let the mail program fetch a new one: start it anew, or sign in with Microsoft again there.' },
      withSparekey(about),
    ],
  }),
  'token-wrong-account': (about) => ({
    title: 'The token belongs to another account',
    explanation:
      'The token (OAuth 2.0) was issued to another account than the one whose name was given with it. An alias counts as another name.',
    nextSteps: [
      {
        ...signInAgain(about),
        text: 'Sign in with Microsoft again, and on Microsoft’s page pick the account whose mailbox is meant.',
      },
      { text: 'If the address is an alias, use the account’s own address as the user name.' },
    ],
  }),
  'sign-in-declined': (about) => ({
    title: 'The sign-in was cancelled on Microsoft’s page',
    explanation:
      'On Microsoft’s page the program was not given permission: somebody chose “Cancel” or “No”. Nothing has changed; no password and no token was kept.',
    nextSteps: [
      { text: 'If that was not meant, start again and choose “Accept” on the page.' },
      signInAgain(about),
      { text: 'If it was not you who declined, change your password.', url: pages.security },
    ],
  }),
  'sign-in-timeout': (about) => ({
    title: 'The sign-in was not finished in time',
    explanation:
      'The program waited for somebody to sign in on Microsoft’s page, and nobody did before the time was over. A device code is valid for a quarter of an hour. Nothing has changed.',
    nextSteps: [
      {
        ...signInAgain(about),
        text: 'Start again, and finish the sign-in in the browser; an old code is worthless.',
      },
    ],
  }),
  'sign-in-again': (about) => ({
    title: 'Microsoft wants you to sign in again yourself',
    explanation:
      'Without you Microsoft issues no further token: it asks for a second step, for security information that is still missing, or for a new password. A program cannot do that for you.',
    nextSteps: [
      { ...signInAgain(about), text: 'Sign in with Microsoft again, and do what the page asks for.' },
      {
        text: 'If it asks for a second step that is not set up yet, set it up first.',
        ...pageFor(about.account, { personal: pages.security, work: pages.workSecurity }),
      },
    ],
  }),
  'consent-missing': (about) => ({
    title: 'The program lacks a permission',
    explanation:
      'Microsoft gave no token for this purpose, because nobody has permitted the program to do it: neither you nor your organization’s administrator.',
    nextSteps: [
      { ...signInAgain(about), text: 'Sign in with Microsoft again, and accept every permission the page lists.' },
      ...(about.account === 'personal'
        ? []
        : [
            {
              text: 'If the page says “Need admin approval”, ask your organization’s administrator to permit the program.',
            },
          ]),
    ],
  }),
  'client-refused': () => ({
    title: 'Microsoft does not accept the program’s client ID',
    explanation:
      'Every program that signs in with Microsoft is registered there under a client ID. This one is unknown, switched off, not meant for this kind of account, or not registered as a “mobile and desktop application”. Your account and your password play no part in it.',
    nextSteps: [
      { text: 'Compare the client ID, letter by letter, with the one whoever registered the program gave you.' },
      {
        text: 'Whoever registered it opens the registration: is it for this kind of account (personal, work or both), are “public client flows” allowed, and is http://localhost among the redirect URIs?',
        url: pages.appRegistrations,
      },
    ],
  }),
  'account-not-admitted': (about) => ({
    title: 'This account cannot sign in here',
    explanation:
      'Microsoft knows the account, but not in this place: a work account was used where only personal ones may sign in, or the other way round; or the account belongs to another organization or to another of Microsoft’s clouds.',
    nextSteps: [
      {
        text: 'On Microsoft’s page, choose “Use another account”, and sign in with the account whose mailbox is meant.',
      },
      signInAgain(about),
    ],
  }),
  'clock-wrong': () => ({
    title: 'The clock of this computer is wrong',
    explanation:
      'What Microsoft issued a moment ago is not valid yet, or not any more, by the clock of this computer. Tokens are valid for about an hour, so the clock must be right to within a few minutes.',
    nextSteps: [
      { text: 'Set date, time and time zone of this computer, best by letting it fetch the time from the internet.' },
      { text: 'Then start again.' },
    ],
  }),
}
