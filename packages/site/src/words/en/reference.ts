import type { FindingWords, NumberWords, ProgramWords, ReplyWords } from '../words.ts'

export const findings: FindingWords = {
  title: 'Causes',
  description:
    'Every cause for which a Microsoft mailbox refuses a mail program, with what happened, why, and what to do.',
  lead: 'Every cause that sparekey tells apart. Each page says what happened, why, and what to do.',
  groups: {
    'sign-in': 'Password and account',
    oauth: 'Sign in with Microsoft (OAuth 2.0)',
    sending: 'Sending',
    delivery: 'On the way to the recipient',
    mailbox: 'The mailbox and the server',
    settings: 'Settings',
    connection: 'Connection and certificate',
    text: 'When a message does not say enough',
  },
  code: 'Code',
  whatToDo: 'What to do',
  personal: 'Personal account',
  work: 'Work or school account',
  sentences: 'Server messages that say so',
  numbers: 'Error numbers of Microsoft’s sign-in that say so',
  commandLine: 'On the command line',
  commandLineText: 'The same text, and a check of your own account:',
}

export const programs: ProgramWords = {
  title: 'Programs and devices',
  description:
    'Which mail programs, phones, copiers, NAS boxes and libraries can sign in with Microsoft (OAuth 2.0) over IMAP, POP and SMTP, with sources.',
  lead: 'Which programs can still sign in. Every “yes” and “no” is backed by a page, with the day it was read; where none was found, it says “unknown”.',
  describe: (name) =>
    `Can ${name} sign in with Microsoft (OAuth 2.0) over IMAP, POP and SMTP? By version and kind of account, with sources.`,
  pageTitle: (name) => `${name} and Microsoft mail`,
  kinds: {
    desktop: 'On a computer',
    phone: 'On a phone or tablet',
    web: 'On the web',
    'command-line': 'On the command line',
    library: 'Libraries',
    copier: 'Copiers and scanners',
    nas: 'NAS',
  },
  canIt: 'Can it sign in with Microsoft?',
  name: 'Program',
  version: 'Version',
  receivingImap: 'IMAP',
  receivingPop: 'POP',
  sending: 'SMTP',
  personal: 'Personal account',
  work: 'Work or school account',
  answers: { yes: 'yes', no: 'no', unknown: 'unknown', absent: '–' },
  everyVersion: 'every version',
  since: (version) => `since ${version}`,
  before: (version) => `before ${version}`,
  where: 'Where it is switched on',
  file: 'Its own file, for a personal account',
  messages: 'What it shows when it fails',
  evidence: 'Sources',
  seen: (day) => `seen ${day}`,
  whatNow: 'What to do now',
  paste: 'Paste what it shows, and read what it means.',
  unknownNote:
    '“Unknown” means that no public page was found that says it either way. It does not mean that the program cannot.',
  absentNote: 'A dash: it does not speak this protocol.',
  noOauth:
    'Where it says “no”, no password and no app password helps with a personal account: only another program does, or the mailbox in a browser.',
  canOauth:
    'Where it says “yes”, switch it on for receiving and for sending, and remove the old password. Microsoft’s own page then asks for your password and code.',
  canPresent:
    'Where it says “yes”, give it an access token in place of the password; “sparekey token ADDRESS” prints one.',
  tryIt:
    'Look for “OAuth2”, “Modern authentication” or “Sign in with Microsoft” in its account settings. If it is there, choose it; if not, try another program from the list.',
  commandLine: 'The settings for this program, and a check that takes it into account:',
}

export const replies: ReplyWords = {
  title: 'Server messages',
  description:
    'The sentences with which Microsoft’s POP, IMAP and SMTP servers and its sign-in refuse, word for word: what each means, since when, and where it was seen.',
  lead: 'What Microsoft’s servers say when they refuse, word for word. Each page says what the sentence means and what to do.',
  paste: 'Not the same word for word? Paste yours.',
  services: { pop3: 'POP3', imap: 'IMAP', smtp: 'SMTP', identity: 'Microsoft’s sign-in' },
  pageTitle: (quote) => quote,
  describe: (quote, meaning) => `What it means when a Microsoft mail server answers “${quote}”: ${meaning}`,
  saidBy: 'Said by',
  when: 'When',
  phases: {
    I: 'while passwords are accepted',
    II: 'since passwords are refused',
    III: 'since the servers no longer offer a sign-in by password',
  },
  always: 'at any time',
  example: 'What differs each time, such as names, times and numbers, is filled in with an example.',
  means: 'What it means',
  whatToDo: 'What to do',
  full: 'All about this cause',
  confidence: 'How certain the wording is',
  bases: {
    official: 'documented by Microsoft',
    announced: 'announced by Microsoft',
    seen: 'seen in public reports',
    assumed: 'assumed',
  },
  sources: 'Where it was seen',
  undated: 'undated',
  withoutPage: (name) => name,
  row: 'Evidence',
  numbers: 'Numbers of Microsoft’s sign-in (AADSTS)',
  numbersText: 'Every number that is known here, with what it means.',
}

export const numbers: NumberWords = {
  title: 'AADSTS numbers',
  description:
    'The AADSTS error numbers of Microsoft’s sign-in that mail programs meet, with what each means and what to do.',
  lead: 'When Microsoft’s sign-in refuses, it names a number that begins with AADSTS. These are the ones that mail programs meet.',
  pageTitle: (number, meaning) => `${number}: ${meaning}`,
  describe: (number, meaning) => `What ${number} means when a mail program signs in with Microsoft: ${meaning}`,
  name: 'Microsoft’s name for it',
  means: 'What it means',
  whatToDo: 'What to do',
  full: 'All about this cause',
  sources: 'Sources',
  number: 'Number',
  meaning: 'Meaning',
}
