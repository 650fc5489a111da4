import type { DemoWords } from '../demo.ts'
import { day } from './day.ts'

export const demo: DemoWords = {
  demo: {
    title: 'The locked-out mailbox: a story in six steps',
    intro: (address, asOf) =>
      `The owner of ${address} reads mail in a mail program. It is ${day(asOf)}. Everything below really happens: mock Microsoft servers on this computer, real TLS, the same client code as in sparekey check.`,
    steps: [
      'Everything works',
      'Two-step verification is switched on',
      'Why?',
      'An app password is made',
      'Everything works again',
      'Today: no password opens the mailbox any more',
    ],
    told: [
      'The normal password opens the mailbox over all three protocols.',
      'From this minute on, the same password is refused everywhere. The mail program says only “login failed”; this is what the servers said:',
      'sparekey check looks at all three answers and draws a conclusion:',
      'On the security page of the Microsoft account, under “app passwords”. It is shown once, and never again:',
      'With the app password in place of the normal one, all three doors open. A message is sent over SMTP and fetched over both others:',
      'That was 2021. The servers’ clock now moves to today, and with it the rules.',
    ],
    appPassword: (password) => `${password}   16 lower-case letters`,
    sent: (octets) =>
      `sent over SMTP: ${octets} bytes, with Japanese, 8-bit text, an attachment and lines that begin with a dot`,
    same: (door) => `fetched over ${door}: the same bytes, every one`,
    different: (door) => `fetched over ${door}: not the same bytes`,
    missing: (door) => `fetched over ${door}: the message is not there`,
    today: {
      password: (asOf) => `On ${day(asOf)}, the normal password is refused:`,
      appPassword: 'And so is the app password:',
      shown: (code, page) =>
        `So the owner signs in with Microsoft (OAuth 2.0): the mail program shows the code ${code}, the owner types it in at ${page} and agrees. With the token that the program then gets, all three doors open:`,
    },
    notAsTold: 'not as told',
    end: (seconds) => `All six steps came out as told, in ${seconds} s. Nothing left this computer.`,
    failed: 'The story did not come out as told; the step marked ✗ shows where.',
    next: 'To try it yourself:',
  },
}
