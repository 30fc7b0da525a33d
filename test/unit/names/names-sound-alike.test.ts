import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { pinyin } from 'pinyin-pro'
import { compareNames } from '../../../src/names/names-sound-alike.js'

const inChinese = (text: string, language = 'zh-Hans') => ({ kind: 'text', text, language }) as const
const inEnglish = (text: string, language = 'en') => ({ kind: 'text', text, language }) as const
const person = (han: string, latin: string) => compareNames(inChinese(han), inEnglish(latin), 'PERSON')
const place = (han: string, latin: string) => compareNames(inChinese(han), inEnglish(latin), 'PLACE')

describe('compareNames of persons', () => {
  it.each([
    ['唐建国', 'Tang Jianguo'],
    ['唐建国', 'Jianguo Tang'],
    ['唐建国', 'TANG Jian-Guo'],
    ['唐建国', 'Tang, Jianguo'],
    ['唐建国', 'Táng Jiànguó'],
    ['唐建国', 'Tang2 Jian4guo2'],
    ['唐建国', "T'ang Chien-kuo"],
    ['唐建国', 'Tang'],
    ['唐建国', 'tangjianguo'],
    ['唐建國', 'Tang Jianguo'],
    ['唐 建国', 'Tang Jian Guo'],
    ['林郑月娥', "Yue'e Lin Zheng"],
    ['林郑月娥', "Lin Zheng Yue'e"],
  ])('hears %s in %s', (han, latin) => expect(person(han, latin)).toBe('alike'))

  it.each([
    ['欧阳修', 'Ouyang Xiu'],
    ['歐陽修', 'Xiu Ouyang'],
    ['欧阳修', 'Ou-yang Hsiu'],
    ['诸葛亮', 'Zhuge Liang'],
    ['诸葛亮', 'Chu-ko Liang'],
    ['司马迁', 'Ssu-ma Chʻien'],
    ['万俟卨', 'Moqi Xie'],
    ['尉迟恭', 'Yuchi Gong'],
    ['长孙无忌', 'Zhangsun Wuji'],
    ['澹台灭明', 'Tantai Mieming'],
    ['欧阳修', 'Ouyang'],
  ])('knows surnames of two characters: %s is %s', (han, latin) => expect(person(han, latin)).toBe('alike'))

  it.each([
    ['单田芳', 'Shan Tianfang'],
    ['單田芳', 'Shan Tianfang'],
    ['解缙', 'Xie Jin'],
    ['曾国藩', 'Zeng Guofan'],
    ['曾国藩', 'Tseng Kuo-fan'],
    ['仇英', 'Qiu Ying'],
    ['查慎行', 'Zha Shenxing'],
    ['翟让', 'Zhai Rang'],
    ['区大相', 'Ou Daxiang'],
    ['员半千', 'Yun Banqian'],
    ['乐毅', 'Yue Yi'],
    ['盖叫天', 'Ge Jiaotian'],
    ['朴趾源', 'Piao Zhiyuan'],
  ])('knows the readings that characters have as surnames: %s is %s', (han, latin) =>
    expect(person(han, latin)).toBe('alike'),
  )

  it.each(['Lü Bu', 'Lu Bu', 'Lyu Bu', 'Lv Bu', 'Lǚ Bù', 'Bu Lü', 'Lu:  Bu'])('hears 吕布 in %s', latin => {
    expect(person('吕布', latin)).toBe('alike')
    expect(person('呂布', latin)).toBe('alike')
  })

  it.each([
    ['班超', 'Pan Ch‘ao'],
    ['许慎', 'Hsü Shen'],
    ['蔡锷', 'Tsai O'],
    ['慈禧', 'Tzu-hsi'],
    ['朱熹', 'Chu Hsi'],
    ['郭沫若', 'Kuo Mo-jo'],
    ['梁启超', "Liang Ch'i-ch'ao"],
    ['蒲松龄', "P'u Sung-ling"],
    ['薛涛', "Hsüeh T'ao"],
    ['戴季陶', "Tai Chi-t'ao"],
    ['熊希龄', 'Hsiung Hsi-ling'],
  ])('hears %s in the spelling of Wade and Giles: %s', (han, latin) => expect(person(han, latin)).toBe('alike'))

  it.each([
    ['唐建国', 'Zhao Jianguo'],
    ['唐建國', 'Zhao Jianguo'],
    ['唐建国', 'Tang Jianhua'],
    ['唐建国', 'Tang Jiangou'],
    ['唐建国', 'Zhao'],
    ['唐建国', 'Tang Jiankuo'],
    ['班超', 'Pan Chaoyang'],
    ['欧阳修', 'Sima Guang'],
    ['吕布', 'Liu Bei'],
    ['单田芳', 'Dai Tianfang'],
    ['邓建国', 'Tang Jianguo'],
    ['陈独秀', 'Chen Duoxiu'],
  ])('does not hear %s in %s', (han, latin) => expect(person(han, latin)).toBe('unlike'))

  it.each([
    ['埃隆·马斯克', 'Elon Musk'],
    ['马斯克', 'Musk'],
    ['阿里木·买买提', 'Alim Memet'],
    ['奥巴马', 'Obama'],
    ['莫言', 'Guan Moye Laureate'],
    ['但丁', 'Dante'],
    ['黄仁勋', 'Jensen Huang'],
    ['苏姿丰', 'Lisa Su'],
    ['陈茂波', 'Chan Mo-po'],
    ['何东', 'Robert Hotung'],
    ['孙逸仙', 'Sun Yat-sen'],
    ['唐建国', 'Т. Цзяньго'],
    ['唐', 'Zhao Jianguo'],
    ['唐建国', '陛下'],
    ['唐建国', ''],
  ])('says nothing of %s and %s, which sound cannot tell', (han, latin) =>
    expect(person(han, latin)).toBe('incomparable'),
  )

  it('compares simplified and traditional characters by their readings', () => {
    const traditional = (text: string) => inChinese(text, 'zh-Hant')
    expect(compareNames(inChinese('唐建国'), traditional('唐建國'), 'PERSON')).toBe('alike')
    expect(compareNames(inChinese('吕后'), traditional('呂后'), 'PERSON')).toBe('alike')
    expect(compareNames(inChinese('唐建国'), traditional('趙建國'), 'PERSON')).toBe('unlike')
  })

  it('does not read Japanese characters as Chinese', () => {
    expect(compareNames(inChinese('建国', 'ja'), inEnglish('Zhao Jianguo'), 'PERSON')).toBe('incomparable')
  })

  it('does not mind which of the two comes first', () => {
    expect(compareNames(inEnglish('Tang Jianguo'), inChinese('唐建国'), 'PERSON')).toBe('alike')
    expect(compareNames(inEnglish('Zhao Jianguo'), inChinese('唐建国'), 'PERSON')).toBe('unlike')
  })

  it('has every reading of a surname among those that its character has alone', () => {
    const options = { toneType: 'none', type: 'array' } as const
    for (let code = 0x4e00; code <= 0x9fa5; code++) {
      const character = String.fromCharCode(code)
      const [reading = ''] = pinyin(`${character}建国`, { ...options, surname: 'head' })
      expect(pinyin(character, { ...options, multiple: true })).toContain(reading)
    }
  })

  it('takes time in proportion to the length of a name that can be cut up in many ways', () => {
    // Were every way tried, there would be 2 to the power of 2,000 of them, and this would never end.
    expect(person('唐建国', `${'xian'.repeat(2000)} q`)).toBe('incomparable')
  })
})

describe('compareNames of places', () => {
  it.each([
    ['北京', 'Beijing'],
    ['北京市', 'Beijing'],
    ['北京市', 'Beijing Municipality'],
    ['北京', 'Peking'],
    ['香港', 'Hong Kong'],
    ['香港', 'Xianggang'],
    ['香港特别行政区', 'Hong Kong SAR'],
    ['澳門', 'Macao'],
    ['澳门', 'Macau'],
    ['陕西', 'Shaanxi'],
    ['陝西省', 'Shaanxi Province'],
    ['西安', "Xi'an"],
    ['西安', 'Xian'],
    ['厦门', 'Xiamen'],
    ['重庆', 'Chongqing'],
    ['六安', "Lu'an"],
    ['内蒙古自治区', 'Inner Mongolia Autonomous Region'],
    ['內蒙古', 'Nei Menggu'],
    ['渤海湾', 'Bohai'],
    ['环渤海', 'Bohai'],
    ['宁夏回族自治区', 'Ningxia'],
    ['张家口市张北县', 'Zhangbei'],
    ['浙江省杭州市', 'Hangzhou, Zhejiang'],
    ['延庆', 'Yanqing Qu, Beijing'],
    ['雄安新区', "Xiong'an New Area"],
    ['京津冀', 'Jing-Jin-Ji'],
    ['中国', 'China'],
    ['台北', 'Taipei'],
    ['绿春', 'Lüchun'],
    ['广州', 'Canton'],
    ['拉萨', 'Lhasa'],
  ])('hears %s in %s', (han, latin) => expect(place(han, latin)).toBe('alike'))

  it.each([
    ['内蒙古', 'Bohai'],
    ['北京', 'Nanjing'],
    ['山西', 'Shaanxi'],
    ['河北', 'Hubei'],
    ['南京', 'Peking'],
    ['天津', 'Hebei Province'],
  ])('does not hear %s in %s', (han, latin) => expect(place(han, latin)).toBe('unlike'))

  it.each([
    ['内蒙古东部', 'East Mongolia'],
    ['京津冀地区', 'Beijing-Tianjin-Hebei region'],
    ['成渝', 'Chengdu-Chongqing'],
    ['加拿大', 'Canada'],
    ['智利', 'Chile'],
    ['长江三角洲', 'Yangtze River Delta'],
    ['蒙', 'Bohai'],
    ['冀', 'Hebei'],
    ['沪', 'Shanghai'],
    ['省', 'Province'],
    ['河北省', 'Province'],
  ])('says nothing of %s and %s, which is no name by its sound', (han, latin) =>
    expect(place(han, latin)).toBe('incomparable'),
  )

  it('contradicts no name of the 34 provinces and 333 prefectures of China', () => {
    const rowsOf = (file: string): readonly Readonly<Record<string, string>>[] =>
      parse(readFileSync(new URL(`../../../seeds/cn-regions/${file}`, import.meta.url)), { columns: true })
    const hanOf = new Map(rowsOf('divisions.csv').map(({ slug, name }) => [slug, name ?? '']))
    const pairs = [...rowsOf('geonames.csv'), ...rowsOf('cedict.csv')].flatMap(
      ({ slug, name, english, otherEnglish, pinyin }) =>
        [name, english, otherEnglish, pinyin]
          .filter(Boolean)
          .map(latin => [hanOf.get(slug) ?? '', latin ?? ''] as const),
    )
    expect(pairs.length).toBeGreaterThan(700)
    expect(pairs.filter(([han, latin]) => place(han, latin) === 'unlike')).toEqual([])
    expect(pairs.filter(([han, latin]) => place(han, latin) === 'alike').length).toBeGreaterThan(700)
  })
})
