/** The time zone of most sources that the project reads. */
export const defaultTimeZone = 'Asia/Shanghai'

const formats = new Map<string, Intl.DateTimeFormat>()

/** The day of an instant in a time zone of the IANA database: `2026-01-01`. */
export function civilDay(instant: Date, timeZone = defaultTimeZone): string {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  formats.set(timeZone, format)
  return format.format(instant)
}

/** Whether the IANA database has the time zone. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
