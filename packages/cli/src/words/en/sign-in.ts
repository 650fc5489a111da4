import type { MissingSecret } from '../failures.ts'
import type { SignInWords } from '../sign-in.ts'
import { day } from './day.ts'

export const signIn: SignInWords = {
  login: {
    why: {
      'passwords-refused': (asOf) =>
        `Microsoft takes no password for this account any more (rules of ${day(asOf)}), neither the normal one nor an app password. You sign in with Microsoft itself (OAuth 2.0).`,
      'opens-all': (_, doors) =>
        doors === ''
          ? 'Signing in with Microsoft (OAuth 2.0) opens IMAP, POP3 and SMTP.'
          : `Signing in with Microsoft (OAuth 2.0) opens IMAP, POP3 and SMTP; a password would open ${doors}, and not for long.`,
      'passwords-only': (asOf) => `In the rules of ${day(asOf)}, an app password opens the mailbox.`,
      'password-opens-some': (asOf, doors) =>
        `In the rules of ${day(asOf)}, a password opens ${doors} only. Without --app-password you sign in with Microsoft, which opens everything.`,
      'password-opens-all': (asOf) => `In the rules of ${day(asOf)}, an app password opens IMAP, POP3 and SMTP.`,
    },
    openPage: 'Open this page, on any device:',
    openPageHere: 'Open this page on this computer:',
    enterCode: 'and enter this code:',
    codeLife: (minutes) =>
      `The code expires in ${minutes} minutes. Never enter a code there that somebody else has sent you.`,
    waiting: (left) => `Waiting${left === undefined ? '' : ` (${left} left)`}. Press Ctrl+C to cancel.`,
    opening: 'Your browser now opens this page:',
    noBrowser: 'No browser could be started: open the page yourself on this computer, or take --oauth device.',
    appPasswordPrompt: (address) => `App password of ${address}`,
    normalPassword:
      'This is the account’s normal password: whoever has it has the whole account. An app password would be safer to keep here.',
    otherName: (typed, address) =>
      `You typed ${typed} and signed in as ${address}, so that is the name to use from now on. If it is not your account: sparekey logout ${address}`,
    inFile: (folder) =>
      `No keyring answers here, so the secret is kept in a file that only you can read, in ${folder}.`,
    signedIn: {
      oauth: (address) => `${address} is signed in with Microsoft.`,
      'app-password': (address) => `The app password of ${address} works and is kept.`,
    },
    letIn: 'The mail server let it in.',
    notLetIn: (reason) => `But the mail server did not let it in: ${reason}. "sparekey check" tells more.`,
    notTried: 'The mail server could not be asked. "sparekey check" tells more.',
  },
  accounts: {
    waiting: (path) =>
      `Waiting for another sparekey, which is busy with the accounts (${path}). Press Ctrl+C to cancel.`,
    none: 'Nobody is signed in here. sparekey login ADDRESS signs in.',
    address: 'Address',
    signsIn: 'Signs in with',
    keptIn: 'Kept in',
    since: 'Since',
    signIn: { oauth: 'Microsoft (OAuth 2.0)', 'app-password': 'app password' },
    store: { keyring: 'keyring', file: 'file' },
    signedOut: (address) => `${address} is signed out, and its secret is removed from this machine.`,
    staysValid: {
      oauth:
        'At Microsoft the sign-in stays valid until it runs out. To end it there as well, choose “Sign out everywhere” on the security page of the account.',
      'app-password':
        'The app password itself stays valid. To end it, remove it on the security page of the account, under “App passwords”.',
    },
  },
  problems: {
    'account-missing': (of) => `${of.address} is not signed in on this machine.`,
    'missing-secret': (of) => missingSecrets[of.why],
    'bad-secret': () =>
      'The password was not sent: it is empty, too long, not in UTF-8, or holds a NUL character or a line break, which no mail protocol can carry.',
    'bad-client-id': () => 'That is no client id. One looks like 01234567-89ab-cdef-0123-456789abcdef.',
    'client-id-missing': () =>
      'Signing in with Microsoft takes a client id, the number under which a program is registered with Microsoft. sparekey has none of its own yet, since that is for its publisher to register, and it does not use another program’s.',
    'no-token': (of) => `${of.address} signs in with an app password, so there is no access token.`,
    'keyring-unavailable': () =>
      'The keyring of this system does not answer. Unlock it, or choose --store file, a file that only you can read.',
  },
  remedies: {
    'account-missing': (of) => [`sparekey login ${of.address}`],
    'no-token': (of) => [`sparekey login ${of.address} --oauth device`],
    'client-id-missing': (of) => [
      'If you have one, give it with --client-id ID or SPAREKEY_CLIENT_ID, or write { "clientId": "ID" } into ' +
        `${of.path}.`,
      'The administrator of an organisation with Microsoft 365 or Azure can register one free of charge, for personal accounts too: at https://entra.microsoft.com, under App registrations, as a public client with the redirect URI http://localhost and public client flows allowed. The file client-id.md of this package has every step.',
      'With a personal account alone you cannot: Microsoft no longer lets one register programs.',
      'Until then, a mail program that is registered with Microsoft signs in (the new Outlook, Thunderbird and others), and so does https://outlook.live.com in a browser.',
    ],
  },
}

const missingSecrets: Readonly<Record<MissingSecret, string>> = {
  'empty-line': 'The first line of standard input is empty; it should be the password.',
  'empty-token-line': 'The first line of standard input is empty; it should be the access token.',
  'nothing-typed': 'Nothing was typed where the password was asked for. Try again; what you type is not shown.',
  'nobody-to-ask-for-mail':
    'A password is needed, but there is no terminal to ask on. Give it on standard input with --password-stdin, or sign in once with sparekey login.',
  'nobody-to-ask-for-login':
    'An app password is needed, but there is no terminal to ask on. Give it on standard input with --password-stdin.',
}
