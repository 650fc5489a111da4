import { github, microsoftOnXoauth2, no, seen, since, yes } from './cells.ts'
import type { Program, ProgramVersion } from './program.ts'

/** Programs of the command line. Most take a token from elsewhere: `yes` means that they can present one. */

type Name = [id: string, en: string, ja?: string]
const program = ([id, en, ja = en]: Name, protocols: Program['protocols'], ...versions: ProgramVersion[]): Program => ({
  id,
  name: { en, ja },
  kind: 'command-line',
  protocols,
  versions,
})

const none = { imap: no, pop3: no, smtp: no } as const
const muttSwitch = {
  en: 'imap_authenticators, pop_authenticators and smtp_authenticators set to "xoauth2"; imap_oauth_refresh_command and its like',
  ja: 'imap_authenticators・pop_authenticators・smtp_authenticators を "xoauth2" にし、imap_oauth_refresh_command などを指定',
}
const getmailSwitch = { en: 'use_xoauth2 = True, password_command', ja: 'use_xoauth2 = True と password_command' }
const getmailPages = seen(
  '2026-11-30',
  github('getmail6/getmail6/docs/CHANGELOG'),
  github('getmail6/getmail6/docs/configuration.txt'),
  microsoftOnXoauth2,
)
const fetchmailManual = 'https://manpages.ubuntu.com/manpages/plucky/en/man1/fetchmail.1.html'

/** What a person does whose program of the command line has no OAuth 2.0. */
const throughAnother = {
  en: 'Use a program that can present a token (getmail6, mbsync, NeoMutt), with the token from "sparekey token ADDRESS".',
  ja: 'トークンで認証できるプログラム（getmail6、mbsync、NeoMutt）を使い、トークンは「sparekey token アドレス」で取得してください。',
}

export const commandLine: readonly Program[] = [
  program(
    ['mutt', 'Mutt'],
    ['imap', 'pop3', 'smtp'],
    {
      range: '>= 2.0',
      oauth: { imap: since('2.0'), pop3: since('2.0'), smtp: since('2.0') },
      switch: muttSwitch,
      errors: [],
      evidence: seen(
        '2026-11-30',
        github('muttmua/mutt/contrib/mutt_oauth2.py.README'),
        github('muttmua/mutt/UPDATING'),
      ),
    },
    {
      range: '< 2.0',
      oauth: none,
      errors: [],
      evidence: seen('2026-11-30', github('muttmua/mutt/UPDATING'), microsoftOnXoauth2),
    },
  ),
  program(
    ['neomutt', 'NeoMutt'],
    ['imap', 'pop3', 'smtp'],
    {
      range: '>= 20211015',
      // Over POP it knows OAUTHBEARER alone, which Microsoft does not take.
      oauth: { imap: since('20211015'), pop3: no, smtp: since('20211015') },
      switch: {
        en: 'imap_authenticators and smtp_authenticators set to "xoauth2"; imap_oauth_refresh_command and smtp_oauth_refresh_command',
        ja: 'imap_authenticators・smtp_authenticators を "xoauth2" にし、imap_oauth_refresh_command・smtp_oauth_refresh_command を指定',
      },
      errors: [],
      evidence: seen(
        '2026-11-30',
        github('neomutt/neomutt/contrib/oauth2/README.md'),
        github('neomutt/neomutt/ChangeLog.md'),
        github('neomutt/neomutt/pop/auth.c'),
        microsoftOnXoauth2,
      ),
    },
    {
      range: '< 20211015',
      oauth: none,
      errors: [],
      evidence: seen('2026-11-30', github('neomutt/neomutt/ChangeLog.md'), microsoftOnXoauth2),
    },
  ),
  program(['mbsync', 'mbsync (isync)', 'mbsync（isync）'], ['imap'], {
    range: '*',
    oauth: { imap: yes, pop3: no, smtp: no },
    switch: {
      en: 'AuthMechs XOAUTH2, PassCmd, and a SASL module for XOAUTH2 (cyrus-sasl-xoauth2)',
      ja: 'AuthMechs XOAUTH2 と PassCmd。ほかに XOAUTH2 の SASL モジュール（cyrus-sasl-xoauth2）が必要',
    },
    errors: ["IMAP command 'AUTHENTICATE XOAUTH2 <hidden>' returned an error"],
    evidence: seen(
      '2026-11-30',
      'https://manpages.debian.org/bookworm/isync/mbsync.1.en.html',
      github('moriyoshi/cyrus-sasl-xoauth2/README.md'),
      'https://github.com/harishkrupo/oauth2ms/issues/2',
      microsoftOnXoauth2,
    ),
  }),
  program(
    ['msmtp', 'msmtp'],
    ['smtp'],
    {
      range: '>= 1.8.13',
      oauth: { imap: no, pop3: no, smtp: since('1.8.13') },
      switch: { en: 'auth xoauth2, passwordeval', ja: 'auth xoauth2 と passwordeval' },
      errors: ['msmtp: authentication failed (method '],
      evidence: seen('2026-11-30', github('marlam/msmtp/NEWS'), microsoftOnXoauth2),
    },
    {
      range: '< 1.8.13',
      oauth: none,
      errors: ['msmtp: authentication failed (method '],
      evidence: seen('2026-11-30', github('marlam/msmtp/NEWS'), microsoftOnXoauth2),
    },
  ),
  program(['fetchmail', 'fetchmail'], ['imap', 'pop3'], {
    range: '6.4',
    oauth: none,
    instead: throughAnother,
    errors: ['fetchmail: Query status=3 (AUTHFAIL)'],
    evidence: seen('2026-11-30', fetchmailManual, microsoftOnXoauth2),
  }),
  program(
    ['getmail6', 'getmail6'],
    ['imap', 'pop3'],
    {
      range: '>= 6.19.11',
      oauth: { imap: since('5.6'), pop3: since('6.19.11'), smtp: no },
      switch: getmailSwitch,
      errors: [],
      evidence: getmailPages,
    },
    {
      range: '5.6 - 6.19.04',
      oauth: { imap: since('5.6'), pop3: no, smtp: no },
      switch: getmailSwitch,
      errors: [],
      evidence: getmailPages,
    },
  ),
  program(['offlineimap', 'OfflineIMAP'], ['imap'], {
    range: '>= 6.6.0',
    oauth: { imap: since('6.6.0'), pop3: no, smtp: no },
    switch: {
      en: 'auth_mechanisms = XOAUTH2, oauth2_access_token_eval or oauth2_refresh_token, oauth2_request_url',
      ja: 'auth_mechanisms = XOAUTH2 と、oauth2_access_token_eval（または oauth2_refresh_token）・oauth2_request_url',
    },
    errors: [],
    evidence: seen(
      '2026-11-30',
      github('OfflineIMAP/offlineimap3/Changelog.md'),
      github('OfflineIMAP/offlineimap3/offlineimap.conf'),
      github('OfflineIMAP/offlineimap3/README.md'),
      microsoftOnXoauth2,
    ),
  }),
  program(['himalaya', 'Himalaya'], ['imap', 'smtp'], {
    range: '*',
    oauth: { imap: yes, pop3: no, smtp: yes },
    switch: {
      en: 'imap.sasl.xoauth2 and smtp.sasl.xoauth2, with token.command',
      ja: 'imap.sasl.xoauth2・smtp.sasl.xoauth2 と token.command',
    },
    errors: [],
    evidence: seen(
      '2026-11-30',
      github('pimalaya/himalaya/README.md'),
      github('pimalaya/himalaya/MIGRATION.md'),
      microsoftOnXoauth2,
    ),
  }),
  program(['swaks', 'swaks'], ['smtp'], {
    range: '*',
    oauth: none,
    instead: {
      en: 'To try a token, use curl with --oauth2-bearer, or "sparekey check ADDRESS --token-stdin".',
      ja: 'トークンを試すには、curl の --oauth2-bearer か「sparekey check アドレス --token-stdin」を使ってください。',
    },
    errors: ['No authentication type succeeded'],
    evidence: seen('2026-11-30', github('jetmore/swaks/doc/base.pod'), microsoftOnXoauth2),
  }),
  program(['imapsync', 'imapsync'], ['imap'], {
    range: '*',
    oauth: { imap: yes, pop3: no, smtp: no },
    switch: { en: '--oauthaccesstoken1, --oauthaccesstoken2', ja: '--oauthaccesstoken1・--oauthaccesstoken2' },
    errors: [],
    evidence: seen(
      '2026-11-30',
      'https://imapsync.lamiral.info/FAQ.d/FAQ.Office365.txt',
      github('imapsync/imapsync/README'),
      microsoftOnXoauth2,
    ),
  }),
  program(['curl', 'curl'], ['imap', 'pop3', 'smtp'], {
    range: '>= 7.33.0',
    oauth: { imap: since('7.33.0'), pop3: since('7.33.0'), smtp: since('7.33.0') },
    switch: { en: '--oauth2-bearer', ja: '--oauth2-bearer' },
    errors: ['curl: (67) '],
    evidence: seen('2026-11-30', github('curl/curl/docs/cmdline-opts/oauth2-bearer.md'), microsoftOnXoauth2),
  }),
]
