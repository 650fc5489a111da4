import { apart, no, seen, since, unknown, yes } from './cells.ts'
import type { Program, ProgramVersion } from './program.ts'

/** Copiers, scanners and NAS boxes. Makers say it by model and firmware; `range` names the models a page speaks of. */

const cells = (smtp: ProgramVersion['oauth']['smtp']): ProgramVersion['oauth'] => ({
  imap: unknown,
  pop3: unknown,
  smtp,
})

/** Where a maker's list decides, and where a model that is not on it leaves its owner. */
const askTheMaker: ProgramVersion['instead'] = {
  en: 'Look the exact model up in the maker’s list and update its firmware. If it is not there, ask your administrator about direct send or a relay (Microsoft 365 connector), or scan to a folder.',
  ja: 'メーカーの一覧で正確な型番を確かめ、ファームウェアを更新してください。一覧にない場合は、ダイレクト送信やリレー（Microsoft 365 のコネクタ）を使えるか管理者に相談するか、フォルダーへのスキャンに切り替えてください。',
}

const byModel = (...urls: string[]): ProgramVersion => ({
  range: '*',
  oauth: cells(unknown),
  instead: askTheMaker,
  errors: [],
  evidence: seen('2026-11-30', ...urls),
})

const nothingFound: ProgramVersion = {
  range: '*',
  oauth: { imap: unknown, pop3: unknown, smtp: unknown },
  errors: [],
  evidence: [],
}

type Name = [id: string, en: string, ja: string]
const device = (kind: 'copier' | 'nas', [id, en, ja]: Name, ...versions: ProgramVersion[]): Program => ({
  id,
  name: { en, ja },
  kind,
  protocols: ['smtp'],
  versions,
})

const sharpManuals = 'https://global.sharp/restricted/products/copier/downloads/manuals/'
const xerox = 'https://www.xerox.com/en-us/office/insights/exchange-online-authentication'
const develop = 'https://www.develop.eu/en/support/discontinuation-of-basic-authentication-for-smtp.html'
const hp = 'https://support.hp.com/nz-en/document/ish_13623350-13600809-16'
const lexmark =
  'https://support.lexmark.com/en_us/manuals-guides/online/FORMS-PRINTER-2591-PLUS/how-to-set-up-oauth-2-authentication.html'
const list = 'https://github.com/msgwing/ZeroSMTP/blob/HEAD/data/devices.json'
const listed = 'https://github.com/msgwing/ZeroSMTP/blob/HEAD/docs/'

export const devices: readonly Program[] = [
  {
    ...device('copier', ['sharp', 'Sharp multifunction printers', 'シャープ 複合機']),
    protocols: ['smtp', 'pop3'],
    versions: [
      {
        range: 'BP-50, BP-55, BP-70, BP-B550',
        oauth: { imap: unknown, pop3: apart('unknown', 'yes'), smtp: apart('unknown', 'yes') },
        switch: {
          en: 'Settings (Administrator) > System Settings > Network Settings > Service Settings > SMTP > Authentication Method: OAuth 2.0, then Get Token',
        },
        errors: ['Token update failed. Please delete the token and obtain it again.'],
        evidence: seen(
          '2026-11-30',
          `${sharpManuals}bpb550wd/us/contents_08-03_004.html`,
          `${sharpManuals}bp70c65/en/contents_08-03_004.html`,
        ),
      },
    ],
  },
  device('copier', ['canon', 'Canon multifunction printers', 'キヤノン 複合機'], {
    range: 'with "OAuth 2.0 (Microsoft) Settings" in the Remote UI',
    oauth: cells(apart('unknown', 'yes')),
    switch: {
      en: 'Remote UI > Settings/Registration > Function Settings > Send > OAuth 2.0 (Microsoft) Settings',
    },
    errors: [],
    evidence: seen(
      '2026-11-30',
      'https://support.spectrum.tech/portal/en/kb/articles/configuring-oauth-on-mfds-for-scan-to-email',
    ),
  }),
  device(
    'copier',
    ['ricoh', 'Ricoh multifunction printers', 'リコー 複合機'],
    byModel('https://www.ricoh.com/info/2025/0526_1', list),
  ),
  device(
    'copier',
    ['brother', 'Brother printers and scanners', 'ブラザー プリンター・スキャナー'],
    byModel('https://support.brother.com/g/b/oscontents.aspx?c=us&lang=en&ossid=42', list),
  ),
  device(
    'copier',
    ['xerox', 'Xerox printers', 'Xerox プリンター'],
    {
      range: 'VersaLink B415, C415, B620, C620, B625, C625; AltaLink; PrimeLink',
      oauth: cells(apart('unknown', 'yes')),
      errors: [],
      evidence: seen('2026-11-30', xerox, list),
    },
    { ...byModel(xerox, list), range: 'other models' },
  ),
  device(
    'copier',
    ['konica-minolta', 'Konica Minolta and Develop', 'コニカミノルタ・Develop'],
    {
      range: 'ineo 306, 7228, 266, 4752, 4052, 4750, 4050, 246, 236, 226, 216, 4700P, 3301P, 4000P',
      oauth: cells(apart('unknown', 'no')),
      instead: askTheMaker,
      errors: [],
      evidence: seen('2026-11-30', develop, list),
    },
    { ...byModel(develop, list), range: 'other models' },
  ),
  device('copier', ['epson', 'Epson printers and scanners', 'エプソン プリンター・スキャナー'], {
    range: 'with OAuth2 in Web Config',
    oauth: cells(yes),
    switch: {
      en: 'Web Config > Network > Email Server > Basic > Authentication Method: OAuth2, then Microsoft Exchange Online, or Outlook.com for personal use',
    },
    errors: [],
    evidence: seen(
      '2026-11-30',
      'https://download4.epson.biz/sec_pubs/es-c380w/useg/en/GUID-F5D4639B-E3F2-4894-9DF7-74AB22A39C62.htm',
      'https://manuals.plus/m/e7ede169366eea99f38a2283a80f3e132f686317d8e7c6b40bf65aecbbed8f4e',
    ),
  }),
  device(
    'copier',
    ['lexmark', 'Lexmark printers', 'Lexmark プリンター'],
    {
      range: '>= FW24',
      oauth: cells(since('FW24')),
      switch: { en: 'Embedded Web Server > Settings > Email > Set Up OAuth 2.0 for Email Server > Register' },
      errors: [],
      evidence: seen('2026-11-30', lexmark),
    },
    { range: '< FW24', oauth: cells(no), instead: askTheMaker, errors: [], evidence: seen('2026-11-30', lexmark) },
  ),
  device('copier', ['kyocera', 'Kyocera multifunction printers', '京セラ 複合機'], {
    ...byModel(`${listed}PRINTERS.md`, `${listed}ERROR-MESSAGES.md`),
    instead: {
      en: 'Ask Kyocera whether the model can have the Exchange Online Connector, which signs in for it. If not, ask your administrator about direct send or a relay (Microsoft 365 connector), or scan to a folder.',
      ja: '代わりにサインインする「Exchange Online Connector」をその型番で使えるか、京セラに確かめてください。使えない場合は、ダイレクト送信やリレー（Microsoft 365 のコネクタ）を使えるか管理者に相談するか、フォルダーへのスキャンに切り替えてください。',
    },
    errors: ['Send error 1102'],
  }),
  device(
    'copier',
    ['hp', 'HP printers', 'HP プリンター'],
    {
      range: 'HP Enterprise and HP Managed, FutureSmart >= 5.7',
      oauth: cells(apart('unknown', 'yes')),
      errors: [],
      evidence: seen('2026-11-30', hp, list),
    },
    {
      range: 'LaserJet Pro M478–M479, M428–M429f',
      oauth: cells(apart('unknown', 'no')),
      instead: askTheMaker,
      errors: [],
      evidence: seen('2026-11-30', hp, list),
    },
    { ...byModel(hp, list), range: 'other models' },
  ),
  device(
    'copier',
    ['toshiba', 'Toshiba multifunction printers', '東芝 複合機'],
    byModel('https://www.toshibatec.com/information/20260113_01.html', list),
  ),
  ...(
    [
      ['oki', 'OKI printers', 'OKI プリンター'],
      ['fujifilm', 'Fujifilm multifunction printers', '富士フイルム 複合機'],
    ] as Name[]
  ).map((name) => device('copier', name, nothingFound)),
  device('nas', ['qnap', 'QNAP NAS', 'QNAP NAS'], {
    range: '*',
    oauth: cells(apart('yes', 'unknown')),
    switch: {
      en: 'Notification Center > Service Account and Device Pairing > Email > Add SMTP Service > Outlook.com > Add Account',
    },
    errors: ['Authorization has expired. Reauthorize the account.'],
    evidence: seen('2026-11-30', 'https://www.qnap.com/hu-hu/how-to/faq/con_show.php?cid=1428'),
  }),
  device(
    'nas',
    ['truenas', 'TrueNAS', 'TrueNAS'],
    {
      range: 'with Outlook OAuth in its mail settings (SCALE)',
      // Which kind of Microsoft account, no page says.
      oauth: cells(unknown),
      errors: [],
      evidence: seen('2026-11-30', 'https://api.truenas.com/v28.0/_sources/api_methods_mail.update.rst.txt', list),
    },
    {
      range: 'CORE 13.0',
      oauth: cells(no),
      instead: {
        en: 'CORE signs in with OAuth to Gmail only. Move to SCALE, which has Outlook too, or send through another mail service.',
        ja: 'CORE が OAuth でサインインできるのは Gmail だけです。Outlook にも対応する SCALE に移行するか、別のメールサービスから送信してください。',
      },
      errors: [],
      evidence: seen('2026-11-30', 'https://www.truenas.com/docs/core/13.0/uireference/system/email/'),
    },
  ),
  ...(
    [
      ['synology', 'Synology DSM', 'Synology DSM'],
      ['asustor', 'Asustor ADM', 'Asustor ADM'],
    ] as Name[]
  ).map((name) => device('nas', name, nothingFound)),
]
