import type { HomeWords } from '../words.ts'

export const home: HomeWords = {
  title: 'sparekey: why your Hotmail, Outlook.com or Microsoft 365 mailbox refuses your mail program',
  description:
    'Paste the error your mail program, copier or script shows, and read what it means and what you can do. For Hotmail, Outlook.com, Live, MSN and Microsoft 365.',
  heading: 'The password is right. Why is it refused?',
  lead: 'For Hotmail, Outlook.com, Live, MSN and Microsoft 365: paste what your mail program, copier or script shows, and read what it means and what to do now.',
  paste: 'Paste your error',
  findSettings: 'Look up your settings',
  picture: {
    caption: 'An example: a message, and what it means',
    says: 'The mail server says',
    means: 'It means',
    meaning: 'Microsoft no longer takes passwords from mail programs here.',
    next: 'App passwords included. What works is “Sign in with Microsoft”.',
  },
  who: 'Which of these is you?',
  cards: [
    {
      path: 'guides/two-step-verification.html',
      title: 'My mail program stopped working',
      text: 'After you switched on two-step verification, or from one day to the next: what happened, and which programs still work.',
    },
    {
      path: 'guides/copiers-and-nas.html',
      title: 'The copier no longer sends',
      text: 'Scan to e-mail, alerts of a NAS, a camera or a web shop: the ways that are left, and what each needs.',
    },
    {
      path: 'guides/administrators.html',
      title: 'I look after an organization',
      text: 'The switches behind each refusal, where they are, and what changes at the end of December 2026.',
    },
    {
      path: 'guides/test-microsoft-sign-in.html',
      title: 'I write software that handles mail',
      text: 'Microsoft’s sign-in for POP3, IMAP and SMTP on your own machine: no account, no network, in your tests.',
    },
  ],
  story: 'What happened to passwords',
  storyLead: 'Much of the advice on the web was right when it was written. What matters is the date.',
  events: [
    {
      day: '2022-10-01',
      title: 'Work and school: no passwords over POP and IMAP',
      text: 'Microsoft 365 switched passwords off, one organization after another, until early 2023. Sending over SMTP went on.',
    },
    {
      day: '2024-09-16',
      title: 'Hotmail, Outlook.com, Live, MSN: no passwords at all',
      text: 'POP, IMAP and SMTP refuse the normal password and app passwords alike. The page that makes app passwords is still there, but the passwords it makes no longer work in mail programs.',
    },
    {
      day: '2026-08-25',
      title: 'The servers say so themselves',
      text: 'From about this day on, IMAP no longer offers a sign-in by password, and IMAP and POP answer every password with “basic authentication is disabled”.',
    },
    {
      day: '2027-01-01',
      title: 'Work and school: sending too',
      text: 'Announced for the end of December 2026: SMTP refuses passwords, unless the administrator has switched it on for the organization.',
    },
  ],
  frequent: 'Most common causes',
  allFindings: 'All causes',
  program: 'Also as a command',
  programText:
    'sparekey is also a program that asks the servers itself: it tries every step, from the name to the sign-in, and says which one fails and why. It sends a password only over a connection it has verified.',
}
