import 'reflect-metadata'
import {
  BasicConstraintsExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { webcrypto } from 'node:crypto'

/** A certificate for `localhost`, `127.0.0.1` and another name, and its authority: for servers that are not the mock. */
export async function issueCertificate(name?: string): Promise<{ ca: string; cert: string; key: string }> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const generate = () => webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const [authority, server] = await Promise.all([generate(), generate()])
  const ca = await X509CertificateGenerator.createSelfSigned({
    name: 'CN=an authority for tests',
    keys: authority,
    signingAlgorithm: algorithm,
    extensions: [new BasicConstraintsExtension(true, 0, true)],
  })
  const cert = await X509CertificateGenerator.create({
    subject: 'CN=localhost',
    issuer: ca.subject,
    publicKey: server.publicKey,
    signingKey: authority.privateKey,
    signingAlgorithm: algorithm,
    extensions: [
      new SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
        ...(name === undefined ? [] : [{ type: 'dns', value: name } as const]),
      ]),
    ],
  })
  const key = PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', server.privateKey), 'PRIVATE KEY')
  return { ca: ca.toString('pem'), cert: cert.toString('pem'), key }
}
