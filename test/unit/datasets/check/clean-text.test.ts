import { describe, expect, it } from '@jest/globals'
import { cleanText } from '../../../../src/datasets/check/clean-text.js'
import { ProblemList } from '../../../../src/datasets/check/problem-list.js'

function clean(content: string) {
  const problems = new ProblemList()
  const text = cleanText({ content, place: { file: 'a.yaml', line: 1 } }, problems)
  return [text, ...problems.sorted.map(({ code, message }) => `${code} ${message}`)]
}

describe('a name as it may be shown', () => {
  it('is as it is if everything in it can be seen', () => {
    for (const name of ['云谷', 'São Paulo', '阿迪力·买买提', "Xi'an", 'O₂', 'नमस्ते', 'می‌خواهم', '👩‍💻 lab', '€5 ™'])
      expect(clean(name)).toEqual([name])
  })

  it('has spaces for line breaks, whatever they are', () => {
    for (const breaks of ['\n', '\r\n', ' \n  ', '\u2028', '\u0085', '\t', '\v'])
      expect(clean(`云谷${breaks}二期`)).toEqual(['云谷 二期'])
  })

  it('loses characters that nobody sees, with a warning that names them', () => {
    expect(clean('云\u200b谷\u202e')).toEqual([
      '云谷',
      'TEXT_CLEANED invisible characters were removed from "云谷": U+200B, U+202E',
    ])
    for (const unseen of [
      '\u0000',
      '\u0007',
      '\u00ad',
      '\u200d',
      '\u200c',
      '\u200e',
      '\u2060',
      '\u2066',
      '\ufeff',
      '\u061c',
    ])
      expect(clean(`a${unseen}b`)[0]).toBe('ab')
  })

  it('is broken if a character was lost', () => {
    expect(clean('S\ufffdo Paulo')).toEqual([
      'S\ufffdo Paulo',
      'TEXT_BROKEN "S\ufffdo Paulo" is broken text: U+FFFD says that a character was lost',
    ])
  })
})
