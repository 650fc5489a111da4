/** Charsets of the last century that the Encoding Standard leaves out and Python still reads. Never fails, in linear time. */
import { TextDecoder } from '@exodus/bytes/encoding-browser.js'
import { latin1fromString, latin1toString } from '@exodus/bytes/single-byte.js'
import { decodeBase64 } from './transfer.ts'

/** 80 to FF of the PC's first code page. */
const cp437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'
/** 80 to FF of its Western European one. */
const cp850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'

function fromTable(table: string): (octets: Uint8Array) => string {
  return (octets) =>
    latin1toString(octets).replaceAll(/[\u0080-\u00ff]/g, (octet) => table.charAt(octet.charCodeAt(0) - 0x80))
}

export const decodeCp437 = fromTable(cp437)
export const decodeCp850 = fromTable(cp850)

/** UTF-7 (RFC 2152): `+` begins UTF-16 in base64, which ends before any other character; a `-` there is dropped. */
export function decodeUtf7(octets: Uint8Array): string {
  const utf16 = new TextDecoder('utf-16be')
  return latin1toString(octets).replaceAll(/\+([A-Za-z0-9+/]*)-?/g, (whole, base64: string) => {
    if (base64 === '') return whole === '+-' ? '+' : whole
    const units = decodeBase64(latin1fromString(base64))
    return utf16.decode(units.subarray(0, units.length - (units.length % 2)))
  })
}

/** HZ (RFC 1843): `~{` begins GB 2312 in seven bits, two octets a character; `~}` or a line's end ends it. */
export function decodeHz(octets: Uint8Array): string {
  const gb = new TextDecoder('gbk')
  return latin1toString(octets).replaceAll(
    /~(?:\{((?:[!-}][!-~])*)(?:~\})?|(~)|\r?\n)/g,
    (_, chinese = '', tilde = '') =>
      chinese === '' ? tilde : gb.decode(latin1fromString(chinese).map((octet) => octet | 0x80)),
  )
}
