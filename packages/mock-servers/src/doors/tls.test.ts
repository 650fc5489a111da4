import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { connect, createServer, type PeerCertificate } from 'node:tls'
import { describe, expect, test } from 'vitest'
import { certificateNames } from '../server-map/official-names.ts'
import { issueCertificates } from './tls.ts'

describe('the certificates made at start', () => {
  test('name every official host, the loopback names and what is advertised', async () => {
    const { cert } = await issueCertificates({ names: certificateNames(['mail.test', '192.0.2.7']) })
    const { subjectAltName } = new X509Certificate(cert)
    for (const name of ['outlook.office365.com', 'smtp-mail.outlook.com', 'login.microsoftonline.com', 'mail.test']) {
      expect(subjectAltName).toContain(`DNS:${name}`)
    }
    for (const address of ['127.0.0.1', '0:0:0:0:0:0:0:1', '192.0.2.7']) {
      expect(subjectAltName).toContain(`IP Address:${address}`)
    }
  })

  test('are accepted for an official name by a client that knows the authority, and for no other name', async () => {
    const { ca, cert, key } = await issueCertificates({ names: certificateNames() })
    const server = createServer({ cert, key }, (socket) => socket.end()).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    try {
      const socket = connect({ host: '127.0.0.1', port, servername: 'imap-mail.outlook.com', ca })
      await once(socket, 'secureConnect')
      expect(socket.authorized).toBe(true)
      expect(socket.getPeerX509Certificate()?.checkIP('::1')).toBe('::1')
      socket.destroy()
      const stranger = connect({ host: '127.0.0.1', port, servername: 'imap.gmail.test', ca })
      const [error] = (await once(stranger, 'error')) as [Error & { cert: PeerCertificate }]
      expect(error).toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
      const distrustful = connect({ host: '127.0.0.1', port, servername: 'imap-mail.outlook.com' })
      await once(distrustful, 'error')
    } finally {
      server.close()
    }
  })

  test('form a chain: the authority may sign only server certificates, the server only serves', async () => {
    const { ca, cert } = await issueCertificates({ names: ['localhost'] })
    const authority = new X509Certificate(ca)
    const server = new X509Certificate(cert)
    expect(authority.ca).toBe(true)
    expect(server.ca).toBe(false)
    expect(server.checkIssued(authority)).toBe(true)
    expect(server.verify(authority.publicKey)).toBe(true)
    expect(server.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
  })

  test('are other ones every time', async () => {
    const first = await issueCertificates({ names: ['localhost'] })
    const second = await issueCertificates({ names: ['localhost'] })
    expect(new X509Certificate(first.ca).serialNumber).not.toBe(new X509Certificate(second.ca).serialNumber)
  })
})
