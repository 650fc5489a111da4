import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { GenericContainer, Wait } from 'testcontainers'
import { describe, expect, it } from 'vitest'
import { ControlApi } from '../support/control-api.ts'
import { missingProgram, requirement } from '../support/requirement.ts'
import { playStory } from '../support/story.ts'
import { temporaryFolder } from '@sparekey/testkit/folder'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
const docker = requirement('docker', missingProgram('docker', 'info'))
const password = 'correct horse battery'

/**
 * An image with this very Node and the libraries it is linked to, made without any registry: what the Dockerfile's
 * `ARG BASE_IMAGE` is for. `SPAREKEY_BASE_IMAGE` names another one.
 */
async function baseImage(folder: string): Promise<string> {
  const named = process.env['SPAREKEY_BASE_IMAGE']
  if (named) return named
  const image = `sparekey-test-base:${process.version}`
  if (missingProgram('docker', 'image', 'inspect', image) === undefined) return image
  const tree = join(folder, 'base')
  const { stdout } = await run('ldd', [process.execPath])
  const libraries = stdout.match(/\/\S+/g) ?? []
  for (const library of libraries) {
    await mkdir(join(tree, dirname(library)), { recursive: true })
    await cp(library, join(tree, library), { dereference: true })
  }
  await mkdir(join(tree, 'usr/local/bin'), { recursive: true })
  await mkdir(join(tree, 'tmp'), { recursive: true })
  await cp(process.execPath, join(tree, 'usr/local/bin/node'), { dereference: true })
  await run('sh', ['-c', `tar -C "$1" -c . | docker import -c 'ENV PATH=/usr/local/bin' - ${image}`, 'sh', tree])
  return image
}

describe.skipIf(!docker.met)(docker.title('the mock in a container'), () => {
  it('is built, becomes healthy, and plays the story with the command line through mapped ports', async () => {
    await using folder = await temporaryFolder()
    const context = join(folder.path, 'context')
    await run(process.execPath, [join(root, 'scripts/container-context.mjs'), context], { cwd: root })
    await writeFile(
      join(context, 'config.json'),
      JSON.stringify({ accounts: [{ address: 'hanako@hotmail.com', password }] }),
    )
    const image = await GenericContainer.fromDockerfile(context)
      .withBuildArgs({ BASE_IMAGE: await baseImage(folder.path) })
      .build('sparekey-mock-test:latest', { deleteOnExit: false })
    const container = await image
      .withExposedPorts(1995, 1993, 1587, 1080, 1443)
      .withCommand(['--config', '/sparekey/config.json'])
      .withLabels({ 'org.sparekey.test': 'true' })
      .withWaitStrategy(Wait.forHealthCheck())
      .withStartupTimeout(60_000)
      .start()
    try {
      const port = (inside: number) => container.getMappedPort(inside)
      const api = `http://127.0.0.1:${port(1080)}/api/v1`
      const mail = `pop3=${port(1995)}&imap=${port(1993)}&smtp=${port(1587)}`
      const where = `host=127.0.0.1&${mail}&http=${port(1080)}&https=${port(1443)}`
      const map = await (await fetch(`${api}/servers?${where}`)).text()
      const servers = join(folder.path, 'servers.json')
      await writeFile(servers, map, { mode: 0o600 })
      expect(await readFile(servers, 'utf8')).toContain(`127.0.0.1:${port(1993)}`)
      await playStory({ api: new ControlApi(api), servers, folder: folder.path, password })

      const whoami = await container.exec(['node', '-p', 'process.getuid()'])
      expect(whoami.output.trim()).toBe('1000')
    } finally {
      await container.stop()
    }
  }, 180_000)
})
