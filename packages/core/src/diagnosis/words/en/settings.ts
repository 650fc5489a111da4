import { protocolNames, run } from '../parts.ts'
import type { Circumstances, SettingsWords } from '../words.ts'
import { checkAgain, rightSettings } from './phrases.ts'

const fields: Record<Circumstances['differences'][number]['field'], string> = {
  host: 'the server',
  port: 'the port',
  security: 'the encryption',
  spa: '“Log on using Secure Password Authentication (SPA)”',
  authentication: '“My outgoing server (SMTP) requires authentication”',
  username: 'the user name',
}
const values: Record<string, string> = { tls: 'SSL/TLS', starttls: 'STARTTLS', none: 'no encryption' }
const value = (text: string) => values[text] ?? text

export const settings: SettingsWords = {
  ok: (about) => ({
    title: 'Nothing is wrong',
    explanation:
      about.signedIn === false
        ? 'The servers can be reached, their certificates are valid, and they offer a way to sign in. No password was sent, so the sign-in itself was not tried.'
        : 'The servers can be reached, their certificates are valid, and the sign-in was accepted.',
    nextSteps: [
      {
        text: 'If a mail program still fails, its settings differ: compare them with the right ones.',
        ...run(about, 'settings'),
      },
    ],
  }),
  'settings-differ': (about) => ({
    title: 'The mail program’s settings are not right',
    explanation:
      'What is entered in the mail program differs from what this address needs. With wrong settings no sign-in works, so these come first; whether the sign-in works then shows only afterwards.',
    nextSteps: [
      ...(about.differences.length === 0
        ? [rightSettings(about)]
        : about.differences.map(({ protocol, field, now, right }) => ({
            text: `${protocolNames[protocol]}: change ${fields[field]} from ${value(now)} to ${value(right)}.`,
          }))),
      checkAgain(about),
    ],
  }),
  'not-a-microsoft-address': (about) => ({
    title: 'This is not a Microsoft address',
    explanation: `The mail of ${about.address ?? 'this address'} does not go to Microsoft, as far as its domain tells, so its right settings are not known here.`,
    nextSteps: [
      { text: 'Check the spelling of the address.' },
      {
        text: 'If the mailbox is Microsoft’s all the same, name the settings that are in the mail program.',
        command: `sparekey check ${about.address ?? 'ADDRESS'} --using imap=outlook.office365.com:993/tls`,
      },
    ],
  }),
  'legacy-host-retired': (about) => ({
    title: 'This server name is retired',
    explanation: `${about.host ?? 'A server with “-legacy” in its name'} was kept for old programs and devices that speak TLS 1.0 or 1.1 only. Microsoft switches these servers off, for POP and IMAP organization by organization between 1 July and 31 December 2026; from then on the ordinary servers are left, which need TLS 1.2.`,
    nextSteps: [
      rightSettings(about),
      { text: 'Update the program, the system or the device’s firmware, so that it speaks TLS 1.2.' },
      checkAgain(about),
    ],
  }),
  'mx-elsewhere': (about) => ({
    title: about.exchange
      ? `The mail of this domain goes to ${about.exchange}, not to Microsoft`
      : 'The mail of this domain is not at Microsoft',
    explanation: `The mail of ${about.address ?? 'this address'} goes to ${about.exchange ?? 'a server that is not Microsoft’s'}, as its domain says (MX record). The mailbox is most likely there, and Microsoft’s servers know neither the address nor its password.`,
    nextSteps: [
      { text: 'Enter the servers in the mail program that the provider of that mailbox names.' },
      {
        text: 'If the mailbox is at Microsoft all the same, and its mail only passes through a filter or gateway first, name Microsoft’s server.',
        command: `sparekey check ${about.address ?? 'ADDRESS'} --using imap=outlook.office365.com:993/tls`,
      },
    ],
  }),
}
