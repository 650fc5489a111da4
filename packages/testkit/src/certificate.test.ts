import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { issueCertificate } from './certificate.ts'

test('a certificate is for these names and addresses and no others, and signed by its authority', async () => {
  const { cert, ca } = await issueCertificate(['a.example', '127.0.0.1', '::1'])
  const certificate = new X509Certificate(cert)
  expect(certificate.subjectAltName).toBe('DNS:a.example, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1')
  expect(certificate.verify(new X509Certificate(ca).publicKey)).toBe(true)
})

test('a certificate is for localhost unless it is said, and two have authorities of their own', async () => {
  const [one, other] = await Promise.all([issueCertificate(), issueCertificate()])
  expect(new X509Certificate(one.cert).subjectAltName).toBe('DNS:localhost')
  expect(new X509Certificate(one.cert).verify(new X509Certificate(other.ca).publicKey)).toBe(false)
})

test('a certificate that has expired was good once', async () => {
  const { validFrom, validTo } = new X509Certificate((await issueCertificate('a.example', { expired: true })).cert)
  expect(Date.parse(validFrom)).toBeLessThan(Date.parse(validTo))
  expect(Date.parse(validTo)).toBeLessThan(Date.now())
})
