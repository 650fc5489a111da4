/**
 * Messages of our own making, one for each way in which real ones go wrong, and what a person should see of them. Octets
 * are written as characters up to U+00FF, UTF-8 and all.
 */

export type Seen = {
  subject?: string
  from?: string
  /** ISO 8601 in UTC. */
  date?: string
  /** Without the white space around it; of an HTML message, its words. */
  text?: string
  attachments?: { filename: string | null; contentType: string; size: number }[]
}

export type Reading = { about: string; raw: Buffer; seen: Seen }

const octets = (text: string) => Buffer.from(text, 'latin1')
const utf8 = (text: string) => Buffer.from(text).toString('latin1')
const jis = (text: string) => `\u001b$B${text}\u001b(B`

function reading(about: string, lines: readonly string[], seen: Seen): Reading {
  return { about, raw: octets(`${lines.join('\r\n')}\r\n`), seen }
}

const plain = 'Content-Type: text/plain; charset='
const quoted = 'Content-Transfer-Encoding: quoted-printable'
const parted = (type: string, ...parts: readonly string[][]) => [
  `Content-Type: multipart/${type}; boundary=b`,
  '',
  ...parts.flatMap((part) => ['--b', ...part]),
  '--b--',
]

const charsets: readonly Reading[] = [
  reading(
    'windows-1252 has quotes, dashes and a euro',
    [
      `Subject: =?windows-1252?Q?It=92s_=93done=94_=96_5_=80?=`,
      `${plain}windows-1252`,
      quoted,
      '',
      'wasn=92t =85 5 =80',
    ],
    { subject: 'It’s “done” – 5 €', text: 'wasn’t … 5 €' },
  ),
  ...['iso-8859-1', 'cp1252', 'latin1', 'us-ascii', 'x-unknown'].map((label) =>
    reading(`${label} is read as windows-1252`, [`${plain}${label}`, '', 'wasn\x92t'], { text: 'wasn’t' }),
  ),
  reading('KOI8-U', [`${plain}koi8-u`, '', '\xf0\xd2\xc9\xd7\xa6\xd4'], { text: 'Привіт' }),
  reading('ISO-8859-16', [`${plain}iso-8859-16`, '', '\xaaoapt\xe3'], { text: 'Șoaptă' }),
  reading('UTF-8 under us-ascii', [`${plain}us-ascii`, '', utf8('Café')], { text: 'Café' }),
  reading('UTF-8 under unknown-8bit', [`${plain}unknown-8bit`, '', utf8('日本語')], { text: '日本語' }),
  reading('UTF-8 under a label of seven bits', [`${plain}ISO-2022-JP`, '', utf8('日本語です')], { text: '日本語です' }),
  reading('UTF-8 under Shift_JIS', [`${plain}shift_jis`, '', utf8('日本語です。')], { text: '日本語です。' }),
  reading('windows-1252 under UTF-8', [`${plain}utf-8`, '', 'caf\xe9 \x96 5 \x80'], { text: 'café – 5 €' }),
  reading('ISO-2022-JP without a label', [`Subject: ${jis('F|K\\8l')}`, '', jis('F|K\\8l')], {
    subject: '日本語',
    text: '日本語',
  }),
  reading('ISO-2022-JP with half-width katakana', [`${plain}iso-2022-jp`, '', '\u001b(I6E\u001b(B'], { text: 'ｶﾅ' }),
  reading('ISO-2022-JP with numbers in circles', [`${plain}iso-2022-jp`, '', jis('-!')], { text: '①' }),
  reading('ISO-2022-JP that a line’s end cuts', [`${plain}iso-2022-jp`, '', '\u001b$BF|K\\', 'abc'], {
    text: '日本\nabc',
  }),
  reading('Shift_JIS without a label', ['Subject: \x93\xfa\x96\x7b', '', '\x93\xfa\x96\x7b\x8c\xea\x82\xc5\x82\xb7'], {
    subject: '日本',
    text: '日本語です',
  }),
  reading('EUC-JP without a label', ['Subject: \xc6\xfc\xcb\xdc', '', '\xc6\xfc\xcb\xdc\xb8\xec\xa4\xc7\xa4\xb9'], {
    subject: '日本',
    text: '日本語です',
  }),
  ...['cp932', 'windows-31j', 'ms932', 'x-sjis', 'sjis'].map((label) =>
    reading(`${label} is Shift_JIS`, [`${plain}${label}`, '', '\x87\x40\x8a\x94\xee\xe0'], { text: '①株髙' }),
  ),
  ...['eucjp-ms', 'euc_jp', 'eucJP'].map((label) =>
    reading(`${label} is EUC-JP`, [`Subject: =?${label}?B?xvw=?=`, '', ''], { subject: '日' }),
  ),
  ...['iso-2022-jp-ms', 'iso-2022-jp-1', 'cp50220', 'cp50221'].map((label) =>
    reading(`${label} is ISO-2022-JP`, [`${plain}${label}`, '', jis('F|')], { text: '日' }),
  ),
  reading('GBK', [`${plain}gb2312`, '', '\xd6\xd0\xce\xc4'], { text: '中文' }),
  reading('Big5', [`${plain}big5`, '', '\xa4\xa4\xa4\xe5'], { text: '中文' }),
  reading('EUC-KR', [`${plain}ks_c_5601-1987`, '', '\xc7\xd1\xb1\xdb'], { text: '한글' }),
  reading('ISO-2022-KR', [`${plain}iso-2022-kr`, '', '\u001b$)C\u000eGQ1[\u000f ok'], { text: '한글 ok' }),
  reading('HZ', [`${plain}hz-gb-2312`, '', '~{VPND~} ok'], { text: '中文 ok' }),
  reading('UTF-7', [`${plain}utf-7`, '', '+ZeVnLIqe- + 1 +- 1'], { text: '日本語 + 1 + 1' }),
  reading('code page 437', [`${plain}cp437`, '', 'caf\x82'], { text: 'café' }),
  reading('code page 850', [`${plain}cp850`, '', 'caf\x82 \xb8'], { text: 'café ©' }),
]

const headers: readonly Reading[] = [
  reading('UTF-8 cut between two words', ['Subject: =?UTF-8?B?5pel5g==?= =?UTF-8?B?nKzoqp4=?=', '', ''], {
    subject: '日本語',
  }),
  reading('UTF-8 cut between words of two encodings', ['Subject: =?UTF-8?Q?=E6=97?= =?utf-8?B?pQ==?=', '', ''], {
    subject: '日',
  }),
  reading(
    'ISO-2022-JP cut between two words',
    ['Subject: =?iso-2022-jp?B?GyRCJQ==?=', ' =?iso-2022-jp?B?SyVjITwlcxsoQg==?=', '', ''],
    {
      subject: 'ニャーン',
    },
  ),
  reading(
    'an emoji cut in four',
    ['Subject: =?utf-8?Q?=F0?= =?utf-8?Q?=9F?= =?utf-8?Q?=98?= =?utf-8?Q?=80?=', '', ''],
    {
      subject: '😀',
    },
  ),
  reading('raw windows-1252', ['From: J\xf6rg <a@example.com>', 'Subject: Gr\xfc\xdfe', '', 'x'], {
    from: 'Jörg <a@example.com>',
    subject: 'Grüße',
  }),
  reading('raw octets in a word', ['Subject: =?iso-8859-1?Q?Fr\xfcsche?=', '', ''], { subject: 'Früsche' }),
  reading('raw Shift_JIS that the body names', ['Subject: \x93\xfa', `${plain}shift_jis`, '', 'x'], { subject: '日' }),
  reading('a comma in a word', ['From: =?utf-8?B?5bGx55SwLCDlpKrpg44=?= <t@example.jp>', '', ''], {
    from: '"山田, 太郎" <t@example.jp>',
  }),
  reading('a language in a word', ['Subject: =?utf-8*ja?B?5pel?=', '', ''], { subject: '日' }),
  reading('a zone with a name', ['Date: Thu, 9 Apr 2021 23:34:45 JST', '', ''], { date: '2021-04-09T14:34:45.000Z' }),
  reading('a zone in brackets', ['Date: Fri, 9 Apr 2021 23:34:45 +0900 (JST)', '', ''], {
    date: '2021-04-09T14:34:45.000Z',
  }),
  reading('Pacific summer', ['Date: Fri, 9 Apr 2021 23:34 PDT', '', ''], { date: '2021-04-10T06:34:00.000Z' }),
  reading('a date as C writes it', ['Date: Fri Apr  9 23:34:45 2021', '', ''], { date: '2021-04-09T23:34:45.000Z' }),
  reading('the year 1', ['Date: 1 Jan 0001 00:00:00 +0000', '', ''], { date: '0001-01-01T00:00:00.000Z' }),
]

const structure: readonly Reading[] = [
  reading('a type without a subtype', ['Content-Type: text', '', 'Hello.'], { text: 'Hello.', attachments: [] }),
  reading(
    'a message that was forwarded',
    parted('mixed', ['', 'See below.'], ['Content-Type: message/rfc822', '', 'Subject: plan', '', 'Secret plan.']),
    { text: 'See below.', attachments: [{ filename: null, contentType: 'message/rfc822', size: 29 }] },
  ),
  reading(
    'a text with a name',
    parted(
      'mixed',
      ['', 'Hello.'],
      ['Content-Type: text/plain; name=n.txt', 'Content-Disposition: inline; filename=n.txt', '', 'my notes'],
    ),
    { text: 'Hello.', attachments: [{ filename: 'n.txt', contentType: 'text/plain', size: 8 }] },
  ),
  reading(
    'uuencode',
    [
      'Content-Type: application/octet-stream; name=cat.txt',
      'Content-Transfer-Encoding: x-uuencode',
      '',
      'begin 644 cat.txt',
      '#0V%T',
      '`',
      'end',
    ],
    { attachments: [{ filename: 'cat.txt', contentType: 'application/octet-stream', size: 3 }] },
  ),
  reading(
    'a file name in pieces',
    [
      'Content-Type: application/pdf',
      "Content-Disposition: attachment; filename*0*=utf-8''%E8%AB; filename*1*=%8B%E6%B1%82; filename*2=.pdf",
      '',
      'x',
    ],
    { attachments: [{ filename: '請求.pdf', contentType: 'application/pdf', size: 3 }] },
  ),
  reading('a boundary that never comes', ['Content-Type: multipart/mixed; boundary=b', '', 'Hello.'], {
    text: 'Hello.',
  }),
  reading(
    'a boundary whose fold was lost',
    ['Content-Type: multipart/report;', 'boundary=b', '', '--b', '', 'Sorry.', '--b--'],
    {
      text: 'Sorry.',
    },
  ),
  reading('white space before the header', ['   ', 'Subject: x', '', 'Hello.'], { subject: 'x', text: 'Hello.' }),
  reading('no empty line before the text', ['Subject: x', 'Hello there.', 'Bye.'], {
    subject: 'x',
    text: 'Hello there.\nBye.',
  }),
  {
    about: 'lines of an old Macintosh',
    raw: octets(`Subject: x\rContent-Type: multipart/mixed; boundary=b\r\r--b\r\rHello.\rBye.\r--b--\r`),
    seen: { subject: 'x', text: 'Hello.\nBye.' },
  },
  reading('paragraphs that flow', [`${plain}utf-8; format=flowed`, '', 'one ', 'two', ' > three'], {
    text: 'one two\n> three',
  }),
]

const html = (about: string, document: string, text: string) =>
  reading(about, ['Content-Type: text/html; charset=utf-8', '', utf8(document)], { text })

const documents: readonly Reading[] = [
  html('a head that nobody ends', '<html><head><meta charset=utf-8><body><p>Hello.</p>', 'Hello.'),
  html('a script with a <', '<p>before</p><script>if(a<b){}</script><p>after</p>', 'before\n\nafter'),
  html('a < that begins no tag', 'if 3 < 5 then I <3 you<br>next', 'if 3 < 5 then I <3 you\nnext'),
  html('a > in an attribute', '<img title="a > b" src=x>text', 'text'),
  html('letters with names', 'Gr&uuml;&szlig;e, caf&eacute; &deg; &pound;5 &trade; x&#146;y', 'Grüße, café ° £5 ™ x’y'),
  html('a link', '<a href="https://example.com/r?t=1&amp;u=2">Reset</a>.', 'Reset <https://example.com/r?t=1&u=2>.'),
  html('an alternative text', '<img src=x alt="Your code is 4711">', 'Your code is 4711'),
  html('lines that are kept', '<pre>a\n  b</pre>', 'a\n  b'),
  html('lists', '<ol><li>one<li>two<ul><li>deep</ul></ol>', '1. one\n2. two\n  • deep'),
  html('what is hidden', '<div style="display:none">no</div><p hidden>no<p>yes', 'yes'),
  reading(
    'a charset in the document',
    ['Content-Type: text/html', '', '<meta charset="shift_jis"><p>\x93\xfa\x96\x7b'],
    {
      text: '日本',
    },
  ),
]

export const readings: readonly Reading[] = [...charsets, ...headers, ...structure, ...documents]
