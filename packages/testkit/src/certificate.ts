import 'reflect-metadata'
import {
  BasicConstraintsExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { webcrypto } from 'node:crypto'
import { isIP } from 'node:net'

/** PEM: a server's certificate, its key, and the authority that signed it. */
export type Certificate = { readonly cert: string; readonly key: string; readonly ca: string }

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const day = 86_400_000

/** Makes a certificate for these names and IP addresses, signed by an authority of its own. */
export async function issueCertificate(
  names: string | readonly string[] = 'localhost',
  { expired = false }: { expired?: boolean } = {},
): Promise<Certificate> {
  const [authority, server] = await Promise.all([generateKeys(), generateKeys()])
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
    notAfter: new Date(Date.now() + (expired ? -day : day)),
    publicKey: server.publicKey,
    signingKey: authority.privateKey,
    signingAlgorithm: algorithm,
    extensions: [
      new SubjectAlternativeNameExtension(
        [names].flat().map((value) => ({ type: isIP(value) === 0 ? 'dns' : 'ip', value })),
      ),
    ],
  })
  const key = PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', server.privateKey), 'PRIVATE KEY')
  return { cert: cert.toString('pem'), key, ca: ca.toString('pem') }
}

function generateKeys() {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
}
