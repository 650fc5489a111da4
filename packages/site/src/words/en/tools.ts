import type { ExplainWords, SettingsWords } from '../words.ts'

export const explain: ExplainWords = {
  title: 'Paste your error',
  description:
    'Paste the message of your mail program, copier, script or mail server, or a bounce, and read what it means and what to do. Everything happens in your browser.',
  lead: 'Whatever you have in hand: the words of a dialog, an Outlook error number, a line from a log, an AADSTS number, or a whole bounce message.',
  privacy:
    'Everything happens in this page. Nothing that you paste leaves your browser: it is not sent, not stored, and not put into the page’s address. Leave passwords out all the same.',
  label: 'The message',
  hint: 'Exactly as it is shown, numbers and all, in any language. Rather too much than too little.',
  more: 'What else you know',
  moreHint: 'Often one message has several causes. These tell them apart; leave out what you do not know.',
  account: 'Mail address',
  day: 'Day on which it happened',
  program: 'Program or device',
  anyProgram: 'Any',
  explain: 'Explain',
  clear: 'Start again',
  examples: 'Examples',
  withoutScript:
    'To read your message, this page needs JavaScript, because nothing is sent to a server that could do it instead. Without it, look your message up here:',
  heading: 'What it means',
  nothing: 'There is no text to explain yet. Paste the message into the field.',
  recognised: 'Recognised',
  kinds: {
    server: 'a mail server’s answer',
    identity: 'Microsoft’s sign-in',
    program: 'a program’s message',
    bounce: 'a bounce message',
  },
  certainty: { certain: 'Certain', likely: 'Likely', possible: 'Possible' },
  steps: 'What to do',
  recipients: 'For',
  also: 'It may also be',
  page: 'More about this cause',
}

export const settings: SettingsWords = {
  title: 'Mail server settings',
  description:
    'Server names, ports and encryption of Hotmail, Outlook.com, Live, MSN and Microsoft 365 for POP, IMAP and SMTP, for any day since 2013, ready to copy.',
  lead: 'The values to type into a mail program, for an address and a day: server names, ports, encryption, and how to sign in.',
  privacy: 'The address stays in your browser. This page asks no server anything.',
  address: 'Mail address',
  addressHint: 'for example hanako@hotmail.com',
  day: 'Day',
  dayHint: 'today, unless you want to know how it was or will be',
  kind: 'Whose account is it?',
  kinds: {
    personal: 'Personal: Hotmail, Outlook.com, Live, MSN',
    work: 'Work or school: Microsoft 365',
  },
  kindHint:
    'The domain does not tell, and this page asks nobody. If your mail is at another company, its settings are not here.',
  show: 'Show the settings',
  notAnAddress: 'That is not a mail address. It has the form name@domain.',
  heading: 'Settings',
  from: (day) => `since ${day}`,
  between: (day, next) => `${day} to ${next}`,
  until: (day) => `until ${day}`,
  allTables: 'All settings by account and time',
  allTablesLead: 'What Microsoft’s pages name, by kind of account and by date, newest first.',
  protocols: { pop3: 'Receiving, POP', imap: 'Receiving, IMAP', smtp: 'Sending, SMTP' },
  fields: {
    host: 'Server',
    port: 'Port',
    security: 'Encryption',
    authentication: 'Sign-in',
    username: 'User name',
    spa: 'Secure Password Authentication (SPA)',
    authenticationRequired: 'Server requires authentication',
  },
  security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: 'none' },
  authentication: { password: 'Password', oauth2: 'OAuth2 (Sign in with Microsoft)' },
  separator: ', ',
  yourAddress: 'your whole mail address',
  off: 'off',
  on: 'on',
  passwordsEnded: 'No password works here on this day, and no app password: only signing in with Microsoft (OAuth2).',
  rollOut: (from, until) =>
    `Microsoft switched accounts over one after another, between ${from} and ${until}. During that time the older way may still have worked.`,
}
