import type { UsageWords } from '../usage.ts'

export const usage: UsageWords = {
  usage: {
    noCommand: 'A command is missing.',
    flagBeforeCommand: (flag) => `The flag ${flag} belongs behind the command.`,
    unknownCommand: (input, similar) => `There is no command "${input}".${didYouMean(similar)}`,
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
    notADate: (input) => `"${input}" is not a date such as 2021-05-01.`,
    notACount: (input) => `"${input}" is not a whole number above 0.`,
    notAPort: (input) => `"${input}" is not NAME=PORT, such as imap=40993.`,
    notAHost: (input) => `"${input}" is neither a host name, such as mail.test, nor an IP address.`,
    noPortName: (name) => `"${name}" is none of pop3, imap, smtp, http and https.`,
    passwordAndTextFromStdin: '--password-stdin and --text - cannot both read from standard input.',
    emlStandsAlone: (flag) => `--eml sends a finished message; ${flag} does not go with it.`,
    notTogether: (flag, other) => `${flag} and ${other} are two different ways to sign in; choose one.`,
    nothingToSend: 'There is nothing to send: give --text, --html, --attach or --eml.',
    noRecipient: 'A recipient is missing: give --to, --cc or --bcc.',
    onlyInbox: 'POP3 knows only the inbox; --folder needs --protocol imap.',
    rawIsNotJson: '--raw writes the message’s own bytes and cannot go with --json.',
    unknownProgram: (name, similar) =>
      `No mail program is known as "${name}".${didYouMean(similar)} The names are in docs/reference/programs.md.`,
    unknownFinding: (input, similar) => `There is no finding "${input}".${didYouMean(similar)}`,
    seeHelp: (command) => `More: ${command} --help`,
  },
  problems: {
    'bad-address': (of) =>
      of.problem === 'not-a-username'
        ? 'The user name is empty or holds a control character, so nothing was sent.'
        : `"${of.address}" is not a mail address such as hanako@hotmail.com.`,
    'bad-date': (of) => `"${of.date}" is not a date such as 2021-05-01.`,
    'bad-using': (of) =>
      `--using cannot be read: "${of.using}". It must look like imap=imap-mail.outlook.com:993/tls, and after that may stand /spa, /no-auth and /user=NAME.`,
  },
}

function didYouMean(similar: readonly string[]): string {
  return similar.length === 0 ? '' : ` Did you mean ${similar.join(' or ')}?`
}
