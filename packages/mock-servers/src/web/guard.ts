/**
 * Who may talk to the control API: programs on this machine, and those somebody has let in by name. A page in a browser
 * may not, from whatever site, and neither may one that made its own name point here.
 */
import { isIPv4 } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import { problem } from './problem.ts'

/** @param allowed names and addresses besides the loopback ones, without ports */
export function guard(allowed: readonly string[]): MiddlewareHandler {
  const names = new Set(allowed.map((name) => name.toLowerCase().replace(/^\[|\]$/g, '')))
  return async (context, next) => {
    const host = context.req.header('host') ?? ''
    const name = hostName(host)
    if (!isLoopback(name) && !names.has(name)) {
      return problem(context, 403, `requests to the host ${JSON.stringify(name)} are not answered: allow it by name`)
    }
    const origin = context.req.header('origin')
    const site = context.req.header('sec-fetch-site') ?? 'none'
    const foreign = origin !== undefined && origin.toLowerCase() !== `http://${host}`.toLowerCase()
    if (foreign || !['none', 'same-origin'].includes(site)) {
      return problem(context, 403, 'requests of web pages from elsewhere are not answered')
    }
    await next()
  }
}

/** Lower case, without port and brackets. */
function hostName(host: string): string {
  return host
    .toLowerCase()
    .replace(/:\d*$/, '')
    .replace(/^\[|\]$/g, '')
}

function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '::1' || (isIPv4(name) && name.startsWith('127.'))
}
