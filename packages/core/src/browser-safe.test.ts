import { join } from 'node:path'
import { build } from 'rolldown'
import { expect, test } from 'vitest'

const bundle = () =>
  build({
    input: join(import.meta.dirname, 'explain.ts'),
    platform: 'browser',
    external: [/^node:/],
    logLevel: 'silent',
    write: false,
  })

test('the entry for browsers needs nothing of Node', async () => {
  const { output } = await bundle()
  expect(output).toHaveLength(1)
  expect(output[0].imports).toEqual([])
  expect(output[0].code.match(/\b(?:Buffer|process|require|__dirname)\b(?=[.(])/g)).toBe(null)
})

test('it holds no client: no library, no socket', async () => {
  const { output } = await bundle()
  const foreign = output[0].moduleIds.filter((id) => !id.includes('/packages/core/src/'))
  expect(foreign).toEqual([])
  expect(output[0].moduleIds.filter((id) => /\/src\/(?:wire|mailbox|submission|probe)\//.test(id))).toEqual([])
})
