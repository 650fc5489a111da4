/**
 * Octets and transfer encodings (RFC 2045, section 6) as text. What servers say is ASCII in every charset that mail uses, so
 * charsets are hardly looked at: UTF-8 where it is UTF-8, else one character an octet; but ISO-2022-JP, in which a report
 * in Japanese says that it is one.
 */

/** No report says anything behind this; what follows is the message that came back. */
export const maxOctets = 1024 * 1024

/** The beginning of a message as text. */
export function textOf(octets: Uint8Array): string {
  const beginning = octets.subarray(0, maxOctets)
  try {
    // Where the beginning is not all, a character may be cut in two.
    return new TextDecoder('utf-8', { fatal: true }).decode(beginning, { stream: beginning.length < octets.length })
  } catch {
    return new TextDecoder('windows-1252').decode(beginning)
  }
}

/** A body as it was before its transfer encoding; as it is, if it is none or a broken one. Line ends are LF. */
export function decoded(body: string, encoding: string): string {
  const plain =
    encoding === 'quoted-printable' ? fromQuotedPrintable(body) : encoding === 'base64' ? fromBase64(body) : body
  return japanese(plain).replaceAll('\r\n', '\n')
}

/** `ESC $ B` or `ESC $ @` begins Japanese (RFC 1468). */
function japanese(text: string): string {
  if (!/\u001b\$[@B]/.test(text) || /[^\0-\u007f]/.test(text)) return text
  return new TextDecoder('iso-2022-jp').decode(new TextEncoder().encode(text))
}

function fromQuotedPrintable(body: string): string {
  return body
    .replaceAll(/=[ \t]*\n/g, '')
    .replaceAll(/(?:=[0-9a-f]{2})+/gi, (run) =>
      textOf(Uint8Array.from(run.slice(1).split('='), (hex) => parseInt(hex, 16))),
    )
}

function fromBase64(body: string): string {
  const digits = body.replaceAll(/[^A-Za-z0-9+/]/g, '')
  try {
    const octets = atob(digits.slice(0, digits.length - (digits.length % 4 === 1 ? 1 : 0)))
    return textOf(Uint8Array.from(octets, (octet) => octet.charCodeAt(0)))
  } catch {
    return body
  }
}
