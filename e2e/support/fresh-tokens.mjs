// One of several processes that share an account: fetches fresh access tokens, one after the other, and prints what it got.
// Usage: node fresh-tokens.mjs SERVER-MAP VAULT-FILE COUNT
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { accessTokenFor, mappedNetwork, readServerMap } from '@sparekey/core'

const [mapPath, vaultPath, count] = process.argv.slice(2)

/** An account in a file, with a lock that is a file, too. */
const vault = {
  read: async () => JSON.parse(await readFile(vaultPath, 'utf8')),
  async write(_key, signIn) {
    await writeFile(`${vaultPath}.${process.pid}`, JSON.stringify(signIn), { mode: 0o600 })
    await rename(`${vaultPath}.${process.pid}`, vaultPath)
  },
  async withLock(_key, work) {
    const lock = `${vaultPath}.lock`
    for (;;) {
      const file = await open(lock, 'wx').catch(() => undefined)
      if (file === undefined) {
        await setTimeout(3)
        continue
      }
      await file.close()
      try {
        return await work()
      } finally {
        await rm(lock)
      }
    }
  },
}

const network = mappedNetwork(await readServerMap(mapPath))
for (let left = Number(count); left > 0; left--) {
  const { accessToken } = await accessTokenFor(vault, 'hanako', 'outlook', network)
  process.stdout.write(`${accessToken}\n`)
}
