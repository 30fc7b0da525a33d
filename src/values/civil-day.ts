/** The time zone of most sources that the project reads. */
export const defaultTimeZone = 'Asia/Shanghai'

const formats = new Map<string, Intl.DateTimeFormat>()
/** The last minute that was asked for, by time zone: requests ask for the day of the present. */
const lastDays = new Map<string, { readonly minute: number; readonly day: string }>()

/** The day of an instant in a time zone of the IANA database: `2026-01-01`. */
export function civilDay(instant: Date, timeZone = defaultTimeZone): string {
  // Clocks differ by whole minutes, so a day begins with one.
  const minute = Math.floor(instant.getTime() / 60_000)
  const last = lastDays.get(timeZone)
  if (last?.minute === minute) return last.day
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  formats.set(timeZone, format)
  const day = format.format(instant)
  lastDays.set(timeZone, { minute, day })
  return day
}

/** Whether the IANA database has the time zone. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
