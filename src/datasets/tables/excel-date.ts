/** A day of a spreadsheet as a number: 45292, 45292.5. Four digits are a year. */
const serial = /^\d{5,7}(?:\.\d+)?$/

const dayMs = 86_400_000
/** Excel counts from 1900 and takes 1900 for a leap year: from March 1900 on, day 0 is 30 December 1899. */
const epoch = Date.UTC(1899, 11, 30)
/** 31 December 9999, the last day that Excel has. */
const lastDay = 2_958_465

/** The day that a serial number of Excel means, ISO 8601; undefined if the text is none. */
export function readExcelDate(text: string): string | undefined {
  const days = serial.test(text.trim()) ? Math.floor(Number(text)) : Number.NaN
  return days <= lastDay ? dayOf(new Date(epoch + days * dayMs)) : undefined
}

/** 2024-06-01; a time of day, which a cell may have, is left out. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}
