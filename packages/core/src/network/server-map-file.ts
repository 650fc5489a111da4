import { constants, type Stats } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { errorWord, SparekeyError } from '../errors/sparekey-error.ts'
import { badMap, parseServerMap, type ServerMap } from './server-map.ts'

/** A map lists a dozen hosts and a certificate: a megabyte is no map. */
const maxMapBytes = 1_048_576

/**
 * Reads a server map from a file. Whoever can write the file decides where secrets go, so a file that others can write is
 * refused, and what was checked is what is read.
 * @throws SparekeyError `file-missing`, `file-unreadable`, `map-not-private`, and those of `parseServerMap`
 */
export async function readServerMap(path: string, options: { allowRemote?: boolean } = {}): Promise<ServerMap> {
  let file: FileHandle
  try {
    // Without O_NONBLOCK a named pipe would keep the program waiting for ever.
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  } catch (error) {
    throw unreadable(path, error)
  }
  let text: string
  let writtenAt: number
  try {
    const stats = await file.stat()
    refuseForeignHands(path, stats)
    writtenAt = stats.mtimeMs
    text = await file.readFile('utf8')
  } catch (error) {
    throw error instanceof SparekeyError ? error : unreadable(path, error)
  } finally {
    await file.close()
  }
  const map = parseServerMap(parseJson(path, text), { source: path, ...options })
  if (map.now === undefined) return map
  // The servers' clock has gone on since.
  const age = Math.max(0, Date.now() - writtenAt)
  return { ...map, now: new Date(Date.parse(map.now) + age).toISOString() }
}

function refuseForeignHands(path: string, stat: Stats): void {
  if (!stat.isFile()) throw new SparekeyError('file-unreadable', { path, error: 'EINVAL' })
  if (stat.size > maxMapBytes) throw badMap(path, [{ path: '$', code: 'too-large', params: { bytes: maxMapBytes } }])
  const ownId = process.getuid?.()
  if (ownId === undefined) return
  if ((stat.mode & 0o022) === 0 && (stat.uid === ownId || stat.uid === 0)) return
  throw new SparekeyError('map-not-private', { path })
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's message quotes the file, which may be one the person did not mean to show.
    throw badMap(path, [{ path: '$', code: 'not-json', params: {} }])
  }
}

function unreadable(path: string, cause: unknown): SparekeyError {
  const word = errorWord(cause)
  if (word === 'ENOENT' || word === 'ENOTDIR') return new SparekeyError('file-missing', { path }, { cause })
  return new SparekeyError('file-unreadable', { path, error: word ?? 'unknown error' }, { cause })
}
