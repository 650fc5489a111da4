import type { SettingsWords } from '../settings.ts'

export const settings: SettingsWords = {
  settings: {
    heading: { imap: 'Receiving over IMAP', pop3: 'Receiving over POP3', smtp: 'Sending over SMTP' },
    server: 'Server',
    port: 'Port',
    encryption: 'Encryption',
    userName: 'User name',
    signInWith: 'Sign in with',
    spa: 'SPA',
    spaIs: (value) => `${value} (Secure Password Authentication)`,
    smtpAuthentication: 'Server requires authentication',
    asOf: (date) => `as of ${date}`,
    rollOut: (from, until) =>
      `Between ${from} and ${until} Microsoft stopped taking passwords, for one account after another. These are the settings from then on.`,
    passwordHint: 'With two-step verification switched on, the password is an app password (16 lower-case letters).',
    oauthHint: 'Microsoft no longer accepts passwords for this account, and no app passwords either.',
  },
  check: {
    passwordPrompt: (address) => `Password of ${address}`,
    protocols: (names) => names.join(', '),
    remarks: (words) => ` (${words.join(', ')})`,
    quote: (words) => `“${words}”`,
    now: 'now',
    right: 'right',
    nextSteps: 'What to do now',
    alsoFound: 'Also found',
    more: 'More:',
    milliseconds: (ms) => `${ms} ms`,
  },
}
