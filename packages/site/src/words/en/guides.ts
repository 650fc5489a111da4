import type { GuideWords } from '../words.ts'

export const guides: GuideWords = {
  title: 'Guides',
  description:
    'For people whose mail program stopped, for copiers and NAS boxes, for administrators, and for developers who test mail.',
  lead: 'Step by step, for the four situations people are in.',
  twoStep: {
    title: 'My mail program stopped after two-step verification',
    description:
      'Hotmail or Outlook.com no longer lets Outlook, Thunderbird or another mail program in? What happened, why an app password no longer helps, and what works today.',
  },
  devices: {
    title: 'Copiers, scanners and NAS',
    description:
      'A copier, NAS or camera can no longer send over Microsoft 365 or Outlook.com? The ways that are left, what each needs, and until when.',
  },
  administrators: {
    title: 'For administrators',
    description:
      'Which switch in Microsoft 365 is behind which refusal of POP, IMAP and SMTP, how to look at it and change it, and the dates that matter.',
  },
  developers: {
    title: 'For developers: test Microsoft sign-in offline',
    description:
      'Microsoft’s POP3, IMAP, SMTP and OAuth 2.0 sign-in on your own machine, without an account or a network: in a test, on the command line, in a container.',
  },
}
