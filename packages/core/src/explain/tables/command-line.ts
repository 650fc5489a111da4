import { page, type Row, type Table } from './row.ts'

const isync = page('https://github.com/gburd/isync/blob/master/src/drv_imap.c')
const isyncMechanisms = page('https://github.com/emersion/hydroxide/issues/78')
const isyncThread = page('https://github.com/harishkrupo/oauth2ms/issues/2')
const msmtp = page('https://github.com/marlam/msmtp/blob/master/src/smtp.c')
const fetchmail = page('https://www.fetchmail.info/fetchmail-man.html')
const mutt = page('https://github.com/muttmua/mutt/blob/master/imap/auth_sasl.c')
const muttSmtp = page('https://github.com/muttmua/mutt/blob/master/smtp.c')
const offlineimap = page('https://github.com/OfflineIMAP/offlineimap3/issues/187')
const offlineimapAuth = page('https://github.com/OfflineIMAP/offlineimap3/blob/master/offlineimap/imapserver.py')
const getmail = page('https://github.com/getmail6/getmail6/blob/master/getmail')
const swaks = page('https://github.com/jetmore/swaks/blob/develop/swaks')
const imapsync = page('https://github.com/imapsync/imapsync/blob/master/imapsync')
const curl = page('https://curl.se/libcurl/c/libcurl-errors.html')
const proxy = page('https://github.com/simonrob/email-oauth2-proxy/blob/main/emailproxy.py')
const davmail = page('https://github.com/mguessan/davmail/blob/master/src/java/davmailmessages.properties')
const mailnag = page('https://github.com/pulb/mailnag/issues/200')
const elementary = page('https://github.com/elementary/settings-onlineaccounts/issues/263')

const muttWizard = page('https://github.com/LukeSmithxyz/mutt-wizard/issues/995')

/** What programs of the command line, and the programs between a mail program and the server, say. */
const rows: readonly Row[] = [
  { pattern: /Log-on not successful/i, means: ['plain-refusal', 'basic-auth-retired'], source: muttWizard },
  {
    pattern: /selected SASL mechanism\(s\) not available/i,
    means: ['basic-auth-retired', 'program-cannot-oauth'],
    protocol: 'imap',
    source: isyncMechanisms,
  },
  { pattern: /server forbids LOGIN/i, means: ['basic-auth-retired'], protocol: 'imap', source: isync },
  {
    pattern: /IMAP command 'AUTHENTICATE XOAUTH2 .{0,60}returned an error/i,
    means: ['token-refused'],
    protocol: 'imap',
    source: isyncThread,
  },
  {
    pattern: /IMAP command '(?:LOGIN|AUTHENTICATE)\b.{0,60}returned an error/i,
    means: ['plain-refusal'],
    protocol: 'imap',
    source: isync,
  },
  {
    pattern: /authentication failed \(method (?:XOAUTH2|OAUTHBEARER)/i,
    means: ['token-refused'],
    protocol: 'smtp',
    program: 'msmtp',
    source: msmtp,
  },
  {
    pattern: /authentication failed \(method/i,
    means: ['plain-refusal'],
    protocol: 'smtp',
    program: 'msmtp',
    source: msmtp,
  },
  {
    pattern: /server does not support (?:authentication(?! method)|authentication method (?:XOAUTH2|OAUTHBEARER))/i,
    means: ['tls-needed', 'settings-differ'],
    protocol: 'smtp',
    program: 'msmtp',
    source: msmtp,
  },
  {
    pattern: /server does not support authentication method/i,
    means: ['basic-auth-retired', 'program-cannot-oauth'],
    protocol: 'smtp',
    program: 'msmtp',
    source: msmtp,
  },
  {
    pattern: /Server CommonName mismatch/i,
    means: ['certificate-wrong-name'],
    program: 'fetchmail',
    source: fetchmail,
  },
  {
    pattern: /fetchmail: socket error while fetching/i,
    means: ['connection-dropped', 'connection-timeout'],
    program: 'fetchmail',
    source: fetchmail,
  },
  {
    pattern: /msmtp: cannot use a secure authentication method/i,
    means: ['tls-needed', 'basic-auth-retired', 'settings-differ'],
    program: 'msmtp',
    source: msmtp,
  },
  {
    pattern: /fetchmail: (?:Authorization failure|Query status=3)|Query status=3 \(AUTHFAIL\)/i,
    means: ['plain-refusal'],
    source: fetchmail,
  },
  {
    pattern: /Query status=2 \(SOCKET\)/i,
    means: ['connection-refused', 'connection-timeout', 'connection-dropped'],
    source: fetchmail,
  },
  { pattern: /LOGIN disabled on this server/i, means: ['basic-auth-retired'], protocol: 'imap', source: mutt },
  { pattern: /No authenticators available/i, means: ['basic-auth-retired', 'program-cannot-oauth'], source: muttSmtp },
  { pattern: /(?:OAUTHBEARER|XOAUTH2) authentication failed/i, means: ['token-refused'], source: mutt },
  { pattern: /SASL authentication failed/i, means: ['plain-refusal', 'token-refused'], source: mutt },
  {
    pattern: /illegal in state (?:NONAUTH|AUTH)/i,
    means: ['token-refused', 'plain-refusal'],
    protocol: 'imap',
    source: offlineimap,
  },
  {
    pattern: /All authentication types failed|Authentication (?:with|mechanisms?) .{1,40} failed/i,
    means: ['plain-refusal', 'token-refused'],
    protocol: 'imap',
    source: offlineimapAuth,
  },
  {
    pattern: /credential\/login error|operation error \(/i,
    means: ['plain-refusal'],
    program: 'getmail6',
    source: getmail,
  },
  { pattern: /No authentication type succeeded/i, means: ['plain-refusal'], protocol: 'smtp', source: swaks },
  {
    pattern: /Host did not advertise authentication/i,
    means: ['tls-needed', 'settings-differ'],
    protocol: 'smtp',
    source: swaks,
  },
  {
    pattern: /EXIT_AUTHENTICATION_FAILURE(?:_USER[12])?|failure: Error login on/i,
    means: ['plain-refusal'],
    protocol: 'imap',
    program: 'imapsync',
    source: imapsync,
  },
  {
    pattern: /EXIT_CONNECTION_FAILURE(?:_HOST[12])?/i,
    means: ['connection-refused', 'connection-timeout', 'host-not-found'],
    protocol: 'imap',
    program: 'imapsync',
    source: imapsync,
  },
  {
    pattern: /EXIT_TLS_FAILURE/i,
    means: ['tls-not-spoken', 'certificate-untrusted'],
    protocol: 'imap',
    program: 'imapsync',
    source: imapsync,
  },
  { pattern: /\bcurl: \(67\)|\bLogin denied\b/i, means: ['plain-refusal'], source: curl },
  { pattern: /\bcurl: \(64\)|Requested SSL level failed/i, means: ['settings-differ', 'tls-not-spoken'], source: curl },
  {
    pattern: /Email OAuth 2\.0 Proxy: Login failed/i,
    means: ['token-refused', 'sign-in-again'],
    source: proxy,
  },
  { pattern: /Authentication failed: invalid user or password/i, means: ['plain-refusal'], source: davmail },
  { pattern: /Failed to open mailbox for account/i, means: ['plain-refusal', 'connection-timeout'], source: mailnag },
  { pattern: /(?:SMTP|IMAP) verification failed/i, means: ['ambiguous', 'plain-refusal'], source: elementary },
  {
    pattern: /the server sent an invalid reply/i,
    means: ['ambiguous', 'tls-not-spoken', 'client-protocol-error'],
    protocol: 'smtp',
    source: page('https://github.com/marlam/msmtp/issues/83'),
  },
]

export const commandLine: Table = { kind: 'program', rows }
