import type { Words } from '../words/words.ts'

const units = [
  [1_000_000_000, 'GB'],
  [1_000_000, 'MB'],
  [1_000, 'KB'],
] as const

/** So many octets, as people say it: `847 bytes`, `1.2 MB`. Counted in thousands, as mail programs and disks do. */
export function sizeInWords(octets: number, { mail }: Words): string {
  // What would be rounded up to a thousand of a unit is one of the next.
  const [size, unit] = units.find(([size]) => octets >= size * 0.99995) ?? [1, 'bytes']
  const digits = unit === 'bytes' ? 0 : 1
  const number = (octets / size).toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return `${number} ${mail.units[unit]}`
}
