/** One account, several processes, and an identity service that takes every refresh token once and no more. */
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { issueCertificate } from '@sparekey/testkit/certificate'
import { run } from '@sparekey/testkit/process'
import { temporaryFolder } from '@sparekey/testkit/folder'

const program = fileURLToPath(new URL('../support/fresh-tokens.mjs', import.meta.url))
const clientId = 'a-mail-program'

/** Stricter than Microsoft, which leaves an old refresh token valid: one that comes a second time is refused. */
async function startStrictService() {
  const { ca, cert, key } = await issueCertificate('login.microsoftonline.com')
  const valid = new Set(['refresh-0'])
  const issued: string[] = []
  const server = createServer({ cert, key }, async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const spent = valid.delete(new URLSearchParams(body).get('refresh_token') ?? '')
    const number = issued.length + 1
    const answer = {
      token_type: 'Bearer',
      expires_in: 3600,
      access_token: `access-${number}`,
      refresh_token: `refresh-${number}`,
    }
    if (spent) {
      issued.push(answer.access_token)
      valid.add(answer.refresh_token)
    }
    response.writeHead(spent ? 200 : 400, { 'content-type': 'application/json' })
    response.end(JSON.stringify(spent ? answer : { error: 'invalid_grant', error_codes: [70000] }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const map = { version: 1, ca, connect: { 'login.microsoftonline.com:443': `127.0.0.1:${port}` } }
  return { map, issued, [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}

test('processes that need a token at the same time each get theirs, and none spoils another’s', async () => {
  await using service = await startStrictService()
  await using folder = await temporaryFolder()
  const [map, vault] = [join(folder.path, 'servers.json'), join(folder.path, 'vault.json')]
  const account = { username: 'hanako@hotmail.com', cloud: 'global', tenant: 'consumers', clientId }
  await writeFile(map, JSON.stringify(service.map), { mode: 0o600 })
  await writeFile(vault, JSON.stringify({ ...account, refreshToken: 'refresh-0' }), { mode: 0o600 })

  const runs = await Promise.all([1, 2, 3].map(() => run(process.execPath, [program, map, vault, '5'])))

  expect(runs.map(({ code, stderr }) => [code, stderr])).toEqual([
    [0, ''],
    [0, ''],
    [0, ''],
  ])
  const tokens = runs.flatMap(({ stdout }) => stdout.trim().split('\n'))
  expect(tokens.toSorted()).toEqual(service.issued.toSorted())
  expect(tokens).toHaveLength(15)
  expect(JSON.parse(await readFile(vault, 'utf8'))).toEqual({ ...account, refreshToken: 'refresh-15' })
})
