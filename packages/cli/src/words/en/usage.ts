import type { UsageWords, UsingProblem } from '../usage.ts'

export const usage: UsageWords = {
  usage: {
    noCommand: 'A command is missing.',
    flagBeforeCommand: (flag) => `Put ${flag} after the command name.`,
    unknownCommand: (input, similar, all) =>
      `There is no command "${input}".${similar.length === 0 ? ` The commands are: ${all.join(', ')}.` : didYouMean(similar)}`,
    unknownFlag: (flag, similar) => `There is no flag ${flag} here.${didYouMean(similar)}`,
    secretOnCommandLine:
      'A password does not belong on the command line, where others can see it. Use --password-stdin, or let the program ask for it.',
    valueMissing: (flag) => `${flag} needs a value.`,
    valueUnexpected: (flag) => `${flag} takes no value.`,
    repeated: (flag) => `${flag} may be given only once.`,
    argumentMissing: (name) => `${name} is missing.`,
    tooManyArguments: (expected) =>
      expected === 0 ? 'This command takes no arguments, only flags.' : `Too many arguments: ${expected} expected.`,
    badChoice: (flag, input, choices) => `${flag} cannot be "${input}". Choose one of: ${choices.join(', ')}.`,
    badValue: (flag, reason) => `${flag}: ${reason}`,
    badLanguage: (input) => `--lang can be en or ja, not "${input}".`,
    badTimeout: (input) => `--timeout must be a number of seconds above 0, at most 600, not "${input}".`,
    notOneOf: (input, choices) => `"${input}" is none of ${choices.join(', ')}.`,
    notADate: (input) => `"${input}" is not a date such as 2021-05-01.`,
    didYouMeanAddress: (address) => `Did you mean ${address}?`,
    notACount: (input) => `"${input}" is not a whole number above 0.`,
    notAPort: (input) => `"${input}" is not NAME=PORT, such as imap=40993.`,
    notAHost: (input) => `"${input}" is neither a host name, such as mail.test, nor an IP address.`,
    noPortName: (name) => `"${name}" is none of pop3, imap, smtp, http and https.`,
    bothFromStdin: (flag, other) => `${flag} and ${other} cannot both read from standard input.`,
    emlOrText: 'Give a text or --eml, not both.',
    emlStandsAlone: (flag) => `--eml sends a finished message; ${flag} does not go with it.`,
    notTogether: (flag, other) => `${flag} and ${other} are two different ways to sign in; choose one.`,
    nothingToSend: 'There is nothing to send: give --text, --html, --attach or --eml.',
    noRecipient: 'A recipient is missing: give --to, --cc or --bcc.',
    onlyInbox: 'POP3 knows only the inbox; --folder needs --protocol imap.',
    rawIsNotJson: '--raw writes the message’s own bytes and cannot go with --json.',
    unknownProgram: (name, similar) =>
      `No program is known as "${name}".${didYouMean(similar)} Their names: sparekey settings --for help`,
    unknownFinding: (input, similar) => `There is no finding "${input}".${didYouMean(similar)}`,
    seeHelp: (command) => `More: ${command} --help`,
  },
  problems: {
    'bad-address': (of) =>
      of.problem === 'not-a-username'
        ? 'The user name is empty or holds a control character, so nothing was sent.'
        : `"${of.address}" is not a mail address such as hanako@hotmail.com.`,
    'bad-date': (of) => `"${of.date}" is not a date such as 2021-05-01.`,
    'bad-using': ({ using, problem, part = '' }) => `--using "${using}": ${usingProblems[problem](part)}`,
  },
}

const usingProblems: Readonly<Record<UsingProblem, (part: string) => string>> = {
  form: () =>
    'write it like imap=imap-mail.outlook.com:993/tls, and after that, if need be, /spa, /no-auth or /user=NAME.',
  protocol: (part) => `"${part}" is no protocol. It begins with imap=, pop3= or smtp=.`,
  'no-protocol': () => 'the protocol is missing, and this port does not tell it. Put imap=, pop3= or smtp= in front.',
  host: (part) => `"${part}" cannot be the name of a server.`,
  port: (part) => `"${part}" is no port. A port is a number from 1 to 65535, such as 993.`,
  'no-port': () => 'the port is missing. It follows the server’s name, as in imap-mail.outlook.com:993.',
  security: (part) => `"${part}" is no encryption. After the port comes /tls (also called SSL), /starttls or /none.`,
  'no-security': () =>
    'the encryption is missing, and this port does not tell it. After the port comes /tls (also called SSL), /starttls or /none.',
  option: (part) => `"${part}" is not known. What may stand at the end: /spa, /no-auth, /user=NAME.`,
  twice: () => 'one protocol is given twice.',
}

function didYouMean(similar: readonly string[]): string {
  return similar.length === 0 ? '' : ` Did you mean ${similar.join(' or ')}?`
}
