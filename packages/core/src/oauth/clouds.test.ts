import { hostileText } from '@sparekey/testkit/hostile'
import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { clouds, grants, permissionsIn, scopesFor, tenantFor } from './clouds.ts'

test('every cloud asks for its own resources', () => {
  const identity = 'offline_access openid profile email'
  const mail = (host: string) =>
    `https://${host}/IMAP.AccessAsUser.All https://${host}/POP.AccessAsUser.All https://${host}/SMTP.Send`
  expect(scopesFor('global', ['outlook'])).toBe(`${mail('outlook.office.com')} ${identity}`)
  expect(scopesFor('global', ['graph'])).toBe(`https://graph.microsoft.com/Mail.Send ${identity}`)
  expect(scopesFor('us-government', ['outlook'])).toBe(`${mail('outlook.office365.us')} ${identity}`)
  expect(scopesFor('china', ['outlook', 'graph'])).toBe(
    `${mail('partner.outlook.cn')} https://microsoftgraph.chinacloudapi.cn/Mail.Send ${identity}`,
  )
})

test('all of it is https, and nobody’s but Microsoft’s', () => {
  for (const address of Object.values(clouds).flatMap((cloud) => Object.values(cloud))) {
    expect(address).toMatch(
      /^https:\/\/[a-z.]+\.(microsoft|microsoftonline|office|office365|outlook|chinacloudapi)\.(com|us|cn)$/,
    )
  }
})

test('personal accounts sign in as consumers, work accounts as organizations, and whoever is not sure as either', () => {
  expect((['personal', 'work', 'unknown'] as const).map(tenantFor)).toEqual(['consumers', 'organizations', 'common'])
})

test('granted permissions are told by their last path segment, whatever Microsoft writes in front of them', () => {
  const granted = permissionsIn(
    ' https://graph.microsoft.com/IMAP.AccessAsUser.All  https://x.example//SMTP.Send openid',
  )
  expect(granted).toEqual(['IMAP.AccessAsUser.All', 'SMTP.Send', 'openid'])
  expect([grants(granted, 'outlook'), grants(granted, 'graph')]).toEqual([true, false])
  expect(grants(['mail.send'], 'graph')).toBe(true)
})

test('no text of a server’s makes more of it than it says', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      for (const name of permissionsIn(text)) expect(name).toMatch(/^[^\s/]+$/)
    }),
  )
})
