/** The Date field (RFC 5322, section 3.3, with the obsolete forms of 4.3 and what else mail holds). */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Minutes from universal time. RFC 5322, section 4.3, knows those of North America; the others have one meaning each. */
const zones: ReadonlyMap<string, number> = new Map(
  Object.entries({
    hst: -10,
    akst: -9,
    pst: -8,
    akdt: -8,
    pdt: -7,
    mst: -7,
    mdt: -6,
    cst: -6,
    cdt: -5,
    est: -5,
    edt: -4,
    adt: -3,
    bst: 1,
    west: 1,
    cet: 1,
    met: 1,
    cest: 2,
    mest: 2,
    eet: 2,
    eest: 3,
    msk: 3,
    hkt: 8,
    sgt: 8,
    awst: 8,
    jst: 9,
    kst: 9,
    aest: 10,
    aedt: 11,
    nzst: 12,
    nzdt: 13,
  }).map(([name, hours]) => [name, hours * 60]),
)

const time = String.raw`(\d{1,2})\s*[:.]\s*(\d\d)(?:\s*[:.]\s*(\d\d)(?:\.\d{1,9})?)?`
const zone = String.raw`(?:\s*(?:(?:utc|gmt|ut)?\s*([+-]\d{1,2}:?\d\d)|([a-z]{1,5})))?`
/** Which group is what. */
type Order = readonly ('day' | 'month' | 'year' | 'hour' | 'minute' | 'second' | 'half' | 'offset' | 'zone')[]

const forms: readonly [RegExp, Order][] = [
  // Fri, 9 Apr 2021 23:34:45 +0900
  [
    new RegExp(
      String.raw`^\s*(?:[a-z]{3,9}\s*[,.]?\s*)?0?(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s.,-]+(\d{2,4})(?:[\s,]+${time}${zone})?`,
      'i',
    ),
    ['day', 'month', 'year', 'hour', 'minute', 'second', 'offset', 'zone'],
  ],
  // Fri Apr  9 23:34:45 2021, as C's asctime has it, and Fri Apr  9 23:34:45 JST 2021, as Unix's date
  [
    new RegExp(
      String.raw`^\s*(?:[a-z]{3,9}\s*,?\s+)?([a-z]{3})[a-z]*\s+(\d{1,2})\s+${time}\s+(?:([+-]\d{4})\s+|([a-z]{1,5})\s+)?(\d{4})\b`,
      'i',
    ),
    ['month', 'day', 'hour', 'minute', 'second', 'offset', 'zone', 'year'],
  ],
  // Friday, April 09, 2021 11:34 PM
  [
    new RegExp(
      String.raw`^\s*(?:[a-z]{3,9}\s*,?\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,2})\s*,?\s+(\d{4})(?:[\s,]+${time}(?:\s*([ap])m)?${zone})?`,
      'i',
    ),
    ['month', 'day', 'year', 'hour', 'minute', 'second', 'half', 'offset', 'zone'],
  ],
  // 2021-04-09T23:34:45+09:00
  [
    new RegExp(String.raw`^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[t\s]\s*${time}${zone})?`, 'i'),
    ['year', 'month', 'day', 'hour', 'minute', 'second', 'offset', 'zone'],
  ],
]

/** The instant in ISO 8601 and UTC, `null` if none can be told. A zone that nobody knows is UTC, as RFC 5322 has it. */
export function readDate(text: string): string | null {
  const plain = text.slice(0, 500).replaceAll(/\([^()]*\)/g, ' ')
  for (const [form, order] of forms) {
    const match = form.exec(plain)
    if (!match) continue
    const given = Object.fromEntries(order.map((name, index) => [name, match[index + 1] ?? '']))
    return instant({ half: '', ...given } as Record<Order[number], string>)
  }
  return null
}

function instant({
  day,
  month,
  year,
  hour,
  half,
  minute,
  second,
  offset,
  zone,
}: Record<Order[number], string>): string | null {
  const monthIndex = /^\d/.test(month) ? Number(month) - 1 : months.indexOf(month.toLowerCase())
  const date = new Date(0)
  // Date.UTC takes years below 100 for those of the twentieth century.
  date.setUTCFullYear(fullYear(year), monthIndex, Number(day))
  if (monthIndex < 0 || monthIndex > 11 || date.getUTCDate() !== Number(day)) return null
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return null
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  const ahead = offset === '' ? (zones.get(zone.toLowerCase()) ?? 0) : minutesOf(offset)
  const minutes = hours * 60 + Number(minute) - ahead
  return new Date(date.getTime() + minutes * 60_000 + Number(second) * 1_000).toISOString()
}

/** Two digits mean 1950–2049, three count from 1900 (RFC 5322, section 4.3). */
function fullYear(text: string): number {
  const year = Number(text)
  if (text.length === 2) return year < 50 ? 2000 + year : 1900 + year
  return text.length === 3 ? 1900 + year : year
}

function minutesOf(offset: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d\d)$/.exec(offset)!
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
}
