import type { NetworkWords } from '../network.ts'

const trouble: NetworkWords['words']['trouble'] = {
  'not-in-server-map': 'The server map does not know this host and port.',
  'mock-gone': 'Nobody listens there: the mock servers of the server map are not running.',
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

export const network: NetworkWords = {
  words: {
    account: {
      personal: 'personal Microsoft account',
      work: 'work or school account (Microsoft 365)',
      unknown: 'not known to be a Microsoft account',
    },
    security: { tls: 'SSL/TLS', starttls: 'STARTTLS', none: 'none' },
    authentication: { password: 'password', oauth2: 'Sign in with Microsoft (OAuth 2.0)' },
    certain: 'certain',
    step: {
      resolve: 'Name',
      connect: 'Connection',
      tls: 'Encryption',
      greeting: 'Greeting',
      capabilities: 'Capabilities',
      'sign-in': 'Sign-in',
    },
    trouble,
    outcome: { ok: 'ok', failed: 'failed', skipped: 'skipped' },
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
  problems: {
    'protocol-broken': () => 'The server broke its protocol, so the connection was given up.',
    'sign-in-refused': (of) =>
      of.notOffered === undefined
        ? 'The server refused the sign-in. "sparekey check" finds out why.'
        : trouble[`${of.notOffered}-not-offered`],
    aborted: () => 'Stopped.',
    interrupted: () => 'Stopped.',
    internal: (of) =>
      `This is a bug in sparekey, not your mistake (${of.word}). With --verbose it tells where it happened.`,
  },
}
