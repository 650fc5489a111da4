/** Text whose paragraphs were broken into lines for the way (RFC 3676): put together again, in linear time. */
export function unflow(text: string, deleteSpace: boolean): string {
  const lines = text.replaceAll('\r\n', '\n').replaceAll(/^ /gm, '')
  let out = ''
  let at = 0
  for (let found = lines.indexOf(' \n'); found >= 0; found = lines.indexOf(' \n', found + 1)) {
    const start = lines.lastIndexOf('\n', found) + 1
    // Inside a quotation lines stay as they are: whose they are matters more than their length.
    const stays = lines[start] === '>' || lines[found + 2] === '>' || lines.slice(start, found + 1) === '-- '
    if (stays) continue
    out += lines.slice(at, deleteSpace ? found : found + 1)
    at = found + 2
  }
  return out + lines.slice(at)
}
