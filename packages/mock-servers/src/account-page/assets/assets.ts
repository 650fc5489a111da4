/** The few files that pages refer to, from memory. They hold nothing of anybody's, and need no sign-in. */
import { Hono } from 'hono'
import { icon } from './icon.ts'
import { liveScript } from './live-script.ts'
import { stylesheet } from './stylesheet.ts'

const files = {
  '/style.css': { type: 'text/css; charset=utf-8', text: stylesheet },
  '/live.js': { type: 'text/javascript; charset=utf-8', text: liveScript },
  '/icon.svg': { type: 'image/svg+xml', text: icon },
} as const

export function assets(): Hono {
  const routes = new Hono()
  for (const [path, { type, text }] of Object.entries(files)) {
    routes.get(path, (context) => context.body(text, 200, { 'content-type': type, 'cache-control': 'max-age=300' }))
  }
  return routes
}
