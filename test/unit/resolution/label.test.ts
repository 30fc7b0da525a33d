import { describe, expect, it } from '@jest/globals'
import { chooseLabel } from '../../../src/resolution/label.js'
import { citedEditionsOf, en, name, zh } from './statement-builder.js'

const table = 'gbt-2260#zh-Hans'
const citedEditions = citedEditionsOf()
const beijing = [
  name('北京', zh),
  name('北京市', table),
  name('京', table, { qualifiers: { kind: 'SHORT' } }),
  name('Běijīng', table, { language: 'zh-Latn-pinyin', qualifiers: { kind: 'TRANSLITERATION' } }),
  name('Peking', table, { language: 'en', qualifiers: { kind: 'FORMER' } }),
  name('Beijing', en),
  name('北京', 'elsewhere-1#zh-Hant'),
]
const label = (language?: string, preferred: readonly string[] = [], names = beijing) =>
  chooseLabel(names, { language, preferred, citedEditions })?.text

describe('chooseLabel', () => {
  it.each([
    ['en', 'Beijing'],
    ['zh-Hans', '北京'],
    ['zh', '北京'],
    ['zh-Latn-pinyin', 'Běijīng'],
    ['zh-Latn', 'Běijīng'],
    ['en-GB', 'Beijing'],
    ['ZH-hans', '北京'],
    ['zh-Hans-CN', '北京'],
    ['fr', '北京'],
  ])('gives the name asked for in %s', (language, expected) => expect(label(language)).toBe(expected))

  it('does not take a transliteration, a short or a former name where there is a name in full', () => {
    expect(label('en', [], beijing.toReversed())).toBe('Beijing')
    expect(label('zh-Hans', [], [name('京', zh, { qualifiers: { kind: 'SHORT' } }), name('北京', zh)])).toBe('北京')
    expect(label('zh', [], [name('京', zh, { qualifiers: { kind: 'SHORT' } })])).toBe('京')
  })

  it('goes on with the languages of the view where there is none in the language asked for', () => {
    const names = [name('唐建国'), name('Tang Jianguo', 'elsewhere-1#en')]
    expect(label('fr', ['en', 'zh'], names)).toBe('Tang Jianguo')
    expect(label('zh', ['en'], names)).toBe('唐建国')
    expect(label(undefined, ['de', 'en'], names)).toBe('Tang Jianguo')
  })

  it('goes on with the name of the original where nothing was asked for', () => {
    expect(label(undefined, [], [name('Jing-Jin-Ji-Bohai', en), name('京津冀蒙', zh)])).toBe('京津冀蒙')
    expect(label('en', [], [name('唐建国')])).toBe('唐建国')
  })

  it('takes traditional characters for simplified ones before it takes another language', () => {
    const names = [name('Tang Jianguo', en), name('唐建國', 'elsewhere-1#zh-Hant')]
    expect(label('zh-Hans', [], names)).toBe('唐建國')
  })

  it('takes the nearest form of the language: the same tag, one within it, the language in general, another form', () => {
    const of = (language: string) => name(language, zh, { language })
    const forms = ['zh-Hant', 'zh', 'zh-Hans-CN', 'zh-Hans', 'en'].map(of)
    for (const expected of ['zh-Hans', 'zh-Hans-CN', 'zh', 'zh-Hant']) {
      expect(label('zh-Hans', ['en'], forms)).toBe(expected)
      forms.splice(
        forms.findIndex(({ language }) => language === expected),
        1,
      )
    }
    expect(label('zh-Hans', ['en'], forms)).toBe('en')
    expect(label('zh', [], [of('zh-Hans'), of('zh')])).toBe('zh')
    // Zulu begins with the same letter.
    expect(label('zh-Hans', ['en'], [of('zu'), of('en')])).toBe('en')
  })

  it('takes a kind of name that it does not know last', () => {
    const names = [
      name('一', zh, { qualifiers: { kind: 'NICKNAME' } }),
      name('二', zh, { qualifiers: { kind: 'FORMER' } }),
    ]
    expect(label('zh', [], names)).toBe('二')
  })

  it('gives Chinese in Latin letters only to those who ask for it', () => {
    const pinyin = name('Táng Jiànguó', zh, { language: 'zh-Latn-pinyin' })
    expect(label('zh', ['en'], [pinyin, name('Tang Jianguo', 'elsewhere-1#en')])).toBe('Tang Jianguo')
    expect(label('zh', ['en'], [pinyin])).toBe('Táng Jiànguó')
  })

  it('shortens the language asked for before it takes another region’s', () => {
    const names = [name('Computing Center', 'elsewhere-1#en-US'), name('Computing Centre', en)]
    expect(label('en-GB', [], names)).toBe('Computing Centre')
  })

  it('shows the name that a curator prefers', () => {
    const names = [name('北京', zh), name('北京市', table, { rank: 'PREFERRED' })]
    expect(label('zh', [], names)).toBe('北京市')
    expect(label(undefined, [], [name('北京', zh), name('Beijing', en, { rank: 'PREFERRED' })])).toBe('Beijing')
  })

  it('gives none where there is no name', () => expect(label('en', ['zh'], [])).toBeUndefined())
})
