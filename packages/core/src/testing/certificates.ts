/** Certificates for servers of tests, good ones and bad ones. Not part of the product. */
import 'reflect-metadata'
import {
  BasicConstraintsExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { webcrypto } from 'node:crypto'
import { isIP } from 'node:net'

export type Certificate = { cert: string; key: string; ca: string }

/** A server certificate for one name or address, or several, and the authority that signed it. */
export async function issueCertificate(
  names: string | readonly string[],
  options: { expired?: boolean } = {},
): Promise<Certificate> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const generate = () => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const [authority, server] = await Promise.all([generate(), generate()])
  const day = 86_400_000
  const ca = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=an authority for tests',
    keys: authority,
    signingAlgorithm: algorithm,
    extensions: [new BasicConstraintsExtension(true, 0, true)],
  })
  const cert = await X509CertificateGenerator.create({
    subject: 'CN=a server for tests',
    issuer: ca.subject,
    notBefore: new Date(Date.now() - 9 * day),
    notAfter: new Date(Date.now() + (options.expired ? -day : day)),
    publicKey: server.publicKey,
    signingKey: authority.privateKey,
    signingAlgorithm: algorithm,
    extensions: [new SubjectAlternativeNameExtension([names].flat().map(alternativeName))],
  })
  const key = PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', server.privateKey), 'PRIVATE KEY')
  return { cert: cert.toString('pem'), key, ca: ca.toString('pem') }
}

function alternativeName(value: string): { type: 'dns' | 'ip'; value: string } {
  return { type: isIP(value) === 0 ? 'dns' : 'ip', value }
}
