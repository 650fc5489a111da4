const months = 'January February March April May June July August September October November December'.split(' ')

/** A day as prose has it: `1 May 2021`. What is no day stays as it is. */
export function day(iso: string): string {
  return iso.replace(/^(\d{4})-(\d\d)-0?(\d{1,2})$/, (whole, year: string, month: string, date: string) => {
    const name = months[Number(month) - 1]
    return name === undefined ? whole : `${date} ${name} ${year}`
  })
}
