/**
 * Who may talk to the mock over HTTP: whoever calls it by a name of this machine, or by one that somebody has let in. A
 * page that made its own name point here may not; and the control API answers no page from elsewhere at all.
 */
import { isIPv4 } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import { problem } from './problem.ts'

/** @param allowed names and addresses besides the loopback ones, without ports */
export function knownHosts(allowed: readonly string[]): MiddlewareHandler {
  const names = new Set(allowed.map((name) => name.toLowerCase().replace(/^\[|\]$/g, '')))
  return async (context, next) => {
    const name = hostName(context.req.header('host') ?? '')
    if (!isLoopback(name) && !names.has(name)) {
      return problem(context, 403, `requests to the host ${JSON.stringify(name)} are not answered: allow it by name`)
    }
    return next()
  }
}

export const noForeignPages: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? ''
  const origin = context.req.header('origin')
  const site = context.req.header('sec-fetch-site') ?? 'none'
  const foreign = origin !== undefined && origin.toLowerCase() !== `http://${host}`.toLowerCase()
  if (foreign || !['none', 'same-origin'].includes(site)) {
    return problem(context, 403, 'requests of web pages from elsewhere are not answered')
  }
  return next()
}

/** Lower case, without port and brackets. */
export function hostName(host: string): string {
  return host
    .toLowerCase()
    .replace(/\.?(?::\d*)?$/, '')
    .replace(/^\[|\]$/g, '')
}

function isLoopback(name: string): boolean {
  return name === 'localhost' || name === '::1' || (isIPv4(name) && name.startsWith('127.'))
}
