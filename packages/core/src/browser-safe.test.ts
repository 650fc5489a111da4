import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { build } from 'rolldown'
import { expect, test } from 'vitest'
import type * as Entry from './explain.ts'

const bundle = () =>
  build({
    input: join(import.meta.dirname, 'explain.ts'),
    platform: 'browser',
    external: [/^node:/],
    logLevel: 'silent',
    write: false,
    output: { format: 'iife', name: 'sparekey' },
  })

test('the entry for browsers imports nothing of Node', async () => {
  const { output } = await bundle()
  expect(output).toHaveLength(1)
  expect(output[0].imports).toEqual([])
})

test('it works where there are the globals of a browser only', async () => {
  const { output } = await bundle()
  const { globals, entry } = inBrowser(output[0].code)
  expect(globals).toEqual({ process: 'undefined', Buffer: 'undefined', require: 'undefined' })
  const refusal = '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.'
  expect(entry.explainText(`S: ${refusal}`, { lang: 'ja' }).finding.code).toBe('basic-auth-retired')
  expect(entry.explainText('NO LOGIN failed.', { lang: 'en', account: 'a@hotmail.com' }).finding.code).toBe(
    'basic-auth-retired',
  )
  const report = `From: postmaster@contoso.example\r\nSubject: Undeliverable\r\n\r\nRemote Server returned '${refusal}'\r\n`
  expect(entry.explainMessage(new TextEncoder().encode(report), { lang: 'en' })).toMatchObject({ input: 'message' })
  expect(entry.explain('throttled', 'en').title).not.toBe('')
})

test('it holds no client: no library, no socket', async () => {
  const { output } = await bundle()
  const foreign = output[0].moduleIds.filter((id) => !id.includes('/packages/core/src/'))
  expect(foreign).toEqual([])
  expect(output[0].moduleIds.filter((id) => /\/src\/(?:wire|mailbox|submission|probe)\//.test(id))).toEqual([])
})

/** What the bundle makes of a world without Node. */
function inBrowser(code: string): { globals: unknown; entry: typeof Entry } {
  const world = createContext({ TextDecoder, TextEncoder, URL, atob, btoa })
  const globals = '({ process: typeof process, Buffer: typeof Buffer, require: typeof require })'
  return {
    globals: { ...(runInContext(globals, world) as object) },
    entry: runInContext(`${code}\nsparekey`, world) as typeof Entry,
  }
}
