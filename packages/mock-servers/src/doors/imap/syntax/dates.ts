/** The dates of IMAP commands: INTERNALDATE (RFC 3501, 9: date-time) and the days of SEARCH (date). */
import { dayNumber, millisecondsADay, months } from '../../../mail/message-date.ts'

const dateTimePattern = /^( \d|\d{1,2})-([a-z]{3})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)$/i
const datePattern = /^(\d{1,2})-([a-z]{3})-(\d{4})$/i

/** `"17-Jul-1996 02:44:25 +0000"`, with its quotes, in universal time. */
export function formatInternalDate(date: Date): string {
  const month = months[date.getUTCMonth()]!
  const day = String(date.getUTCDate()).padStart(2, ' ')
  const year = String(date.getUTCFullYear()).padStart(4, '0')
  const time = date.toISOString().slice(11, 19)
  return `"${day}-${month[0]!.toUpperCase()}${month.slice(1)}-${year} ${time} +0000"`
}

/** Reads APPEND's date-time (without its quotes). `undefined` if it is none, or no such day or hour exists. */
export function parseInternalDate(text: string): Date | undefined {
  const [, day, month, year, hour, minute, second, sign, zoneHours, zoneMinutes] = dateTimePattern.exec(text) ?? []
  if (day === undefined) return undefined
  const midnight = dayNumber(Number(year), month!, Number(day))
  // A leap second is a time of day too (RFC 5322, 3.3).
  if (midnight === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined
  if (Number(zoneHours) > 23 || Number(zoneMinutes) > 59) return undefined
  const zone = (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === '-' ? -1 : 1)
  const minutes = Number(hour) * 60 + Number(minute) - zone
  const instant = new Date(midnight * millisecondsADay + minutes * 60_000 + Number(second) * 1_000)
  // Its year in universal time must have four digits, or it could not be told again.
  return /^\d{4}-/.test(instant.toISOString()) ? instant : undefined
}

/** Reads SEARCH's `1-Feb-1994`: days since 1970-01-01. `undefined` if it is none. */
export function parseSearchDate(text: string): number | undefined {
  const [, day, month, year] = datePattern.exec(text) ?? []
  return day === undefined ? undefined : dayNumber(Number(year), month!, Number(day))
}
