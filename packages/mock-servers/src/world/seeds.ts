/** The messages a configuration names: read once, and put into the mailboxes at the start and by every reset. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { CompleteConfig } from '../config/config.ts'
import { jsonPath, type Mistake } from '../config/mistake.ts'
import { type Mailbox, MailboxFull } from '../mail/mailbox.ts'

/** A message that the configuration names cannot be read; nothing was started. */
export class MessageUnreadable extends Error {
  override name = 'MessageUnreadable'
  readonly path: string
  /** The system's word for it, such as `ENOENT`. */
  readonly code: string

  constructor(path: string, cause: NodeJS.ErrnoException) {
    super(`${path} cannot be read (${cause.code ?? cause.message})`, { cause })
    this.path = path
    this.code = cause.code ?? 'unknown'
  }
}

/** What the configuration puts into one folder; `path` is the file's place in the configuration. */
export type Seed = { address: string; folder: string; messages: { raw: Buffer; path: string }[] }

/**
 * @param directory what relative paths start from
 * Rejects with `MessageUnreadable` if one cannot be read.
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
  if (typeof folder === 'string')
    return [{ path: jsonPath(['mail', address, name]), code: 'folder-too-many', params: {} }]
  const mistakes: Mistake[] = []
  for (const { raw, path } of messages) {
    try {
      folder.append(raw)
    } catch (error) {
      if (!(error instanceof MailboxFull)) throw error
      mistakes.push({ path, code: 'does-not-fit', params: { reason: error.message } })
    }
  }
  return mistakes
}

async function readMessage(path: string): Promise<Buffer> {
  try {
    return withCrlf(await readFile(path))
  } catch (error) {
    throw new MessageUnreadable(path, error as NodeJS.ErrnoException)
  }
}

/** Files are often kept with bare line feeds; mail has none (docs/reference/mock-configuration.md#bytes). */
function withCrlf(raw: Buffer): Buffer {
  const text = raw.toString('latin1')
  return /(?<!\r)\n/.test(text) ? Buffer.from(text.replaceAll(/(?<!\r)\n/g, '\r\n'), 'latin1') : raw
}
