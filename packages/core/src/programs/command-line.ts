import { github, microsoftOnXoauth2, no, seen, since, yes } from './cells.ts'
import type { Program } from './program.ts'

/** Programs of the command line. Most take a token from elsewhere: `yes` means that they can present one. */
export const commandLine: readonly Program[] = [
  {
    id: 'neomutt',
    name: { en: 'NeoMutt', ja: 'NeoMutt' },
    kind: 'command-line',
    protocols: ['imap', 'pop3', 'smtp'],
    versions: [
      {
        range: '*',
        oauth: { imap: yes, pop3: yes, smtp: yes },
        switch: {
          en: 'imap_authenticators, pop_authenticators, smtp_authenticators = "xoauth2", with imap_oauth_refresh_command and its like',
          ja: 'imap_authenticators・pop_authenticators・smtp_authenticators を "xoauth2" にし、imap_oauth_refresh_command などを指定',
        },
        errors: [],
        evidence: seen('2026-11-30', github('neomutt/neomutt/contrib/oauth2/README.md')),
      },
    ],
  },
  {
    id: 'msmtp',
    name: { en: 'msmtp', ja: 'msmtp' },
    kind: 'command-line',
    protocols: ['smtp'],
    versions: [
      {
        range: '>= 1.8.13',
        oauth: { imap: no, pop3: no, smtp: since('1.8.13') },
        switch: { en: 'auth xoauth2, passwordeval', ja: 'auth xoauth2 と passwordeval' },
        errors: ['msmtp: authentication failed (method '],
        evidence: seen('2026-11-30', github('marlam/msmtp/NEWS'), microsoftOnXoauth2),
      },
      {
        range: '< 1.8.13',
        oauth: { imap: no, pop3: no, smtp: no },
        errors: ['msmtp: authentication failed (method '],
        evidence: seen('2026-11-30', github('marlam/msmtp/NEWS'), microsoftOnXoauth2),
      },
    ],
  },
  {
    id: 'getmail6',
    name: { en: 'getmail6', ja: 'getmail6' },
    kind: 'command-line',
    protocols: ['imap', 'pop3'],
    versions: [
      {
        range: '>= 6.19.11',
        oauth: { imap: yes, pop3: since('6.19.11'), smtp: no },
        switch: { en: 'use_xoauth2 = True, password_command', ja: 'use_xoauth2 = True と password_command' },
        errors: [],
        evidence: seen(
          '2026-11-30',
          github('getmail6/getmail6/docs/CHANGELOG'),
          github('getmail6/getmail6/docs/configuration.txt'),
          microsoftOnXoauth2,
        ),
      },
      {
        range: '< 6.19.11',
        oauth: { imap: yes, pop3: no, smtp: no },
        switch: { en: 'use_xoauth2 = True, password_command', ja: 'use_xoauth2 = True と password_command' },
        errors: [],
        evidence: seen(
          '2026-11-30',
          github('getmail6/getmail6/docs/CHANGELOG'),
          github('getmail6/getmail6/docs/configuration.txt'),
          microsoftOnXoauth2,
        ),
      },
    ],
  },
  {
    id: 'imapsync',
    name: { en: 'imapsync', ja: 'imapsync' },
    kind: 'command-line',
    protocols: ['imap'],
    versions: [
      {
        range: '*',
        oauth: { imap: { personal: 'unknown', work: 'yes' }, pop3: no, smtp: no },
        switch: { en: '--oauthaccesstoken1, --oauthaccesstoken2', ja: '--oauthaccesstoken1・--oauthaccesstoken2' },
        errors: [],
        evidence: seen('2026-11-30', 'https://imapsync.lamiral.info/FAQ.d/FAQ.Office365.txt'),
      },
    ],
  },
]
