/** Secrets as files, one each, that only their owner may read (`accounts/private-file.ts`): for machines without a keyring. */
import { join } from 'node:path'
import { fileNameOf, readPrivateFile, removePrivateFile, writePrivateFile } from './private-file.ts'
import { Failure } from '../failure/failure.ts'
import type { SecretStore } from './store.ts'

export function fileStore(state: string): SecretStore {
  const pathOf = (name: string) => join(state, 'secrets', `${fileNameOf(name)}.json`)
  return {
    kind: 'file',
    read: async (name) => {
      const path = pathOf(name)
      const text = await readPrivateFile(path)
      return text === undefined ? undefined : secretIn(text, name, path)
    },
    write: (name, secret) => writePrivateFile(pathOf(name), `${JSON.stringify({ version: 1, name, secret })}\n`),
    remove: (name) => removePrivateFile(pathOf(name)),
  }
}

function secretIn(text: string, name: string, path: string): string {
  let kept: unknown
  try {
    kept = JSON.parse(text)
  } catch {
    throw new Failure('store-damaged', { path }) // the parser's message would quote the secret
  }
  const { version, name: whose, secret } = Object(kept) as Record<string, unknown>
  if (version !== 1 || whose !== name || typeof secret !== 'string') throw new Failure('store-damaged', { path })
  return secret
}
