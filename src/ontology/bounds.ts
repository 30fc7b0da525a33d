import { type BrokenBound, brokenBound } from '../values/limits.js'
import type { Value } from '../values/value.js'
import type { PropertyDeclaration } from './declaration.js'
import { defaultLimits } from './default-limits.js'

/** The bound of its property that a value breaks, if any: those that the property declares before those of every property. */
export function brokenBoundOf(value: Value, { value: form }: PropertyDeclaration): BrokenBound | undefined {
  if (form.kind === 'date') return brokenBound(value, [], form.plausible && { plausible: form.plausible })
  return form.kind === 'quantity'
    ? brokenBound(value, [...(form.limits ?? []), ...defaultLimits], undefined)
    : undefined
}
