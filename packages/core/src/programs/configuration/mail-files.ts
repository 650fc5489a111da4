import { inUrl, interpolated, json, msmtp, mutt, quoted } from './quoting.ts'
import { type Access, first, lines, type Recipe, tokenCommand, tokenWords } from './recipe.ts'

/** The files of mail programs that keep their settings in one. Where a password is taken, the program asks for it. */

const muttFile: Recipe = (given) => {
  const { address, smtp } = given
  const receiving = first(given, 'imap', 'pop3')
  if (receiving === undefined && smtp === undefined) return undefined
  const name = receiving?.protocol === 'pop3' ? 'pop' : 'imap'
  const url = (scheme: string, { host, port, username }: Access) => `${scheme}://${inUrl(username)}@${host}:${port}/`
  const token = (prefix: string, access: Access | undefined) =>
    access?.way === 'oauth2' && [
      `set ${prefix}_authenticators = "xoauth2"`,
      `set ${prefix}_oauth_refresh_command = ${mutt(tokenCommand(address))}`,
    ]
  return {
    name: '~/.muttrc',
    text: lines(
      `set from = ${mutt(address)}`,
      'set use_envelope_from = yes',
      'set ssl_starttls = yes',
      'set ssl_force_tls = yes',
      receiving?.protocol === 'imap' && `set folder = ${mutt(url('imaps', receiving))}`,
      receiving?.protocol === 'imap' && 'set spoolfile = "+INBOX"',
      receiving?.protocol === 'pop3' && `set pop_host = ${mutt(url('pops', receiving))}`,
      ...(token(name, receiving) || []),
      smtp && `set smtp_url = ${mutt(url('smtp', smtp))}`,
      ...(token('smtp', smtp) || []),
    ),
  }
}

const mbsyncFile: Recipe = ({ address, imap }) =>
  imap && {
    name: '~/.mbsyncrc',
    text: lines(
      'IMAPAccount microsoft',
      `Host ${imap.host}`,
      `Port ${imap.port}`,
      `User ${quoted(imap.username)}`,
      'SSLType IMAPS',
      // With a module for XOAUTH2 installed, mbsync would offer it the password.
      imap.way === 'oauth2' ? 'AuthMechs XOAUTH2' : 'AuthMechs PLAIN LOGIN',
      imap.way === 'oauth2' && `PassCmd ${quoted(tokenCommand(address))}`,
      '',
      'IMAPStore microsoft-remote',
      'Account microsoft',
      '',
      'MaildirStore microsoft-local',
      'Path ~/Mail/',
      'Inbox ~/Mail/INBOX',
      'SubFolders Verbatim',
      '',
      'Channel microsoft',
      'Far :microsoft-remote:',
      'Near :microsoft-local:',
      'Patterns *',
      'Create Near',
      'SyncState *',
    ),
  }

const msmtpFile: Recipe = ({ address, smtp }) =>
  smtp && {
    name: '~/.msmtprc',
    text: lines(
      'account microsoft',
      `host ${smtp.host}`,
      `port ${smtp.port}`,
      'tls on',
      'tls_starttls on',
      `auth ${smtp.way === 'oauth2' ? 'xoauth2' : 'on'}`,
      `user ${msmtp(smtp.username)}`,
      smtp.way === 'oauth2' && `passwordeval ${msmtp(tokenCommand(address))}`,
      // A per cent sign would stand for something else here.
      !address.includes('%') && `from ${msmtp(address)}`,
      'account default : microsoft',
    ),
  }

const fetchmailFile: Recipe = (given) => {
  const access = first(given, 'imap', 'pop3')
  return (
    access && {
      name: '~/.fetchmailrc',
      text: lines(
        `poll ${quoted(access.host)} proto ${access.protocol} service ${access.port}`,
        `  user ${quoted(access.username)}`,
        '  ssl',
        '  sslcertck',
      ),
    }
  )
}

const getmailFile: Recipe = (given) => {
  const access = first(given, 'imap', 'pop3')
  return (
    access && {
      name: '~/.config/getmail/getmailrc',
      text: lines(
        '[retriever]',
        `type = Simple${access.protocol === 'imap' ? 'IMAP' : 'POP3'}SSLRetriever`,
        `server = ${access.host}`,
        `port = ${access.port}`,
        `username = ${access.username}`,
        // Without it getmail verifies no certificate.
        'ca_certs = /etc/ssl/certs/ca-certificates.crt',
        access.way === 'oauth2' && 'use_xoauth2 = True',
        access.way === 'oauth2' && `password_command = (${tokenWords(given.address).map(json).join(', ')})`,
        access.protocol === 'imap' && 'mailboxes = ("INBOX",)',
        '',
        '[destination]',
        'type = Maildir',
        'path = ~/Mail/',
        '',
        '[options]',
        'read_all = False',
        'delete = False',
      ),
    }
  )
}

const offlineimapFile: Recipe = ({ address, imap }) =>
  imap && {
    name: '~/.offlineimaprc',
    text: lines(
      '[general]',
      'accounts = microsoft',
      '',
      '[Account microsoft]',
      'localrepository = microsoft-local',
      'remoterepository = microsoft-remote',
      '',
      '[Repository microsoft-local]',
      'type = Maildir',
      'localfolders = ~/Mail',
      '',
      '[Repository microsoft-remote]',
      'type = IMAP',
      `remotehost = ${imap.host}`,
      `remoteport = ${imap.port}`,
      'ssl = yes',
      'sslcacertfile = OS-DEFAULT',
      `remoteuser = ${interpolated(imap.username)}`,
      imap.way === 'oauth2' && 'auth_mechanisms = XOAUTH2',
      imap.way === 'oauth2' &&
        `oauth2_access_token_eval = ${interpolated(`__import__("subprocess").check_output([${tokenWords(address).map(json).join(', ')}]).decode().strip()`)}`,
    ),
  }

const himalayaFile: Recipe = ({ address, imap, smtp }) => {
  if (imap === undefined && smtp === undefined) return undefined
  const access = ({ protocol, host, port, way, username }: Access) => [
    `${protocol}.server = ${json(`${protocol}${protocol === 'imap' ? 's' : ''}://${host}:${port}`)}`,
    protocol === 'smtp' && 'smtp.starttls = true',
    `${protocol}.sasl.${way === 'oauth2' ? 'xoauth2' : 'login'}.username = ${json(username)}`,
    way === 'oauth2' && `${protocol}.sasl.xoauth2.token.command = [${tokenWords(address).map(json).join(', ')}]`,
    way === 'password' && `${protocol}.sasl.login.password.command = ["pass", "show", "microsoft"]`,
  ]
  return {
    name: '~/.config/himalaya/config.toml',
    text: lines(
      '[accounts.microsoft]',
      'default = true',
      `email = ${json(address)}`,
      ...(imap ? access(imap) : []),
      ...(smtp ? access(smtp) : []),
    ),
  }
}

export const mailFiles = {
  mutt: muttFile,
  neomutt: muttFile,
  mbsync: mbsyncFile,
  msmtp: msmtpFile,
  fetchmail: fetchmailFile,
  getmail6: getmailFile,
  offlineimap: offlineimapFile,
  himalaya: himalayaFile,
} as const satisfies Readonly<Record<string, Recipe>>
