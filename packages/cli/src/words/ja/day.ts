/** A day as prose has it: `2021 年 5 月 1 日`. What is no day stays as it is. */
export function day(iso: string): string {
  return iso.replace(/^(\d{4})-0?(\d{1,2})-0?(\d{1,2})$/, '$1 年 $2 月 $3 日')
}
