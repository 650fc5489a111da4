/**
 * Instants and durations as the configuration and the control API write them (ISO 8601). Stricter than `new Date`: what
 * is not exactly one of the forms below is undefined, and nothing ever depends on the machine's time zone.
 */

const instantPattern = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:\d{2})?)?$/

/** `2026-11-22`, `2026-11-22T09:30Z`, `2026-11-22T09:30:00.000+09:00`. Without a time: midnight; without a zone: UTC. */
export function parseInstant(text: string): Date | undefined {
  const [, day, time = '00:00', zone = 'Z'] = instantPattern.exec(text) ?? []
  if (day === undefined) return undefined
  const midnight = new Date(`${day}T00:00Z`)
  const instant = new Date(`${day}T${time}${zone}`)
  // V8 takes February 30th for March 2nd: only a day that comes back as it went in exists.
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day)
  return exists && !Number.isNaN(instant.getTime()) ? instant : undefined
}

const durationPattern =
  /^P(?=.)(?:(\d{1,6})W|(?:(\d{1,7})D)?(?:T(?=.)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,12}(?:\.\d{1,3})?)S)?)?)$/

/** `PT1H`, `P1DT12H`, `P2W`, `PT0.5S`: in milliseconds. Years and months have no fixed length and are refused. */
export function parseDuration(text: string): number | undefined {
  const match = durationPattern.exec(text)
  if (!match) return undefined
  const [weeks, days, hours, minutes, seconds] = match.slice(1).map((digits) => Number(digits ?? 0))
  return Math.round((((weeks! * 7 + days!) * 24 + hours!) * 60 + minutes!) * 60_000 + seconds! * 1000)
}
