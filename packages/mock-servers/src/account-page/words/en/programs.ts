import type { ProgramWords } from '../words.ts'

export const programs: ProgramWords = {
  device: {
    title: 'Sign in on another device',
    explanation: 'Type the code that your program or device shows.',
    phishing:
      'Only go on if you started this yourself, just now, on your own device. If somebody sent you the code, close this page: if you approve, the sender can read your mail.',
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
}
