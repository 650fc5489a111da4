/** A message with everything that mail servers have been seen to spoil. */
import { Buffer } from 'node:buffer'

const subject = 'アプリ パスワードでつながりました'

/** @param messageId with angle brackets */
export function difficultMessage(address: string, messageId: string, date: Date): Buffer {
  const encoded = Buffer.from(subject).toString('base64')
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)).toString('base64')
  return Buffer.from(
    [
      `From: <${address}>`,
      `To: <${address}>`,
      `Subject: =?UTF-8?B?${encoded}?=`,
      `Message-ID: ${messageId}`,
      `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="=_story"',
      '',
      '--=_story',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
      '',
      'メールソフトで、また送受信できるようになりました。',
      '.',
      '..two dots, and a line that ends in spaces   ',
      '.one dot',
      '--=_story',
      'Content-Type: application/octet-stream; name="every-byte.bin"',
      'Content-Disposition: attachment; filename="every-byte.bin"',
      'Content-Transfer-Encoding: base64',
      '',
      ...(bytes.match(/.{1,76}/g) ?? []),
      '--=_story--',
      '',
    ].join('\r\n'),
  )
}
