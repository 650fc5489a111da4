import { protocolNames, run } from '../parts.ts'
import type { NetworkWords } from '../words.ts'
import { capital, place, rightSettings, tryLater } from './phrases.ts'

export const network: NetworkWords = {
  'host-not-found': (about) => ({
    title: 'The server’s name does not exist, or cannot be looked up',
    explanation: `No address was found for ${about.host ?? 'the server’s name'}. Either the name is mistyped or out of date, or this computer has no working connection to the internet.`,
    nextSteps: [
      rightSettings(about),
      { text: 'Open any page in a browser to see whether the internet can be reached.' },
    ],
  }),
  'connection-refused': (about) => ({
    title: 'The server does not take connections there',
    explanation: `${capital(place(about))} refused the connection: nothing listens on that port, or a firewall turns it away.`,
    nextSteps: [
      rightSettings(about),
      { text: 'Try another network, such as a phone’s: some networks and security programs block mail ports.' },
    ],
  }),
  'connection-timeout': (about) => ({
    title: 'The server does not answer',
    explanation: `${capital(place(about))} gave no answer within the time allowed. A firewall or network in between may swallow the connection, the port may be wrong, or the port expects encryption from the first byte (SSL/TLS) while the program waits for a greeting.`,
    nextSteps: [
      rightSettings(about),
      { text: 'Try another network, such as a phone’s: some networks and security programs block mail ports.' },
      {
        text: 'If the network is slow, allow more time.',
        ...run(about, 'check', ' --timeout 60'),
      },
    ],
  }),
  'connection-dropped': (about) => ({
    title: 'The connection broke off',
    explanation: `${capital(place(about))} took the connection and then ended it without the answer that was due. The server may be overloaded or may block this network, or something in between cut the connection.`,
    nextSteps: [tryLater, rightSettings(about)],
  }),
  'tls-needed': (about) => ({
    title: 'The connection would not be encrypted',
    explanation: `${capital(place(about))} could only have been used without TLS, or TLS was tampered with on the way, so the password would have crossed the network for anyone to read. It was not sent.`,
    nextSteps: [
      {
        text: 'Set the encryption in the mail program: SSL/TLS for IMAP on port 993 and POP3 on port 995, STARTTLS for SMTP on port 587.',
      },
      rightSettings(about),
      {
        text: 'If the settings are right, something between you and the server removes the encryption: use another network, and check security programs that look into mail.',
      },
    ],
  }),
  'tls-not-spoken': (about) => ({
    title: 'The server does not speak TLS there',
    explanation: `The encrypted connection to ${place(about)} could not be set up: the other side answered with something that is not TLS. Usually the port belongs to another kind of encryption (STARTTLS in place of SSL/TLS) or to another service. The password was not sent.`,
    nextSteps: [
      rightSettings(about),
      { text: 'Check security programs and networks that look into encrypted connections.' },
    ],
  }),
  'certificate-untrusted': (about) => ({
    title: 'The server’s certificate is not to be trusted',
    explanation: `${capital(place(about))} showed a certificate that no authority trusted by this computer has signed. It may be a security program or a company network that opens encrypted connections, or someone posing as the server. The password was not sent.`,
    nextSteps: [
      {
        text: 'Use another network, and switch off “mail scanning” or “SSL scanning” in security programs to see whether it is them.',
      },
      { text: 'Do not accept the certificate in the mail program before you know whose it is.' },
    ],
  }),
  'certificate-wrong-name': (about) => ({
    title: 'The certificate belongs to another server',
    explanation: `${capital(place(about))} showed a certificate that does not name ${about.host ?? 'it'}. The server’s name is mistyped or out of date, or another server answers in its place. The password was not sent.`,
    nextSteps: [rightSettings(about), { text: 'If the name is right, use another network.' }],
  }),
  'certificate-expired': (about) => ({
    title: 'The server’s certificate is not valid at this time',
    explanation: `The certificate of ${about.host ?? 'the server'} has expired or is not valid yet. With Microsoft’s servers, the reason is nearly always a wrong clock on this computer, or a program in between. The password was not sent.`,
    nextSteps: [
      { text: 'Check date, time and time zone of this computer.' },
      { text: 'If they are right, use another network.' },
    ],
  }),
  'not-a-mail-server': (about) => ({
    title: `What answers there is not ${about.protocol === 'imap' ? 'an IMAP' : about.protocol === 'pop3' ? 'a POP3' : about.protocol === 'smtp' ? 'an SMTP' : 'a mail'} server`,
    explanation: `${capital(place(about))} answered, but not in the language of ${about.protocol ? protocolNames[about.protocol] : 'that mail protocol'}. Most likely the port is that of another service, or a login page of the network (hotel, café) answers in its place.`,
    nextSteps: [
      rightSettings(about),
      { text: 'On a guest network, open any page in a browser and sign in to the network first.' },
    ],
  }),
  'mock-not-running': () => ({
    title: 'The mock servers are not running',
    explanation:
      'A server map is in use, and it leads to mock servers on this machine, where nobody answers: they were stopped, or the machine has been restarted since. Nothing was sent to Microsoft, and nothing is wrong with the account.',
    nextSteps: [
      { text: 'Start the mock servers again, with the same file.', command: 'sparekey mock --write FILE' },
      { text: 'To reach the real servers, leave out --servers, and unset SPAREKEY_SERVERS.' },
    ],
  }),
}
