/** The command line in English. */
import type { MessageProblem } from '@sparekey/core'
import type { MissingSecret } from './failures.ts'
import type { Words } from './words.ts'
import { refusalIn, type Refusal } from './refusals.ts'

const trouble: Words['words']['trouble'] = {
  'not-in-server-map': 'The server map does not know this host and port.',
  timeout: 'No answer came in time (--timeout allows more).',
  closed: 'The server ended the connection.',
  endless: 'The server sent more than any mail server would.',
  'tls-spoken': 'The server speaks TLS at once; STARTTLS is the wrong setting here.',
  'other-protocol': 'The server speaks another protocol.',
  refused: 'The server said no.',
  'no-tls': 'The connection would not be encrypted, so no password is sent.',
  'starttls-missing': 'The server offers no encryption (STARTTLS), so no password is sent.',
  'starttls-refused': 'The server refuses encryption (STARTTLS), so no password is sent.',
  'bytes-before-tls': 'Somebody slipped data in before the encryption began, so no password is sent.',
  preauth: 'The server claims to be signed in before the encryption began, so no password is sent.',
  'password-not-offered': 'The server offers no way to sign in with a password, so none is sent.',
  'token-not-offered': 'The server offers no way to sign in with a token (OAuth 2.0), so none is sent.',
  'not-asked': 'Not asked for.',
}

export const en: Words = {
  help: {
    tagline:
      'Why your Hotmail, Outlook.com or Microsoft 365 mailbox refuses your mail program, and what to do about it.',
    usage: 'Usage',
    commands: 'Commands',
    arguments: 'Arguments',
    flags: 'Flags',
    globalFlags: 'Flags of every command',
    examples: 'Examples',
    anyFlags: '[FLAGS]',
    anyCommand: 'COMMAND',
    required: 'required',
    repeatable: 'may be repeated',
    defaultIs: (value) => `default: ${value}`,
    withRemarks: (text, remarks) => `${text} (${remarks.join(', ')})`,
    more: 'sparekey COMMAND --help tells more about a command.',
  },
  commands: {
    settings: {
      brief: 'Show the right server settings for an address',
      description: ['Shows what belongs into a mail program’s account settings, for each protocol.'],
    },
    check: {
      brief: 'Find out why a mailbox cannot be reached, and what to do next',
      description: [
        'Goes the way a mail program goes (name, connection, TLS, greeting, capabilities, sign-in) on each protocol, quotes what the server says, and ends with the reason and the next step.',
        'The password leaves this computer only over verified TLS, and only once for each protocol.',
        'Ends with 0 if nothing is wrong and with 1 if it found something.',
      ],
    },
    explain: {
      brief: 'Explain a finding of "check" in full',
      description: ['Explains what a finding means and what to do, step by step.'],
    },
    send: {
      brief: 'Send a message',
      description: [
        'Sends a message over SMTP: one that is put together from the flags, or a file that holds a whole message (--eml), whose Bcc lines are taken out.',
      ],
    },
    list: {
      brief: 'List the messages of a folder',
      description: ['Lists the newest messages of a folder over IMAP, or those of the inbox over POP3.'],
    },
    read: {
      brief: 'Read a message',
      description: ['Shows one message: its most important headers, its text and its attachments.'],
    },
    login: {
      brief: 'Sign in, so that the other commands need no password',
      description: [
        'Chooses what can work for this account today, and says why: signing in with Microsoft (OAuth 2.0), which needs a browser on this or another device, or an app password.',
        'What it gets is kept in the keyring of the system, or else in a file that only you can read. "check", "send", "list" and "read" use it.',
        'Signing in with Microsoft takes a client id: --client-id, SPAREKEY_CLIENT_ID, the server map, or config.json.',
      ],
    },
    logout: {
      brief: 'Forget an account that was signed in',
      description: ['Removes what "login" has kept of an account from this computer.'],
    },
    accounts: {
      brief: 'List the accounts that are signed in',
      description: [
        'Lists the accounts that "login" has kept for these servers: a server map has accounts of its own.',
      ],
    },
    token: {
      brief: 'Print a fresh access token, for other programs',
      description: [
        'Prints an access token for IMAP, POP3 and SMTP (SASL XOAUTH2) of an account that is signed in with Microsoft, and nothing else. It opens the mailbox for about an hour: treat it like a password.',
      ],
    },
    mock: {
      brief: 'Run mock Microsoft mail servers until stopped',
      description: [
        'Starts POP3, IMAP and SMTP servers on this computer that behave like Microsoft’s, its sign-in (OAuth 2.0) and account page, and an HTTP API to control them. Nothing they are given ever leaves this computer.',
        'Without --config there is one account, hanako@hotmail.com, with a random password that is printed.',
      ],
    },
    demo: {
      brief: 'Play the story of a locked-out mailbox, from the cause to the cure',
      description: [
        'Plays what happened to many: in 2021, two-step verification is switched on, the mail program is refused, and an app password opens the mailbox again; today not even that does, and signing in with Microsoft (OAuth 2.0) is the way in. Real client code, real TLS, mock servers on this computer.',
        'Ends with 0 only if every step came out as told.',
      ],
    },
  },
  arguments: {
    ADDRESS: 'the mail address, such as hanako@hotmail.com',
    CODE: 'the code of a finding, such as app-password-needed',
    UID: 'which message, as "list" shows it',
  },
  flags: {
    protocol: 'only this protocol: pop3, imap or smtp',
    asOf: 'the rules of another day, such as 2021-05-01',
    mockAsOf: 'the day the servers live in, such as 2021-05-01, or now',
    passwordStdin: 'read the password from the first line of standard input',
    noSignIn: 'stop before any password is sent',
    using:
      'compare with what the mail program is set to now: PROTOCOL=HOST:PORT/SECURITY, where SECURITY is tls, starttls or none; after it may stand /spa, /no-auth and /user=NAME',
    from: 'the sender: your own address',
    to: 'a recipient',
    cc: 'a recipient of a copy',
    bcc: 'a recipient whom the others do not see',
    subject: 'the subject',
    text: 'the text of the message, or - to read it from standard input',
    html: 'a file with the message as HTML',
    attach: 'a file to attach',
    eml: 'send this file, a whole message; to the recipients of the flags if any is given, else to those it names itself',
    account: 'the address of the mailbox',
    sendAccount: 'the account to sign in with, if the sender is another name of it',
    mailProtocol: 'imap or pop3',
    folder: 'the folder (IMAP only)',
    limit: 'how many messages at most, newest first',
    raw: 'write the message’s bytes as they are',
    appPassword: 'sign in with an app password',
    appPasswordStdin: 'read the app password from the first line of standard input',
    oauth: 'sign in with Microsoft: on any device by typing a code (the default), or in the browser of this computer',
    clientId: 'the id under which the program is registered with Microsoft',
    store: 'where to keep the secret (default: the keyring if there is one, else a file)',
    config: 'accounts, tenants, mail and limits, as a JSON file',
    host: 'the address to listen on',
    port: 'a fixed port, NAME being pop3, imap, smtp, http or https; 0 is any free one',
    write: 'write the server map to this file, and remove it at the end; a file that is no server map is left alone',
    advertise: 'a further name for the certificate and the API (for containers)',
    allowHost: 'a further Host name the HTTP API answers to',
  },
  globals: {
    '--json': 'one JSON document on standard output, errors too',
    '--lang': 'the language (default: that of the system)',
    '--no-color': 'no colours',
    '--no-input': 'never ask; end with an error instead',
    '--quiet': 'results and errors only',
    '--verbose': 'with check, also what the servers say, line by line (never a secret)',
    '--servers': 'a server map: reach these servers and no others (also: SPAREKEY_SERVERS)',
    '--allow-remote-servers': 'accept a server map that points away from this computer',
    '--timeout': 'how long each network step may take (default: 30)',
    '--help': 'this help',
    '--version': 'the version',
  },
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
    'bad-secret': () =>
      'The password was not sent: it is empty, too long, not in UTF-8, or holds a NUL character or a line break, which no mail protocol can carry.',
    'bad-server-map': (of) => `The server map ${of.path} has mistakes: ${of.mistakes.join('; ')}`,
    'map-not-private': (of) =>
      `The server map ${of.path} can be written by others, who could send your password elsewhere. Make it yours alone: chmod 600.`,
    'map-not-local': (of) =>
      `The server map ${of.path} points away from this computer: ${of.mistakes.join('; ')}. If that is meant, add --allow-remote-servers.`,
    'bad-message': (of) => messageProblems[of.problem],
    'file-missing': (of) => `The file ${of.path} does not exist.${namedIn(of)}`,
    'file-unreadable': (of) =>
      `The file ${of.path} cannot be read${of.word === undefined ? '' : ` (${of.word})`}.${namedIn(of)}`,
    'folder-missing': (of) => `There is no folder "${of.folder}".`,
    'message-missing': (of) => `There is no message ${of.uid ?? '?'}. "sparekey list" shows those that are there.`,
    'protocol-broken': () => 'The server broke its protocol, so the connection was given up.',
    'sign-in-refused': (of) =>
      of.notOffered === undefined
        ? 'The server refused the sign-in. "sparekey check" finds out why.'
        : trouble[`${of.notOffered}-not-offered`],
    'account-missing': (of) => `${of.address} is not signed in on this machine.`,
    'message-refused': (of) => refusals[refusalIn(of)].why,
    aborted: () => 'Stopped.',
    'missing-secret': (of) => missingSecrets[of.why],
    'bad-client-id': () => 'That is no client id. One looks like 01234567-89ab-cdef-0123-456789abcdef.',
    'client-id-missing': () =>
      'Signing in with Microsoft takes a client id, the number under which a program is registered with Microsoft. sparekey has none of its own yet, since that is for its publisher to register, and it does not use another program’s.',
    'no-token': (of) => `${of.address} signs in with an app password, so there is no access token.`,
    'keyring-unavailable': () =>
      'The keyring of this system does not answer. Unlock it, or choose --store file, a file that only you can read.',
    'store-not-private': (of) =>
      `${of.path} is not yours alone, so nothing is read from it or put there. "${of.mend}" on it makes it so; if others may have read it, sign out and in again afterwards.`,
    'store-damaged': (of) => `${of.path} is damaged. Remove it, and sign in again with sparekey login.`,
    'store-busy': (of) =>
      `Another sparekey has been busy with this for too long (${of.path}). Try again when it has ended.`,
    'bad-config': (of) => of.mistakes.map((line) => `${of.path}: ${line}`).join('\n'),
    'port-in-use': (of) => `Port ${of.port} is already in use. Choose another with --port, or 0 for any free one.`,
    'cannot-listen': (of) => `${of.host}, port ${of.port}, cannot be listened on (${of.word}).`,
    'output-exists': (of) =>
      `${of.path} exists and is no server map, so it is left alone. Choose another name, or remove it yourself.`,
    'output-failed': (of) => `${of.path} cannot be written.`,
    'write-failed': (of) => `Writing failed (${of.word}).`,
    interrupted: () => 'Stopped.',
    internal: (of) =>
      `This is a bug in sparekey, not your mistake (${of.word}). With --verbose it tells where it happened.`,
  },
  fileMistakes: {
    'not-json': (path) => `${path} must be JSON`,
    'not-an-object': (path) => `${path} must be an object`,
    'unknown-key': (path) => `${path} is not known`,
    'not-a-client-id': (path) => `${path} must be a client id`,
  },
  remedies: {
    'account-missing': (of) => [`sparekey login ${of.address}`],
    'no-token': (of) => [`sparekey login ${of.address} --oauth device`],
    'message-refused': (of) => refusals[refusalIn(of)].remedies,
    'client-id-missing': (of) => [
      'If you have one, give it with --client-id ID or SPAREKEY_CLIENT_ID, or write { "clientId": "ID" } into ' +
        `${of.path}.`,
      'The administrator of an organisation with Microsoft 365 or Azure can register one free of charge, for personal accounts too: at https://entra.microsoft.com, under App registrations, as a public client with the redirect URI http://localhost and public client flows allowed. The file client-id.md of this package has every step.',
      'With a personal account alone you cannot: Microsoft no longer lets one register programs.',
      'Until then, a mail program that is registered with Microsoft signs in (the new Outlook, Thunderbird and others), and so does https://outlook.live.com in a browser.',
    ],
  },
  words: {
    account: {
      personal: 'personal Microsoft account',
      work: 'work or school account (Microsoft 365)',
      unknown: 'not known to be a Microsoft account',
    },
    security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: 'none' },
    authentication: { password: 'password', oauth2: 'Sign in with Microsoft (OAuth 2.0)' },
    certainty: { certain: 'certain', likely: 'likely', possible: 'possible' },
    step: {
      resolve: 'Name',
      connect: 'Connection',
      tls: 'Encryption',
      greeting: 'Greeting',
      capabilities: 'Capabilities',
      'sign-in': 'Sign-in',
    },
    trouble,
    outcome: { ok: 'ok', failed: 'failed', skipped: 'left out' },
    field: {
      host: 'Server',
      port: 'Port',
      security: 'Encryption',
      spa: 'SPA',
      authentication: 'SMTP requires authentication',
      username: 'User name',
    },
    on: 'on',
    off: 'off',
    source: { domain: '', mx: 'known by its MX record', 'servers-file': 'known by the server map' },
  },
  settings: {
    heading: { imap: 'Receiving over IMAP', pop3: 'Receiving over POP3', smtp: 'Sending over SMTP' },
    server: 'Server',
    port: 'Port',
    encryption: 'Encryption',
    userName: 'User name',
    signInWith: 'Sign in with',
    spa: 'Secure Password Authentication (SPA)',
    smtpAuthentication: 'Server requires authentication',
    asOf: (date) => `as of ${date}`,
    passwordHint: 'With two-step verification switched on, the password is an app password (16 lower-case letters).',
    oauthHint: 'Microsoft no longer accepts passwords here, and no app passwords either.',
  },
  check: {
    passwordPrompt: (address) => `Password of ${address}`,
    certainty: (word) => ` (${word})`,
    quote: (words) => `“${words}”`,
    now: 'now',
    right: 'right',
    nextSteps: 'What to do now',
    explain: (code) => `More: sparekey explain ${code}`,
    milliseconds: (ms) => `${ms} ms`,
  },
  mail: {
    sent: 'The message was accepted.',
    notSent: 'The message was not sent: the server accepted none of the recipients.',
    deliveryUnknown: 'The message may have been sent all the same. Look into the Sent folder before you send it again.',
    viaGraph: 'SMTP is switched off for this mailbox at Microsoft, so it went by Microsoft Graph instead.',
    sentTo: 'Recipients',
    rejected: 'Refused',
    serverSaid: 'The server said',
    noMessages: (folder) => `${folder} is empty.`,
    messageId: 'Message-ID',
    uid: 'UID',
    date: 'Date',
    from: 'From',
    to: 'To',
    cc: 'Cc',
    subject: 'Subject',
    noSubject: '(no subject)',
    noText: '(no text)',
    madeFromHtml: '(made from the HTML version)',
    attachments: 'Attachments',
    unnamed: '(no name)',
    bytes: (count) => `${count} bytes`,
    moreThanShown: (shown) => `The newest ${shown} are shown; --limit shows more.`,
  },
  mock: {
    ready: (asOf) => `Mock Microsoft mail servers are running, with the sign-in rules of ${asOf}.`,
    address: 'Address',
    account: 'Account',
    password: 'Password',
    mapWritten: (path) => `The server map is in ${path}. Use it like this:`,
    mapHint:
      'With --write servers.json the server map is written to a file, for the --servers flag of the other commands.',
    portal: 'Account page',
    api: 'Control API',
    stop: 'Ctrl+C stops them.',
    stopping: 'Stopping …',
    notOnlyLocal: (host) =>
      `The servers listen on ${host}: other computers can reach them and, over the API, everything in them. Use made-up passwords only.`,
  },
  login: {
    why: {
      'passwords-refused': (asOf) =>
        `Microsoft takes no password for this account any more (rules of ${asOf}), neither the normal one nor an app password. You sign in with Microsoft itself (OAuth 2.0).`,
      'opens-all': (_, doors) =>
        doors === ''
          ? 'Signing in with Microsoft (OAuth 2.0) opens IMAP, POP3 and SMTP.'
          : `Signing in with Microsoft (OAuth 2.0) opens IMAP, POP3 and SMTP; a password would open ${doors}, and not for long.`,
      'passwords-only': (asOf) => `In the rules of ${asOf}, an app password opens the mailbox.`,
      'password-opens-some': (asOf, doors) =>
        `In the rules of ${asOf}, a password opens ${doors} only. Without --app-password you sign in with Microsoft, which opens everything.`,
      'password-opens-all': (asOf) => `In the rules of ${asOf}, an app password opens IMAP, POP3 and SMTP.`,
    },
    openPage: 'Open this page, on any device:',
    enterCode: 'and enter this code:',
    codeLife: (minutes) =>
      `The code is good for ${minutes} minutes. Never enter a code there that somebody else has sent you.`,
    waiting: 'Waiting until you have finished there. Ctrl+C gives up.',
    opening: 'Your browser now opens this page:',
    noBrowser: 'No browser could be started: open the page yourself on this computer, or take --oauth device.',
    appPasswordPrompt: (address) => `App password of ${address}`,
    normalPassword:
      'This is the account’s normal password: whoever has it has the whole account. An app password would be safer to keep here.',
    otherName: (typed, address) =>
      `You typed ${typed} and signed in as ${address}, so that is the name to use from now on. If it is not your account: sparekey logout ${address}`,
    inFile: (folder) =>
      `No keyring answers here, so the secret is kept in a file that only you can read, in ${folder}.`,
    signedIn: {
      oauth: (address) => `${address} is signed in with Microsoft.`,
      'app-password': (address) => `The app password of ${address} works and is kept.`,
    },
    letIn: 'The mail server let it in.',
    notLetIn: (reason) => `But the mail server did not let it in: ${reason}. "sparekey check" tells more.`,
    notTried: 'The mail server could not be asked. "sparekey check" tells more.',
  },
  accounts: {
    none: 'Nobody is signed in here. sparekey login ADDRESS signs in.',
    address: 'Address',
    signsIn: 'Signs in with',
    keptIn: 'Kept in',
    since: 'Since',
    signIn: { oauth: 'Microsoft (OAuth 2.0)', 'app-password': 'app password' },
    store: { keyring: 'keyring', file: 'file' },
    signedOut: (address) => `${address} is signed out, and its secret is removed from this machine.`,
    staysValid: {
      oauth:
        'At Microsoft the sign-in stays valid until it runs out. To end it there as well, choose “Sign out everywhere” on the security page of the account.',
      'app-password':
        'The app password itself stays valid. To end it, remove it on the security page of the account, under “App passwords”.',
    },
  },
  map: { using: (path) => `Using the server map ${path}: nothing outside it is contacted.` },
  demo: {
    title: 'The locked-out mailbox: a story in six steps',
    intro: (address, asOf) =>
      `The owner of ${address} reads mail in a mail program. It is ${asOf}. Everything below really happens: mock Microsoft servers on this computer, real TLS, the same client code as in sparekey check.`,
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
      password: (asOf) => `On ${asOf}, the normal password is refused:`,
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

function didYouMean(similar: readonly string[]): string {
  return similar.length === 0 ? '' : ` Did you mean ${similar.join(' or ')}?`
}

/** A file that another file leads to. */
function namedIn({ config }: { config?: string }): string {
  return config === undefined ? '' : ` ${config} names it.`
}

const messageProblems: Readonly<Record<MessageProblem, string>> = {
  'no-header': 'This is no mail message: it does not begin with header fields.',
  'no-sender': 'The message has no sender: its From field holds no address.',
  'no-recipients': 'The message has no recipient: To, Cc and Bcc hold no address. Name one with --to, --cc or --bcc.',
  'too-many-recipients': 'The message has too many recipients: Microsoft takes 500 at most.',
  'too-large': 'The message is larger than any that Microsoft takes, and was not read to its end.',
  'too-complex':
    'The message cannot be shown: it is nested too deep, or its header is too long. --raw writes it as it is.',
}

const missingSecrets: Readonly<Record<MissingSecret, string>> = {
  'empty-line': 'The first line of standard input is empty; it should be the password.',
  'nothing-typed': 'Nothing was typed where the password was asked for. Try again; what you type is not shown.',
  'nobody-to-ask-for-mail':
    'A password is needed, but there is nobody to ask. Give it on standard input with --password-stdin, or sign in once with sparekey login.',
  'nobody-to-ask-for-login':
    'An app password is needed, but there is nobody to ask. Give it on standard input with --password-stdin.',
}

const refusals: Readonly<Record<Refusal, { why: string; remedies: readonly string[] }>> = {
  'mailbox-full': {
    why: 'A mailbox is full, so the server refused the message; nothing was sent. As a rule it is your own, the sender’s.',
    remedies: [
      'Delete messages that you do not need, empty Deleted Items and Junk Email, and send again.',
      'If your mailbox has room, a recipient’s is full: ask the recipient to make room.',
    ],
  },
  'message-too-large': {
    why: 'The message, or its header, is larger than the server takes; nothing was sent.',
    remedies: [
      'Make the attachments smaller, send them in several messages, or put them into OneDrive and send the link.',
    ],
  },
  other: { why: 'The server refused the message; nothing was sent.', remedies: [] },
}
