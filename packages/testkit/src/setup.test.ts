import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { temporaryFolder } from './folder.ts'
import { run } from './process.ts'

const built = fileURLToPath(new URL('../dist/', import.meta.url))
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')

test('a test that runs out of time says at which line of a transcript nothing came, and the next one does not', async () => {
  await using folder = await temporaryFolder()
  await folder.write(
    'hangs.test.mjs',
    `import { Client } from '${built}client.js'
     import { startScripted } from '${built}server.js'
     test('hangs', { timeout: 200 }, async () => {
       const server = await startScripted('S: +OK')
       const client = await Client.connect(server.port)
       await client.play('S: +OK\\nC: STAT\\nS: +OK 2 …')
     })
     test('fails', () => expect(1).toBe(2))`,
  )
  const config = { test: { globals: true, setupFiles: [`${built}setup.js`], server: { deps: { external: [built] } } } }
  await folder.write('vitest.config.mjs', `export default ${JSON.stringify(config)}`)
  const { code, stderr } = await run(process.execPath, [vitest, 'run'], { cwd: folder.path })
  expect(code).toBe(1)
  expect(stderr.split('nothing came at line 3 of the transcript, S: +OK 2 …')).toHaveLength(2)
  expect(stderr).toContain('expected 1 to be 2')
})
