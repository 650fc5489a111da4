import type { AccountWords } from '../words.ts'

export const account: AccountWords = {
  kinds: { personal: 'Personal account', work: 'Work or school account' },
  standings: {
    active: 'OK',
    blocked: 'Blocked by Microsoft; signing in here lifts the block',
  },
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
    standing: 'Status',
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
}
