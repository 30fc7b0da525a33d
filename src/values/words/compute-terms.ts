import { type FigureTerms, type Precision, precisions } from '../precision.js'

/** The number format, basis and sparsity that a text states, and the text without them. */
export interface ReadTerms extends FigureTerms {
  readonly rest: string
  /** Two formats that no one figure is for, dense and sparse at once, or peak and measured at once. */
  readonly contradicts: boolean
}

type Term = `format:${string}` | 'basis:THEORETICAL_PEAK' | 'basis:MEASURED' | 'sparsity:DENSE' | 'sparsity:SPARSE'

const named: readonly (readonly [RegExp, Term])[] = [
  [/^(双精度|double[- ]precision)/i, 'format:FP64'],
  [/^(单精度|single[- ]precision)/i, 'format:FP32'],
  [/^(半精度|half[- ]precision)/i, 'format:FP16'],
  [/^(混合精度|mixed[- ]precision|hpl-(ai|mxp))/i, 'format:MIXED'],
  [/^(rmax|实测|measured|sustained)/i, 'basis:MEASURED'],
  [/^(rpeak|理论峰值|峰值|理论|theoretical( peak)?|peak)/i, 'basis:THEORETICAL_PEAK'],
  [/^((结构化)?稀疏|(structured )?spars(e|ity)|with sparsity)/i, 'sparsity:SPARSE'],
  [/^(稠密|dense|without sparsity)/i, 'sparsity:DENSE'],
]

const format = /\b(?:FP64|FP32|TF32|BF16|FP16|FP8|INT16|INT8|INT4|FP4|MIXED|UNSTATED)(?![A-Z\d])/.source
const word =
  /双精度|单精度|半精度|混合精度|\b(?:double|single|half|mixed)[- ]precision\b|\bhpl-(?:ai|mxp)\b|\br(?:max|peak)\b|实测|\b(?:measured|sustained)\b|理论峰值|峰值|理论|\btheoretical(?: peak)?\b|\bpeak\b|(?:结构化)?稀疏|\bwith(?:out)? sparsity\b|\b(?:structured )?spars(?:e|ity)\b|稠密|\bdense\b/
    .source
const term = `(?:${format}(?:精度)?|${word})`
const glue = String.raw`(?:\s*[/、,;]\s*|\s+|和|及|或)`
/** Terms in brackets: （FP16/BF16）, (dense FP16), （FP16 稠密）. */
const bracketed = new RegExp(String.raw`\s*\(\s*@?${term}(?:${glue}*@?${term})*\s*(?:精度|算力)?\s*\)\s*`, 'gi')
/** Terms among the other words: `@FP16`, `FP8 sparse`, `FP16/BF16`. */
const bare = new RegExp(String.raw`\s*[@(]?\s*${term}(?:${glue}*[@(]?\s*${term})*\s*[)]?\s*`, 'gi')
const each = new RegExp(term, 'gi')

/** Takes the words for a number format, a basis and a sparsity out of a text: `40 EFLOPS FP8 (sparse)`, 半精度5000P. */
export function takeTerms(text: string): ReadTerms {
  const joined = text.replace(/\b(FP16_BF16|FP8_INT8)\b/gi, pair => pair.replace('_', '/'))
  const found = new Set<string>()
  const take = (match: string): string => {
    for (const [one] of match.matchAll(each)) found.add(termOf(one))
    return ' '
  }
  const rest = joined.replace(bracketed, take).replace(bare, take).trim()
  const formats = [...found].filter(name => name.startsWith('format:')).map(name => name.slice('format:'.length))
  const precision = precisionOf(formats)
  const isPeak = found.has('basis:THEORETICAL_PEAK')
  const isMeasured = found.has('basis:MEASURED')
  const isDense = found.has('sparsity:DENSE')
  const isSparse = found.has('sparsity:SPARSE')
  return {
    rest: found.size > 0 ? rest.replace(/^[:,]\s*/, '') : text,
    contradicts: (formats.length > 0 && !precision) || (isPeak && isMeasured) || (isDense && isSparse),
    ...(precision && { precision }),
    ...(isPeak && { basis: 'THEORETICAL_PEAK' }),
    ...(isMeasured && { basis: 'MEASURED' }),
    ...(isDense && { sparsity: 'DENSE' }),
    ...(isSparse && { sparsity: 'SPARSE' }),
  }
}

function termOf(text: string): Term {
  return named.find(([pattern]) => pattern.test(text))?.[1] ?? `format:${text.replace('精度', '').toUpperCase()}`
}

/** One format; two that one figure is stated for; FP16 of FP16混合精度. Undefined for others, which contradict. */
function precisionOf(formats: readonly string[]): Precision | undefined {
  const stated = formats.filter(name => name !== 'MIXED').sort()
  const joined = stated.length === 0 ? formats[0] : stated.join('/')
  if (joined === 'BF16/FP16') return 'FP16_BF16'
  return precisions.find(precision => precision.replace('_', '/') === joined)
}
