import { expect, test } from 'vitest'
import { kindOf } from './personal-domains.ts'

/** Thunderbird's provider database, hotmail.com.xml (MS-ACC-13), as it lists them; `passport.com` is assumed. */
const listed = {
  outlook:
    'at be cl com cz de dk es fr hu ie in it jp kr lv my ph pt sa sg sk co.id co.il co.th com.ar com.au com.br com.gr com.tr com.vn',
  hotmail:
    'be ca cl com cz de dk es fi fr gr hu it lt lv my nl no ph rs se sg sk co.id co.il co.in co.jp co.kr co.th co.uk co.za com.ar com.au com.br com.hk com.tr com.tw com.vn',
  live: 'at be ca cl cn com de dk fi fr hk ie in it jp nl no ru se co.jp co.kr co.uk co.za com.ar com.au com.mx com.my com.ph com.pt com.sg',
  msn: 'com',
  windowslive: 'com',
  livemail: 'tw',
  passport: 'com',
}

test.each(Object.entries(listed).flatMap(([name, endings]) => endings.split(' ').map((ending) => `${name}.${ending}`)))(
  'an account at %s is personal',
  (domain) => {
    expect([kindOf(`a@${domain}`), kindOf(`A@${domain.toUpperCase()}`)]).toEqual(['personal', 'personal'])
    expect([kindOf(`a@x${domain}`), kindOf(`a@x.${domain}`), kindOf(`a@${domain}x`)]).toEqual(['work', 'work', 'work'])
  },
)

test.each(['hotmail.ru', 'hotmail.cn', 'live.es', 'outlook.ca', 'msn.co.jp', 'windowslive.jp', 'livemail.com'])(
  'an account at %s, which is not in the list, is taken for a work account',
  (domain) => {
    expect(kindOf(`a@${domain}`)).toBe('work')
  },
)
