/** The messages a configuration names: read once, and put into the mailboxes at the start and by every reset. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type CompleteConfig, jsonPath, type Mistake } from '../config/config.ts'
import { type Mailbox, MailboxFull } from '../mail/mailbox.ts'

/** What the configuration puts into one folder; `path` is the file's place in the configuration. */
export type Seed = { address: string; folder: string; messages: { raw: Buffer; path: string }[] }

/**
 * @param directory what relative paths start from
 * Rejects as `readFile` does (`ENOENT`, and always with the path) if one cannot be read.
 */
export async function readSeeds(mail: CompleteConfig['mail'], directory: string): Promise<Seed[]> {
  const seeds: Seed[] = []
  for (const [address, folders] of Object.entries(mail)) {
    for (const [folder, files] of Object.entries(folders)) {
      const messages = []
      for (const [index, file] of files.entries()) {
        const raw = await readMessage(resolve(directory, file))
        messages.push({ raw, path: jsonPath(['mail', address, folder, index]) })
      }
      seeds.push({ address, folder, messages })
    }
  }
  return seeds
}

/** Returns what did not fit. */
export function sow({ address, folder: name, messages }: Seed, mailbox: Mailbox): Mistake[] {
  const folder = mailbox.folder(name) ?? mailbox.create(name)
  if (typeof folder === 'string') return [{ path: jsonPath(['mail', address, name]), message: 'is a folder too many' }]
  const mistakes: Mistake[] = []
  for (const { raw, path } of messages) {
    try {
      folder.append(raw)
    } catch (error) {
      if (!(error instanceof MailboxFull)) throw error
      mistakes.push({ path, message: `does not fit: ${error.message}` })
    }
  }
  return mistakes
}

async function readMessage(path: string): Promise<Buffer> {
  try {
    return withCrlf(await readFile(path))
  } catch (error) {
    // A folder's error does not say which one it was.
    throw Object.assign(error as NodeJS.ErrnoException, { path })
  }
}

/** Files are often kept with bare line feeds; mail has none (docs/reference/mock-configuration.md#bytes). */
function withCrlf(raw: Buffer): Buffer {
  const text = raw.toString('latin1')
  return /(?<!\r)\n/.test(text) ? Buffer.from(text.replaceAll(/(?<!\r)\n/g, '\r\n'), 'latin1') : raw
}
