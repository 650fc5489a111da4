/** The Date field (RFC 5322, 3.3, with the obsolete forms): the instant it names, and the day as its writer saw it. */

/** In English and lower case, as mail writes them (RFC 5322, 3.3) and IMAP too. */
export const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
export const millisecondsADay = 86_400_000

const datePattern =
  /^\s*(?:[a-z]{3,9}\s*,?\s*)?(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{2,4})(?:\s+(\d{1,2})\s*:\s*(\d\d)(?:\s*:\s*(\d\d))?\s*([+-]\d{4}|[a-z]{1,5})?)?/i

/** Hours from universal time; what is not here means nothing certain (RFC 5322, 4.3). */
const zones: ReadonlyMap<string, number> = new Map([
  ['edt', -4],
  ['est', -5],
  ['cdt', -5],
  ['cst', -6],
  ['mdt', -6],
  ['mst', -7],
  ['pdt', -7],
  ['pst', -8],
  ['jst', 9],
])

export type MessageDate = {
  /** Days since 1970-01-01 of the date as written, in its own time zone. */
  day: number
  instant: Date
}

/** `undefined` if no date can be found. Comments are passed over. */
export function parseMessageDate(text: string): MessageDate | undefined {
  const plain = text.slice(0, 1_000).replaceAll(/\([^()]*\)/g, ' ')
  const [, day, monthName, year, hour = '0', minute = '0', second = '0', zone = ''] = datePattern.exec(plain) ?? []
  if (day === undefined) return undefined
  const midnight = dayNumber(fullYear(year!), monthName!, Number(day))
  if (midnight === undefined) return undefined
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined
  const minutes = Number(hour) * 60 + Number(minute) - zoneMinutes(zone)
  return {
    day: midnight,
    instant: new Date(midnight * millisecondsADay + minutes * 60_000 + Number(second) * 1_000),
  }
}

/** Days since 1970-01-01 of a date whose month is said in three letters; `undefined` if there is no such date. */
export function dayNumber(year: number, monthName: string, day: number): number | undefined {
  const month = months.indexOf(monthName.toLowerCase())
  // Date.UTC takes years below 100 for those of the twentieth century.
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  return month >= 0 && date.getUTCDate() === day ? date.getTime() / millisecondsADay : undefined
}

/** Two digits mean 1950–2049, three count from 1900 (RFC 5322, 4.3). */
function fullYear(text: string): number {
  const year = Number(text)
  if (text.length === 2) return year < 50 ? 2000 + year : 1900 + year
  return text.length === 3 ? 1900 + year : year
}

function zoneMinutes(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? []
  if (sign === undefined) return (zones.get(zone.toLowerCase()) ?? 0) * 60
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
}
