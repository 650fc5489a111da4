import { describe, expect, test } from 'vitest'
import { homeAt, homeBehind, personalDomains } from './domains.ts'

/** Thunderbird's provider database, hotmail.com.xml, as it lists them; `passport.com` is assumed. */
const listed = `
  hotmail.com hotmail.co.uk hotmail.co.jp hotmail.com.br hotmail.de hotmail.fr hotmail.it hotmail.es live.com live.co.uk
  live.co.jp live.de live.fr live.it live.jp msn.com outlook.com
  outlook.at outlook.be outlook.cl outlook.cz outlook.de outlook.dk outlook.es outlook.fr outlook.hu outlook.ie outlook.in
  outlook.it outlook.jp outlook.kr outlook.lv outlook.my outlook.ph outlook.pt outlook.sa outlook.sg outlook.sk
  outlook.co.id outlook.co.il outlook.co.th outlook.com.ar outlook.com.au outlook.com.br outlook.com.gr outlook.com.tr
  outlook.com.vn
  hotmail.be hotmail.ca hotmail.cl hotmail.cz hotmail.dk hotmail.fi hotmail.gr hotmail.hu hotmail.lt hotmail.lv hotmail.my
  hotmail.nl hotmail.no hotmail.ph hotmail.rs hotmail.se hotmail.sg hotmail.sk hotmail.co.id hotmail.co.il hotmail.co.in
  hotmail.co.kr hotmail.co.th hotmail.co.za hotmail.com.ar hotmail.com.au hotmail.com.hk hotmail.com.tr hotmail.com.tw
  hotmail.com.vn
  live.at live.be live.ca live.cl live.cn live.dk live.fi live.hk live.ie live.in live.nl live.no live.ru live.se live.co.kr
  live.co.za live.com.ar live.com.au live.com.mx live.com.my live.com.ph live.com.pt live.com.sg
  livemail.tw windowslive.com passport.com
`
  .trim()
  .split(/\s+/)

describe('the domains of personal accounts', () => {
  test('are those of the list, each of them, and no others', () => {
    expect([...personalDomains].toSorted()).toEqual(listed.toSorted())
  })

  test.for(['hotmail.example', 'outlook.com.example', 'mail.hotmail.com', 'hotmail.ru', 'HOTMAIL.COM', ''])(
    '%j is none of them',
    (domain) => {
      expect(personalDomains.has(domain)).toBe(false)
    },
  )
})

test.for([
  ['contoso.onmicrosoft.com', 'work', 'global'],
  ['onmicrosoft.com', 'work', 'global'],
  ['a.b.office365.com', 'work', 'global'],
  ['contoso.onmicrosoft.us', 'work', 'us-government'],
  ['contoso.partner.onmschina.cn', 'work', 'china'],
  ['hotmail.com', 'personal', 'global'],
] as const)('%s is of a %s account in the %s cloud by its name alone', ([domain, account, cloud]) => {
  expect(homeAt(domain)).toEqual({ account, cloud })
})

test.for(['notonmicrosoft.com', 'onmicrosoft.com.example', 'onmicrosoftXcom', 'onmschina.cn'])(
  '%s says nothing by its name',
  (domain) => {
    expect(homeAt(domain)).toBeUndefined()
  },
)

test.for([
  [['x.olc.protection.outlook.com'], 'personal', 'global'],
  [['x.olc.protection.outlook.com.'], 'personal', 'global'],
  [['x.mail.protection.outlook.com'], 'work', 'global'],
  [['x.p-v1.mx.microsoft'], 'work', 'global'],
  [['x.p-v1.mx.microsoft.'], 'work', 'global'],
  [['mx.example', 'x.mail.protection.outlook.com'], 'work', 'global'],
  [['x.mail.protection.office365.us'], 'work', 'us-government'],
  [['x.mail.protection.partner.outlook.cn'], 'work', 'china'],
] as const)('the exchange hosts %j mean a %s account in the %s cloud', ([hosts, account, cloud]) => {
  expect(homeBehind(hosts)).toEqual({ account, cloud })
})

test.for([
  [['olc.protection.outlook.com']],
  [['x.mail.protection.outlook.com.example']],
  [['xmail.protection.outlook.com']],
  [['x.mx.microsoft.com']],
  [['x.mail.protection.outlook.cn']],
  [[]],
])('the exchange hosts %j are not Microsoft’s', ([hosts]) => {
  expect(homeBehind(hosts!)).toBeUndefined()
})
