import { analyse } from 'chardet'

const sampleBytes = 65_536

/**
 * The encoding that bytes which are no UTF-8 are most likely in, by a name of the WHATWG Encoding Standard; undefined if
 * the bytes resemble none. Chinese in GBK or GB 2312 is named gb18030, which contains both.
 */
export function detectEncoding(bytes: Buffer): string | undefined {
  const sample = bytes.subarray(0, sampleBytes)
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le'
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be'
  if (isChinese(sample)) return 'gb18030'
  const [best] = analyse(sample)
  return best && best.confidence >= leastConfidence ? whatwgName(best.name) : undefined
}

/** Of 100: below, the bytes are too few or too odd to tell. */
const leastConfidence = 50

function whatwgName(name: string): string | undefined {
  try {
    const { encoding } = new TextDecoder(name)
    return encoding === 'utf-8' ? undefined : encoding
  } catch {
    return undefined
  }
}

/**
 * A few characters are too little for statistics: bytes that give nothing but ASCII and common Chinese characters, of two
 * high bytes each as in GB 2312, are GB 18030. One other character is enough to leave the question open, since nearly any
 * bytes can be read as GB 18030.
 */
function isChinese(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes, { stream: true })
    const characters = text.match(/\P{ASCII}/gu)?.length ?? 0
    const highBytes = bytes.filter(byte => byte >= 0x80).length
    const isCommon = !/[^\p{ASCII}\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2010-\u2026·]/u.test(text)
    return characters > 0 && isCommon && highBytes >= mostlyTwo * characters
  } catch {
    return false
  }
}

/** Rare characters, those of GBK, have a second byte that is ASCII. */
const mostlyTwo = 1.8
