import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)

test('the package brings hoodiecrow-imap along, without the packages that only its own command needs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'packed-'))
  try {
    const options = { cwd: new URL('..', import.meta.url), shell: process.platform === 'win32' }
    const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], options)
    const [packed] = JSON.parse(stdout) as [{ filename: string; bundled: string[] }]
    await run('tar', ['-xzf', packed.filename, '-C', folder], { cwd: folder })

    const modules = join(folder, 'package', 'node_modules')
    const engine = join(modules, 'hoodiecrow-imap')
    expect(await readdir(modules)).toEqual(['hoodiecrow-imap'])
    expect((await readdir(join(engine, 'node_modules'))).toSorted()).toEqual(['big.js', 'imap-handler'])
    const manifest = await readFile(join(engine, 'package.json'), 'utf8')
    for (const unwanted of ['optimist', 'simplesmtp', 'minimist']) expect(manifest).not.toContain(unwanted)
    // Resolves everything it needs from where it lies: there is no other node_modules above.
    expect(createRequire(join(folder, 'package', 'package.json'))('hoodiecrow-imap')).toBeTypeOf('function')
  } finally {
    await rm(folder, { recursive: true })
  }
})
