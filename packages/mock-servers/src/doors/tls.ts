/**
 * Certificates made at start: an authority of its own and one server certificate signed by it. The authority must never
 * enter a trust store: whoever wants to reach the mock is handed `ca`. Its private key is forgotten once it has signed.
 */
import { webcrypto } from 'node:crypto'
import { isIP } from 'node:net'

export type Certificates = {
  /** The authority's certificate, PEM. */
  ca: string
  /** The server's certificate, PEM. */
  cert: string
  /** The server's private key, PKCS #8 PEM. */
  key: string
}

const day = 24 * 60 * 60 * 1000
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/**
 * @param options.names host names and IP addresses the server answers to (RFC 5280, 4.2.1.6)
 * Dates are the machine's, not the mock clock's: clients check them against their own. The library takes about 90 ms to
 * load, hence the dynamic import.
 */
export async function issueCertificates({ names }: { names: readonly string[] }): Promise<Certificates> {
  await import('reflect-metadata')
  const x509 = await import('@peculiar/x509')
  const { KeyUsageFlags, ExtendedKeyUsage } = x509

  const notBefore = new Date(Date.now() - day)
  // Apple's clients refuse server certificates that live longer than 825 days.
  const notAfter = new Date(Date.now() + 397 * day)
  const authority = await generateKeys()
  const server = await generateKeys()

  const ca = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: 'CN=sparekey mock authority, O=for tests only',
    notBefore,
    notAfter,
    keys: authority,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(authority.publicKey),
    ],
  })
  const cert = await x509.X509CertificateGenerator.create({
    serialNumber: serialNumber(),
    subject: 'CN=outlook.com, O=sparekey mock server',
    issuer: ca.subject,
    notBefore,
    notAfter,
    publicKey: server.publicKey,
    signingKey: authority.privateKey,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names.map((name) => ({ type: isIP(name) ? 'ip' : 'dns', value: name }))),
      await x509.SubjectKeyIdentifierExtension.create(server.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(authority.publicKey),
    ],
  })
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', server.privateKey))
  return {
    ca: `${ca.toString('pem')}\n`,
    cert: `${cert.toString('pem')}\n`,
    key: pem('PRIVATE KEY', pkcs8),
  }
}

function generateKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
}

/** Positive, 16 octets (RFC 5280, 4.1.2.2). */
function serialNumber(): string {
  const octets = webcrypto.getRandomValues(new Uint8Array(16))
  octets[0] = (octets[0]! & 0x7f) | 0x40
  return Buffer.from(octets).toString('hex')
}

function pem(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g)!
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}
