/** A client of the mock's HTTPS listener: connects to its port, names the official host, and verifies the certificate. */
import type { IncomingHttpHeaders } from 'node:http'
import { request } from 'node:https'

type Mock = { ca: string; https: { port: number } }

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string; json: Record<string, unknown> }

export type Call = {
  method?: string
  headers?: Record<string, string>
  /** Sent as `application/x-www-form-urlencoded`, with POST. */
  form?: Record<string, string>
  body?: string
}

/** @param url with an official host, such as `https://login.microsoftonline.com/common/oauth2/v2.0/token` */
export function call(
  { ca, https }: Mock,
  url: string,
  { method, headers = {}, form, body }: Call = {},
): Promise<Answer> {
  const { hostname, host, pathname, search } = new URL(url)
  const sent = form ? new URLSearchParams(form).toString() : body
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: https.port,
        ca,
        servername: hostname,
        path: pathname + search,
        method: method ?? (sent === undefined ? 'GET' : 'POST'),
        headers: { host, ...(form && { 'content-type': 'application/x-www-form-urlencoded' }), ...headers },
        agent: false,
      },
      async (response) => {
        const pieces: Buffer[] = []
        for await (const piece of response) pieces.push(piece as Buffer)
        const text = Buffer.concat(pieces).toString()
        const isJson = response.headers['content-type']?.includes('json') && text !== ''
        const json = isJson ? (JSON.parse(text) as Record<string, unknown>) : {}
        resolve({ status: response.statusCode!, headers: response.headers, text, json })
      },
    )
    outgoing.on('error', reject)
    outgoing.end(sent)
  })
}
