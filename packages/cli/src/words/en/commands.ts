import type { CommandsWords } from '../commands.ts'

export const commands: CommandsWords = {
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
    moreCodes: 'Exit codes: sparekey --help',
    documents: 'Documentation: README.md of the package sparekey, and docs/reference in its source.',
    exitCodes: 'Exit codes',
    exits: {
      0: 'done, nothing wrong',
      1: '"check" found a problem, "explain" recognised nothing, or a recipient was refused',
      64: 'a mistake on the command line, or no terminal to ask for a password on',
      65: 'input that cannot be used: an address, a message, a file with mistakes',
      66: 'a file, folder or message that is not there',
      69: 'no connection (68: the name of the server is not known)',
      75: 'temporary: try again later',
      77: 'the sign-in or the sender was refused',
      78: 'something is not set up: the account, the settings',
    },
  },
  commands: {
    settings: {
      brief: 'Show the right server settings for an address',
      description: ['Shows what goes in a mail program’s account settings, for each protocol.'],
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
      brief: 'Explain any error you have in hand, or a finding of "check"',
      description: [
        'Paste what the server, the mail program, the device or Microsoft’s page says: a sentence, an error number, a whole log. You are told what was recognised, what it means and what to do; nothing is looked up, and nothing leaves this computer.',
        'Put quotes around the text, or give it on standard input (-). A message that came back is best given as the file that the mail program saves (--eml). The code of a finding is explained in full.',
        'Ends with 1 if nothing in the text is known.',
      ],
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
    TEXT: 'what the server or the mail program says; - reads it from standard input; or the code of a finding',
    UID: 'which message, as "list" shows it',
  },
}
