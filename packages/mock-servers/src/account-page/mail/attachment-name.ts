/**
 * The name under which a browser saves a foreign file: no path, no control character, nothing that reads backwards, and
 * never without a name.
 */

const maxLength = 120
/** Control characters, marks that reorder text (`gnp.exe` read as `exe.png`), halves of characters, the signs of paths. */
const forbidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}/\\:*?"<>|]/gu

export function attachmentName(named: string | undefined, otherwise: string): string {
  const [last = ''] = (named ?? '').split(/[/\\]/).toReversed()
  const cleaned = last.normalize('NFC').replaceAll(forbidden, '_').replaceAll(/\s+/g, ' ').trim()
  const harmless = cleaned.replace(/^[.~ -]+/, '').replace(/[. ]+$/, '')
  return shortened(harmless) || otherwise
}

/** For downloads (RFC 6266), with a name of plain letters for old programs. */
export function attachmentDisposition(name: string): string {
  const ascii = name.replaceAll(/[^\w. ()-]/g, '_')
  const extended = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${extended}`
}

/** The end stays: it says what the file is. */
function shortened(name: string): string {
  const characters = [...name]
  if (characters.length <= maxLength) return name
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? ''
  return characters.slice(0, maxLength - ending.length).join('') + ending
}
