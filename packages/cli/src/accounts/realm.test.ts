import { issueCertificate } from '@sparekey/testkit/certificate'
import { expect, it } from 'vitest'
import { realmOf } from './realm.ts'

it('without an authority of a map’s own the servers are the real ones', () => {
  expect(realmOf({ ca: undefined })).toBe('real')
})

it('each authority has a realm of its own, the same however its certificate is wrapped', async () => {
  const [one, other] = await Promise.all([issueCertificate('one.example'), issueCertificate('one.example')])
  const realm = realmOf({ ca: one.ca })
  expect(realm).toMatch(/^map-[0-9a-f]{16}$/)
  expect([`${one.ca}\n`, one.ca.replaceAll('\n', '\r\n'), one.ca.trim()].map((ca) => realmOf({ ca }))).toEqual([
    realm,
    realm,
    realm,
  ])
  expect(realmOf({ ca: other.ca })).not.toBe(realm)
  expect(realmOf({ ca: `${one.ca}${other.ca}` })).not.toBe(realm)
})
