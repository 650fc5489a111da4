/** Header fields (RFC 5322, section 2.2), lower-case name → value without its folding. The first of a name counts. */
export type Header = ReadonlyMap<string, string>

const field = /^([!-9;-~]{1,100})[ \t]*:(.*)$/

/**
 * The fields from a line on, and the line after the empty one that ends them. A line that is no field continues the one
 * before: reports lose their folding when people pass them on.
 */
export function readHeader(lines: readonly string[], from: number): { header: Header; next: number } {
  const fields: { name: string; values: string[] }[] = []
  let at = from
  for (; at < lines.length && lines[at] !== ''; at++) {
    const line = lines[at]!
    const [, name, value] = /^[ \t]/.test(line) ? [] : (field.exec(line) ?? [])
    if (name !== undefined) fields.push({ name: name.toLowerCase(), values: [value!.trim()] })
    else fields.at(-1)?.values.push(line.trim())
  }
  const header = new Map<string, string>()
  for (const { name, values } of fields) if (!header.has(name)) header.set(name, values.join(' '))
  return { header, next: at + 1 }
}

export function beginsField(line: string): boolean {
  return field.test(line)
}

/** What only the header of a message has, and no list of fields elsewhere. */
const ofMessages = ['from', 'received', 'return-path', 'message-id', 'subject', 'mime-version', 'content-type']

export function isMessageHeader(header: Header): boolean {
  return ofMessages.some((name) => header.has(name))
}

/** What a part is (RFC 2045, section 5), in lower case. */
export type ContentType = { type: string; boundary: string | undefined; encoding: string; attached: boolean }

export function contentTypeOf(header: Header): ContentType {
  const value = header.get('content-type') ?? 'text/plain'
  const [, quoted, bare] = /;\s*boundary\s*=\s*(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(value) ?? []
  const type = /^[^\s;]*/.exec(value)![0].toLowerCase()
  return {
    type,
    boundary: quoted ?? bare,
    encoding: (header.get('content-transfer-encoding') ?? '').toLowerCase().trim(),
    // A file somebody sent, by whatever program: Exchange calls the report itself an attachment too.
    attached: type.startsWith('text/') && /^attachment\b/i.test(header.get('content-disposition') ?? ''),
  }
}
