/** Initial responses of SASL mechanisms; of hanako's unless it is said. */
import { address } from './doors.ts'

export function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}

/** RFC 4616. */
export function plain(secret: string, username = address): string {
  return base64(`\0${username}\0${secret}`)
}

export function xoauth2(token: string, username = address): string {
  return base64(`user=${username}\u0001auth=Bearer ${token}\u0001\u0001`)
}
