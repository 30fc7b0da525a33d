import type { DrawnDate } from './edtf.js'

/** The form of a date in small: a day is a dot, a year a bar, about is hatched, open is dashed, unknown dotted. */
export function DateMark({ date, isDeadline = false }: { readonly date: DrawnDate; readonly isDeadline?: boolean }) {
  return (
    <svg className="whg" viewBox="0 0 34 14" aria-hidden="true">
      <DateForm date={date} isDeadline={isDeadline} />
    </svg>
  )
}

function DateForm({ date, isDeadline }: { readonly date: DrawnDate; readonly isDeadline: boolean }) {
  if (date.isApproximate || date.isUncertain)
    return <path d="M4 12L10 2M10 12L16 2M16 12L22 2M22 12L28 2" stroke="var(--vague)" strokeWidth="2" />
  if (date.precision === 'day') return <circle cx="17" cy="7" r="5" fill="var(--ink)" />
  if (date.precision === 'period' && date.end === null)
    return <path d="M2 7H33" stroke="var(--ink-2)" strokeWidth="2" strokeDasharray="8 5" />
  if (date.precision === 'period' && (date.end === undefined || date.start === undefined))
    return <path d="M2 7H33" stroke="var(--vague)" strokeWidth="2" strokeDasharray="1 6" strokeLinecap="round" />
  if (isDeadline) return <path d="M2 7H32" stroke="var(--ink-2)" strokeWidth="8" />
  return <path d="M2 7H32M2 1V13M32 1V13" stroke="var(--ink-2)" strokeWidth="2" fill="none" />
}
