/** Folder names on the wire: modified UTF-7 (RFC 3501, 5.1.3). */

const loneSurrogate = /\p{Surrogate}/u

export function encodeFolderName(name: string): string {
  return name.replaceAll(/&|[^\u0020-\u007e]+/g, (run) => (run === '&' ? '&-' : `&${encodeRun(run)}-`))
}

/** `undefined` if it is not exactly how the name would be encoded: 8-bit, superfluous or broken shifts, half a pair. */
export function decodeFolderName(wire: string): string | undefined {
  const name = wire.replaceAll(/&([A-Za-z0-9+,]*)-/g, (_, run: string) => (run === '' ? '&' : decodeRun(run)))
  return !loneSurrogate.test(name) && encodeFolderName(name) === wire ? name : undefined
}

function encodeRun(run: string): string {
  const base64 = Buffer.from(run, 'utf16le').swap16().toString('base64')
  return base64.replaceAll('/', ',').replaceAll('=', '')
}

function decodeRun(run: string): string {
  const bytes = Buffer.from(run.replaceAll(',', '/'), 'base64')
  return bytes
    .subarray(0, bytes.length & ~1)
    .swap16()
    .toString('utf16le')
}
