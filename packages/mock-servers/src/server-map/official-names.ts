/**
 * The names under which Microsoft is reached, and which door of the mock takes its place. The certificate names them
 * all and the server map connects them (docs/reference/server-map.md); nothing else in the mock knows a host name of
 * Microsoft's.
 */

/** Official `host:port` → its mail door. The live.com names and others of before 2013 are dead: left out. */
export const officialMailServers = {
  'pop-mail.outlook.com:995': 'pop3',
  'imap-mail.outlook.com:993': 'imap',
  'smtp-mail.outlook.com:587': 'smtp',
  'outlook.office365.com:993': 'imap',
  'outlook.office365.com:995': 'pop3',
  'smtp.office365.com:587': 'smtp',
} as const satisfies Record<string, 'pop3' | 'imap' | 'smtp'>

/** Host that Microsoft serves over HTTPS → what it is there for. */
export const officialWebHosts = {
  'login.microsoftonline.com': 'identity',
  'graph.microsoft.com': 'graph',
  'www.microsoft.com': 'account',
  'microsoft.com': 'account',
  'account.live.com': 'account',
  'account.microsoft.com': 'account',
} as const satisfies Record<string, 'identity' | 'graph' | 'account'>

/**
 * Pages that a person is sent to → the mock's page in their place. A whole host, without a page of its own here, stands for
 * all its pages: a browser signs in at the identity service's.
 */
export const officialPages = {
  'https://login.microsoftonline.com': '',
  'https://www.microsoft.com/link': '/link',
  'https://microsoft.com/devicelogin': '/devicelogin',
  'https://account.microsoft.com/security': '/security',
  'https://account.live.com/proofs/AppPassword': '/proofs/AppPassword',
  'https://account.live.com/proofs/manage/additional': '/proofs/manage/additional',
  'https://account.live.com/activity': '/activity',
  'https://mysignins.microsoft.com/security-info': '/security',
  'https://outlook.live.com/': '/mail',
  'https://outlook.office.com/': '/mail',
} as const

/** Every name the server certificate carries, `advertised` ones last; without duplicates. */
export function certificateNames(advertised: readonly string[] = []): string[] {
  const mailHosts = Object.keys(officialMailServers).map((server) => server.slice(0, server.lastIndexOf(':')))
  return [...new Set([...mailHosts, ...Object.keys(officialWebHosts), 'localhost', '127.0.0.1', '::1', ...advertised])]
}
