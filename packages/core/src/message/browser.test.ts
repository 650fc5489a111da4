import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { build } from 'rolldown'
import { expect, test } from 'vitest'
import type * as Reader from './reader.ts'

test('a message is read where there are the globals of a browser only', async () => {
  const { output } = await build({
    input: join(import.meta.dirname, 'reader.ts'),
    platform: 'browser',
    external: [/^node:/],
    logLevel: 'silent',
    write: false,
    output: { format: 'iife', name: 'reader' },
  })
  expect(output[0].imports).toEqual([])
  const world = createContext({ TextDecoder, TextEncoder, Uint8Array })
  const { read } = runInContext(`${output[0].code}\nreader`, world) as typeof Reader
  const html = '<p>\u001b$BF|K\\8l\u001b(B &uuml; <a href="https://example.com/">x</a>'
  const parts = ['', 'Hello.', '--b', 'Content-Type: text/html; charset=iso-2022-jp', '', html, '--b--', '']
  const header = ['Subject: =?utf-8?B?5pel5g==?= =?utf-8?B?nKw=?=', 'Content-Type: multipart/mixed; boundary=b']
  const { headers, text } = read(new TextEncoder().encode([...header, '', '--b', ...parts].join('\r\n')))
  expect(headers['subject']).toBe('日本')
  expect(text).toBe('Hello.\n日本語 ü x <https://example.com/>')
})
