/**
 * A message's HTML for the sandboxed frame. What keeps it harmless are the frame's sandbox and policy (security-headers.ts);
 * here only what those let through is taken out, and pictures that came with the message are put in.
 */
import { fieldText } from '../../mail/mime/part.ts'
import { contentOf } from '../../mail/mime/transfer.ts'
import { textOf, type MessageView } from './message-view.ts'

/** Octets of pictures that are put into one page. */
const maxPictureOctets = 10_000_000

const pictureTypes: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp'])

/**
 * No policy stops a `<link>` from opening connections or looking up names, nor a browser from connecting ahead to where a
 * link or an inner frame would lead, even if it then may not go there; a `<meta>` could send the frame elsewhere. A tag must
 * begin with exactly these letters (HTML standard, 13.2.5.8): made into unknown ones, they mean nothing.
 */
const powerless = /<(\/?)(?=(?:link|meta|base|a|area|i?frame|frameset|fencedframe|accountPage|object|embed)\b)/gi

export function frameDocument(view: MessageView): string {
  const html = view.html ? textOf(view.html) : ''
  return withPictures(html, view).replaceAll(powerless, '<$1x-')
}

/** `cid:` addresses (RFC 2392) of pictures in the same message become `data:` addresses. */
function withPictures(html: string, { attachments }: MessageView): string {
  const pictures = new Map<string, string>()
  let octets = 0
  for (const { part, type } of attachments) {
    const id = /^<(.+)>$/.exec(fieldText(part, 'content-id') ?? '')?.[1]
    if (id === undefined || !pictureTypes.has(type)) continue
    const content = contentOf(part)
    octets += content.length
    if (octets > maxPictureOctets) break
    pictures.set(id, `data:${type};base64,${content.toString('base64')}`)
  }
  if (pictures.size === 0) return html
  return html.replaceAll(/\bcid:([^"'\s<>)]{1,500})/gi, (address, id: string) => pictures.get(decoded(id)) ?? address)
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
