import type { NextStep } from '../../finding.ts'
import { identity, outlookIn, pages } from '../parts.ts'
import type { Circumstances, TokenWords } from '../words.ts'
import {
  administrator,
  byKind,
  capital,
  forKind,
  ifCertain,
  mailServer,
  rightSettings,
  signInAgain,
} from './phrases.ts'

const withSparekey = (about: Circumstances): NextStep => ({
  ...signInAgain(about),
  text: 'With sparekey, sign in with Microsoft again.',
})

export const token: TokenWords = {
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
            'The sign-in used a token (OAuth 2.0), and it was refused: it was issued for something else, belongs to another account, or has been revoked. A new password, or “Sign out everywhere”, revokes every token of an account. If it was a password that the program sent as a token, it gets the same answer.',
          nextSteps: [
            { text: 'Sign in with Microsoft again in the mail program, with the account whose mailbox is meant.' },
            withSparekey(about),
            ...forKind(
              about,
              [],
              [administrator('look the refusal up in the sign-in log, if a new sign-in is refused too.')],
            ),
          ],
        },
  'token-expired': (about) => ({
    title: ifCertain(about, 'The token has expired', 'The token has most likely expired'),
    explanation:
      'An access token (OAuth 2.0) is valid for about an hour, and the permission to fetch new ones ends when it has not been used for 90 days, or when the organization sets an earlier end. This one had expired. Microsoft may say the same where a new password or “Sign out everywhere” has ended it.',
    nextSteps: [
      { text: 'Let the mail program fetch a new one: restart it, or sign in with Microsoft again there.' },
      withSparekey(about),
    ],
  }),
  'token-wrong-account': (about) => ({
    title: ifCertain(about, 'The token belongs to another account', 'The token most likely belongs to another account'),
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
  'token-wrong-audience': (about) => ({
    title: 'The token is for another service',
    explanation:
      'A token (OAuth 2.0) is good for one service only. This one was issued for another, such as Microsoft Graph, so the mail servers refuse it: the program asked for permissions without saying that they are Outlook’s.',
    nextSteps: [
      {
        text: `If you enter the permissions yourself, write them with the service in front: ${outlookIn(about)}/IMAP.AccessAsUser.All, ${outlookIn(about)}/POP.AccessAsUser.All, ${outlookIn(about)}/SMTP.Send. Then sign in anew; a token that exists does not change.`,
      },
      { text: 'Otherwise update the program, or tell its makers.' },
      withSparekey(about),
    ],
  }),
  'token-app-only': (about) => ({
    title: 'The token belongs to an application and to no user',
    explanation: `The program signed in as itself (“client credentials”), without a user. ${byKind(about, 'Personal accounts cannot be opened in that way at all.', 'Such a token opens a mailbox only after the administrator has granted three things: consent to the application’s permissions, a service principal in Exchange, and rights on this very mailbox.')}`,
    nextSteps: [
      ...forKind(
        about,
        [{ ...signInAgain(about), text: 'Sign in as the owner of the mailbox.' }],
        [
          administrator(
            'give the application IMAP.AccessAsApp, POP.AccessAsApp or SMTP.SendAsApp of “Office 365 Exchange Online”, and grant admin consent.',
            pages.entraAdminCenter,
          ),
          administrator(
            `make the service principal and give it the mailbox, in Exchange Online PowerShell: “New-ServicePrincipal -AppId APP -ObjectId OBJECT”, then “Add-MailboxPermission -Identity ${identity(about)} -User OBJECT -AccessRights FullAccess”. OBJECT is the object ID under Enterprise applications, not the one under App registrations.`,
          ),
          { text: 'Then let the program fetch a new token.' },
        ],
      ),
    ],
  }),
  'token-too-long': (about) => ({
    title: 'The token is too long for this protocol',
    explanation:
      'Over POP3 the server reads at most 4,096 characters of a token, and this one is longer. It is valid all the same; accounts in many groups have such tokens.',
    nextSteps: [
      { text: 'Set the mail program up with IMAP instead of POP3: IMAP takes longer tokens.' },
      ...forKind(
        about,
        [],
        [
          administrator(
            'make the token shorter: fewer groups and optional claims in the application’s token configuration.',
          ),
        ],
      ),
    ],
  }),
}
