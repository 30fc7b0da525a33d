/**
 * The number format that a compute figure is stated in; UNSTATED if the source does not say. FP16_BF16 and FP8_INT8 are
 * one figure that a source states for both formats.
 */
export const precisions = [
  'UNSTATED',
  'FP64',
  'FP32',
  'TF32',
  'BF16',
  'FP16',
  'FP8',
  'INT8',
  'FP4',
  'INT16',
  'INT4',
  'FP16_BF16',
  'FP8_INT8',
  'MIXED',
] as const

export type Precision = (typeof precisions)[number]

/** How a compute figure was got: the theoretical peak of the hardware (Rpeak), or a measured one (Rmax of LINPACK). */
export const bases = ['UNSTATED', 'THEORETICAL_PEAK', 'MEASURED'] as const

export type Basis = (typeof bases)[number]

/** Whether a compute figure counts operations on dense matrices, or twice as many with structured sparsity. */
export const sparsities = ['UNSTATED', 'DENSE', 'SPARSE'] as const

export type Sparsity = (typeof sparsities)[number]

/** What tells compute figures apart that are never compared or added up; absent is unstated. */
export interface FigureTerms {
  readonly precision?: Precision
  readonly basis?: Basis
  readonly sparsity?: Sparsity
}

/** The number formats that a figure is stated for; none if the source does not say. */
export function formatsOf(precision: Precision | undefined): readonly string[] {
  return precision === undefined || precision === 'UNSTATED' ? [] : precision.split('_')
}

/** Whether two figures may be of one value: no term contradicts the other's; a term that one leaves open is no obstacle. */
export function termsMayAgree(a: FigureTerms, b: FigureTerms): boolean {
  const [formatsA, formatsB] = [formatsOf(a.precision), formatsOf(b.precision)]
  const isOneFormat =
    formatsA.length === 0 || formatsB.length === 0 || formatsA.some(format => formatsB.includes(format))
  return isOneFormat && mayBeOne(a.basis, b.basis) && mayBeOne(a.sparsity, b.sparsity)
}

/** What figures are asked for; absent or null asks for all. */
export interface TermsFilter {
  readonly precision?: readonly Precision[] | null
  readonly basis?: readonly Basis[] | null
  readonly sparsity?: readonly Sparsity[] | null
}

/** Whether a figure is stated for one of the terms asked for. A figure for FP16 and BF16 is one for each. */
export function isOfTerms(figure: FigureTerms, { precision, basis, sparsity }: TermsFilter): boolean {
  const { precision: stated = 'UNSTATED', basis: ground = 'UNSTATED', sparsity: density = 'UNSTATED' } = figure
  const isOfFormat = (asked: Precision) => asked === stated || formatsOf(stated).includes(asked)
  return (
    (precision == null || precision.some(isOfFormat)) &&
    (basis == null || basis.includes(ground)) &&
    (sparsity == null || sparsity.includes(density))
  )
}

/** One text for figures of the same number format, basis and sparsity, which alone may be added up. */
export function termsKey({ precision = 'UNSTATED', basis = 'UNSTATED', sparsity = 'UNSTATED' }: FigureTerms): string {
  return `${precision} ${basis} ${sparsity}`
}

function mayBeOne(a: string | undefined, b: string | undefined): boolean {
  return a === b || a === undefined || b === undefined || a === 'UNSTATED' || b === 'UNSTATED'
}

/** The terms as a canonical text has them behind the unit: ` @FP8 sparse measured`. Empty if none is stated. */
export function formatTerms({ precision, basis, sparsity }: FigureTerms): string {
  const format = precision === undefined || precision === 'UNSTATED' ? '' : ` @${precision.replace('_', '/')}`
  const density = sparsity === undefined || sparsity === 'UNSTATED' ? '' : ` ${sparsity.toLowerCase()}`
  const ground = basis === 'MEASURED' ? ' measured' : basis === 'THEORETICAL_PEAK' ? ' peak' : ''
  return `${format}${density}${ground}`
}
