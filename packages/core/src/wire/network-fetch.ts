import { request as httpRequest, type IncomingMessage } from 'node:http'
import type { TLSSocket } from 'node:tls'
import { excerpt, failure, protocolBroken, socketFailure, withCircumstances } from '../errors/failure.ts'
import { errorWord, type SparekeyError } from '../errors/sparekey-error.ts'
import type { Network } from '../network/network.ts'
import { connectAny, dropped, secure } from './connect.ts'
import { maxAnswerBytes } from './size-limits.ts'
import { TimeLimit } from './time-limit.ts'

/**
 * One HTTPS request in the manner of `fetch`, by way of a `Network`: it connects to where the network says the official
 * host is, verifies the certificate against the official name, and gives the answer as a `Response`. It follows no
 * redirect, keeps no cookie or connection, and never asks twice. With a server map nothing outside the map is contacted.
 */
export type NetworkFetch = (url: string, request?: Request) => Promise<Response>

type Request = {
  method?: string
  headers?: Readonly<Record<string, string>>
  body?: unknown
}

/** Status codes whose answers have no body (Fetch standard, "null body status"). */
const bodiless: ReadonlySet<number> = new Set([204, 205, 304])

/**
 * The returned function rejects with a `SparekeyError`: a finding about the network, `protocol-broken` or `aborted`. Its
 * `details.sent` is `perhaps` once the request was under way, so that the caller knows whether asking again could repeat
 * anything.
 */
export function networkFetch(network: Network, { signal }: { signal?: AbortSignal | undefined } = {}): NetworkFetch {
  const limits = () => ({ time: new TimeLimit(network.timeoutMs, network.timers), signal })
  return async (url, request = {}) => {
    const target = new URL(url)
    if (target.protocol !== 'https:') throw new TypeError('only https is spoken here')
    if (signal?.aborted) throw failure('aborted', {})
    let socket: TLSSocket
    try {
      const port = Number(target.port || 443)
      const plain = await connectAny(await network.resolve(target.hostname, port), {
        ...limits(),
        serverMap: network.serverMap,
      })
      socket = await secure(plain, target.hostname, { ca: network.ca, ...limits() })
    } catch (error) {
      throw socketFailure(error)
    }
    try {
      return await limits().time.wait(
        () => exchange(socket, target, request),
        (error) => socket.destroy(error),
      )
    } catch (error) {
      throw underWay(socket.errored ?? error)
    } finally {
      socket.destroy()
    }
  }
}

async function exchange(socket: TLSSocket, target: URL, { method = 'GET', headers, body }: Request): Promise<Response> {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    // TLS is spoken already, so this is plain HTTP as far as Node is concerned.
    const request = httpRequest({
      createConnection: () => socket,
      method,
      path: target.pathname + target.search,
      headers: { ...headers, host: target.host, connection: 'close' },
    })
    request
      .once('response', resolve)
      .once('error', reject)
      .once('close', () => reject(dropped()))
    const bytes = bytesOf(body)
    if (bytes) request.setHeader('content-length', bytes.length)
    request.end(bytes)
  })
  const bytes = await readAll(answer)
  const status = answer.statusCode ?? 0
  if (status < 200 || status > 599) throw protocolBroken('http-status', { status })
  const fields = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  )
  return new Response(bodiless.has(status) ? null : bytes, { status, headers: fields })
}

function bytesOf(body: unknown): Buffer | undefined {
  if (body === undefined || body === null) return undefined
  if (body instanceof Uint8Array) return Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  if (typeof body === 'string' || body instanceof URLSearchParams) return Buffer.from(String(body))
  throw new TypeError('a body is text, a form or bytes')
}

async function readAll(answer: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxAnswerBytes) throw protocolBroken('answer-too-large', { word: maxAnswerBytes })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The failure of a request that may have reached the server. Carries no cause: a parser's error holds what it read. */
function underWay(error: unknown): SparekeyError {
  const word = errorWord(error) ?? ''
  const failed = word.startsWith('HPE_') ? protocolBroken('no-http', { word: excerpt(word) }) : socketFailure(error)
  return withCircumstances(failed, { sent: 'perhaps' })
}
