/**
 * What browsers may do with our pages, and with what strangers have put into a mailbox. Pages run one script of ours and
 * nothing inline; a message's HTML runs nothing, loads nothing, submits nothing, and is a stranger to our own pages.
 */
import type { MiddlewareHandler } from 'hono'

const policies = {
  page: [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ],
  /** `sandbox` holds even where somebody opens the frame's address by itself. */
  message: [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    'sandbox',
  ],
  download: ["default-src 'none'", "frame-ancestors 'none'", 'sandbox'],
} as const

export const contentSecurityPolicy = {
  page: policies.page.join('; '),
  message: policies.message.join('; '),
  download: policies.download.join('; '),
} as const

/** Fields of every answer; an answer that shows foreign content replaces the first. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  context.header('content-security-policy', contentSecurityPolicy.page)
  context.header('x-content-type-options', 'nosniff')
  context.header('referrer-policy', 'no-referrer')
  context.header('cross-origin-resource-policy', 'same-origin')
  // Foreign HTML names hosts; a browser must not even look them up.
  context.header('x-dns-prefetch-control', 'off')
  context.header('permissions-policy', 'camera=(), geolocation=(), microphone=()')
  context.header('cache-control', 'no-store')
  await next()
}
