import { describe, expect, test } from 'vitest'
import { isWorkDomain, kindOfExchange, personalDomains } from './domains.ts'

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
  ['contoso.onmicrosoft.com', true],
  ['onmicrosoft.com', true],
  ['a.b.office365.com', true],
  ['notonmicrosoft.com', false],
  ['onmicrosoft.com.example', false],
  ['onmicrosoftXcom', false],
] as const)('%s is a work domain by its name alone: %j', ([domain, expected]) => {
  expect(isWorkDomain(domain)).toBe(expected)
})

test.for([
  [['x.olc.protection.outlook.com'], 'personal'],
  [['x.olc.protection.outlook.com.'], 'personal'],
  [['x.mail.protection.outlook.com'], 'work'],
  [['x.p-v1.mx.microsoft'], 'work'],
  [['x.p-v1.mx.microsoft.'], 'work'],
  [['mx.example', 'x.mail.protection.outlook.com'], 'work'],
  [['olc.protection.outlook.com'], undefined],
  [['x.mail.protection.outlook.com.example'], undefined],
  [['xmail.protection.outlook.com'], undefined],
  [['x.mx.microsoft.com'], undefined],
  [[], undefined],
] as const)('the exchange hosts %j mean %j', ([hosts, kind]) => {
  expect(kindOfExchange(hosts)).toBe(kind)
})
