/** Days as Microsoft's rules know them: ISO dates in UTC, compared as text. */

/** The day of an instant in UTC: `2021-05-01`. */
export function isoDate(instant: Date): string {
  return instant.toISOString().slice(0, 10)
}

/** Whether the text is a day of the calendar: `2021-05-01`, but not `2021-02-30`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text
}
