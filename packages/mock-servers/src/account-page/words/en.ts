/** The account page in English. */
import type { Messages } from './messages.ts'

export const en: Messages = {
  layout: {
    site: 'Microsoft account, imitated',
    documentTitle: (page) => `${page} – sparekey mock`,
    problemTitle: (page) => `Problem: ${page}`,
    skip: 'Skip to the content',
    mock: 'Mock: nothing here is real.',
    mockMeaning:
      'This page comes from a test server on this machine, not from Microsoft. Never type a real password here.',
    signedInAs: 'Signed in as',
    signOut: 'Sign out',
    clock: "The mock's clock shows",
    languages: 'Language',
    navigation: {
      label: 'Account',
      overview: 'Overview',
      security: 'Security',
      mailSettings: 'Mail settings',
      activity: 'Recent sign-ins',
      mail: 'Mailbox',
    },
  },
  notices: {
    'signed-out': 'You are signed out.',
    'signed-out-everywhere':
      'You are signed out everywhere. Mail programs that signed in with Microsoft must sign in anew.',
    'two-step-on':
      'Two-step verification is on. From now on mail programs are refused the normal password: create an app password for them below.',
    'two-step-off':
      'Two-step verification is off. Mail programs sign in with the normal password again; app passwords are worthless now.',
    'app-passwords-removed': 'Removed. Mail programs that used it are refused from now on.',
    'password-changed': 'The password is changed. You are signed out everywhere else; app passwords stay as they are.',
    'mail-settings-saved': 'The mail settings are saved.',
  },
  developer: {
    title: 'Only in the mock',
    currentCode: 'Code at this moment',
    secret: 'Secret for an authenticator app',
    codeMeaning:
      "The code follows the mock's clock and changes every 30 seconds; the one before it and the one after it are taken, too. Reload to see the next.",
  },
  kinds: { personal: 'Personal account', work: 'Work or school account' },
  standings: {
    active: 'In order',
    blocked: 'Blocked by Microsoft; signing in here lifts the block',
  },
  switches: { on: 'On', off: 'Off' },
  protocolNames: { imap: 'IMAP', pop3: 'POP', smtp: 'SMTP' },
  overview: {
    welcome: 'Pick an account',
    title: 'Your account',
    pick: 'These are the accounts of this mock. Pick one to sign in.',
    noAccounts: 'This mock has no accounts yet. Add one through its control API or its configuration.',
    anotherAccount: 'Sign in with another account',
    address: 'Address',
    aliases: 'Aliases',
    kind: 'Kind',
    twoStep: 'Two-step verification',
    standing: 'State',
  },
  mailPrograms: {
    title: 'What mail programs need',
    depends: "By the rules of the day the mock's clock shows:",
    password: 'the account’s password',
    appPassword: 'an app password',
    oauthOnly: 'signing in with Microsoft (OAuth 2.0); passwords are refused, app passwords too',
    off: 'switched off in the mail settings',
    retired:
      'Mail programs that ask for a password can no longer be used with this account, whatever is typed. They must offer signing in with Microsoft.',
  },
  signIn: {
    title: 'Sign in',
    address: 'Address',
    password: 'Password',
    submit: 'Sign in',
    refusals: {
      'unknown-account': 'No account of this mock has that address. Check it, or pick one from the list below.',
      'wrong-password': 'That is not the password of this account. Try again.',
      'app-password':
        'That is an app password. App passwords are for mail programs only: sign in here with the account’s own password.',
      'code-over':
        'The sign-in was not finished in time, or the code was wrong too often. Start again with the password.',
    },
  },
  code: {
    title: 'Enter the code',
    explanation: (address) =>
      `Two-step verification is on for ${address}. Type the code that the authenticator app shows.`,
    label: 'Code',
    hint: 'Six digits',
    wrong: 'That is not the code of this moment. Look at the current one and try again.',
    submit: 'Verify',
  },
  goOn: {
    title: 'Going on',
    explanation: 'You are being taken back to the program that asked you to sign in.',
    link: 'Go on now',
  },
  security: {
    title: 'Security',
    advanced: {
      title: 'Advanced security options',
      explanation: 'Two-step verification and app passwords.',
    },
    password: {
      title: 'Change password',
      explanation: 'The password you sign in with.',
    },
    activity: {
      title: 'Recent sign-ins',
      explanation: 'Which mail programs signed in, which were refused, and why.',
    },
    everywhere: {
      title: 'Sign out everywhere',
      explanation:
        'Ends every session in a browser and every sign-in of a mail program with Microsoft. Passwords and app passwords stay as they are.',
      submit: 'Sign me out everywhere',
    },
  },
  advanced: {
    title: 'Advanced security options',
    twoStep: {
      title: 'Two-step verification',
      whileOn:
        'Signing in here takes the password and a code. Mail programs cannot ask for a code: they are refused the normal password and need an app password. Turning it off makes every app password worthless.',
      whileOff:
        'Signing in takes only the password, here and in mail programs. Turning it on keeps mail programs out until they have an app password.',
      turnOn: 'Turn on two-step verification',
      turnOff: 'Turn off two-step verification',
    },
  },
  appPasswords: {
    title: 'App passwords',
    explanation:
      'For programs and devices that cannot ask for a code. An app password takes the place of the normal password there.',
    create: {
      title: 'Create a new app password',
      explanation: 'It will be 16 lower-case letters, shown once. Make one for each program or device.',
      useless:
        'On the day the mock’s clock shows, the mail servers take no password any more, and no app password either. You can create one, but no mail program will get in with it.',
      twoStepFirst:
        'App passwords exist only while two-step verification is on, and it is off. Turn it on first; until then mail programs use the normal password.',
      name: 'What is it for?',
      nameHint: 'For you to tell them apart, such as “Outlook 2016”. May be left empty.',
      defaultName: 'App password',
      submit: 'Create',
      refusals: {
        'two-step-off':
          'Two-step verification was turned off in the meantime. Turn it on first, then create an app password.',
        'too-many':
          'This account has as many app passwords as it may. Remove one that is not used any more, then try again.',
      },
    },
    created: {
      title: 'Your app password',
      use: (name) =>
        `This is the app password for “${name}”. Type or paste it where the mail program asks for the password.`,
      label: 'App password',
      once: 'It is shown this one time. When you leave or reload this page, it is gone; then you can only create another.',
      done: 'Done',
      gone: 'There is no app password to show here: each is shown once, right after it was created. If you have lost it, remove it and create a new one.',
    },
    existing: 'Existing app passwords',
    name: 'For',
    createdAt: 'Created',
    lastUsedAt: 'Last used',
    never: 'Never',
    remove: 'Remove',
    removeThis: (name) => `Remove the app password for ${name}`,
    removeAll: 'Remove existing app passwords',
  },
  password: {
    title: 'Change password',
    explanation:
      'A new password signs you out everywhere else and ends every mail program’s sign-in with Microsoft. App passwords stay as they are: remove them under Advanced security options if they should go, too.',
    current: 'Current password',
    wanted: 'New password',
    again: 'New password, once more',
    submit: 'Change the password',
    problems: {
      wrong: 'That is not the current password. Nothing was changed.',
      empty: 'The new password is empty. Type one.',
      'too-long': 'The new password is longer than 1024 characters. Choose a shorter one.',
      different: 'The two new passwords are not the same. Type it twice alike.',
    },
  },
  mailSettings: {
    title: 'Mail settings',
    legend: 'Which mail programs may open the mailbox',
    switches: {
      pop3: 'POP: let devices and apps fetch messages',
      imap: 'IMAP: let devices and apps see all folders',
      smtp: 'SMTP: let devices and apps send messages (authenticated SMTP)',
    },
    submit: 'Save',
  },
  activity: {
    title: 'Recent sign-ins',
    none: 'No mail program has tried to sign in to this account yet.',
    explanation: (most) =>
      `The last ${most} sign-ins of mail programs, newest first: the words Microsoft’s servers use, and the reason they do not tell.`,
    outcomes: { accepted: 'Accepted', refused: 'Refused' },
    reply: 'Microsoft’s words',
    reason: 'The mock’s reason',
    because: ({ because }) => because,
  },
  device: {
    title: 'Sign in on another device',
    explanation: 'Type the code that your program or device shows.',
    phishing:
      'Only go on if you started this yourself, just now, on your own device. If somebody sent you the code, close this page: with your yes, whoever sent it could read your mail.',
    code: 'Code',
    wrong:
      'No sign-in waits for that code. It may be mistyped, used up or older than 15 minutes: check it, or start again in the program.',
    submit: 'Next',
    notAdmitted: (address, client) =>
      `${address} cannot be used with “${client}”: it does not take this kind of account. Sign in with another one, or close this page.`,
    told: {
      approved: 'Done. The program is signed in; you can close this page.',
      declined: 'You said no. The program does not get in; you can close this page.',
      gone: 'This sign-in does not wait any more: it was answered already, or its 15 minutes are over. Start again in the program.',
    },
    again: 'Type another code',
  },
  consent: {
    title: 'Let this program in?',
    gone: 'This request does not wait any more. Start again in the program that sent you here.',
  },
  permissions: {
    asks: (client, address) => `“${client}” asks to do the following in the name of ${address}:`,
    can: {
      'IMAP.AccessAsUser.All': 'read and change your mail over IMAP',
      'POP.AccessAsUser.All': 'fetch and delete your mail over POP',
      'SMTP.Send': 'send mail as you over SMTP',
      'EWS.AccessAsUser.All': 'read and change your mailbox through Exchange Web Services',
      'Mail.Send': 'send mail as you through Microsoft Graph',
      'Mail.Read': 'read your mail through Microsoft Graph',
      'Mail.ReadWrite': 'read and change your mail through Microsoft Graph',
      'User.Read': 'read your profile',
    },
    openId: {
      openid: 'know that you signed in',
      profile: 'know your name',
      email: 'know your address',
      offline_access: 'keep this access while you are away, until you sign out everywhere',
    },
    clientId: 'The program’s id:',
    yes: 'Yes, let it in',
    no: 'No',
    anotherAccount: 'Use another account',
  },
  mail: {
    folders: 'Folders',
    messages: 'Messages',
    unread: (count) => `(${count} unread)`,
    unreadMark: 'Unread:',
    state: (messages, unread) =>
      messages === 0 ? 'No messages.' : `${messages === 1 ? '1 message' : `${messages} messages`}, ${unread} unread.`,
    noSubject: '(no subject)',
    noSender: '(no sender)',
    noRecipient: '(no recipient)',
    noText: 'This message has no text.',
    noFlags: 'none',
    pages: 'Pages',
    page: (number, of) => `Page ${number} of ${of}`,
    newer: 'Newer messages',
    older: 'Older messages',
    reload: 'Reload',
    reloadEvery: (seconds) => `Reload every ${seconds} seconds`,
    backTo: (folder) => `Back to ${folder}`,
    from: 'From',
    to: 'To',
    received: 'Received',
    flags: 'IMAP flags',
    frame: 'The message as its sender designed it; scripts, links and pictures from elsewhere do not work here',
    text: 'The message as plain text',
    headers: 'All header fields',
    source: 'Source of the message',
    attachments: 'Attachments',
    octets: (count) => (count === 1 ? '1 byte' : `${count.toLocaleString('en')} bytes`),
  },
  formRefused: {
    title: 'The form was not taken',
    reasons: {
      'too-large': 'What was sent is too large for any form here. Nothing was changed.',
      'not-a-form': 'What was sent is not a form of this page. Nothing was changed.',
      foreign:
        'The form is from before you signed in or out, from another site, or your browser keeps no cookies. Nothing was changed. Go back, reload the page and send it again.',
    },
  },
  notFound: {
    title: 'Nothing here',
    explanation: 'There is no such page, or what was here is gone. Choose another from the menu.',
  },
  failed: {
    title: 'A bug in the mock',
    explanation: (error) => `Something unexpected happened (${error}). Please report what led to it.`,
  },
}
