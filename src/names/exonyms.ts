import { foldLatin } from './romanisation.js'
import { countEdits, editsAllowed } from './typos.js'

/**
 * Places whose usual name in Latin letters is not the pinyin of their Chinese one: postal romanisation (Peking),
 * Cantonese (Hong Kong), Mongolian, Tibetan and Uyghur names in their official spelling, and translations.
 * Each line: the Chinese names, then the others.
 */
const exonyms: readonly (readonly [han: string, latin: string])[] = [
  ['北京 北平', 'Peking, Peiping'],
  ['南京', 'Nanking'],
  ['天津', 'Tientsin'],
  ['重庆 重慶', 'Chungking'],
  ['广州 廣州', 'Canton'],
  ['广东 廣東', 'Kwangtung, Canton'],
  ['香港', 'Hong Kong, Hongkong, Hong Kong SAR'],
  ['九龙 九龍', 'Kowloon'],
  ['澳门 澳門', 'Macao, Macau, Macao SAR'],
  ['台北 臺北', 'Taipei'],
  ['高雄', 'Kaohsiung'],
  ['厦门 廈門', 'Amoy'],
  ['汕头 汕頭', 'Swatow'],
  ['青岛 青島', 'Tsingtao'],
  ['大连 大連', 'Dairen'],
  ['沈阳 瀋陽', 'Mukden'],
  ['哈尔滨 哈爾濱', 'Harbin'],
  ['齐齐哈尔 齊齊哈爾', 'Qiqihar'],
  ['内蒙 內蒙', 'Inner Mongolia, Nei Mongol'],
  ['呼和浩特', 'Hohhot'],
  ['鄂尔多斯 鄂爾多斯', 'Ordos'],
  ['乌兰察布 烏蘭察布', 'Ulanqab'],
  ['呼伦贝尔 呼倫貝爾', 'Hulunbuir'],
  ['巴彦淖尔 巴彥淖爾', 'Bayannur'],
  ['锡林郭勒 錫林郭勒', 'Xilingol'],
  ['阿拉善', 'Alxa'],
  ['和林格尔 和林格爾', 'Horinger'],
  ['西藏', 'Tibet, Xizang'],
  ['拉萨 拉薩', 'Lhasa'],
  ['日喀则 日喀則', 'Xigaze, Shigatse'],
  ['乌鲁木齐 烏魯木齊', 'Urumqi'],
  ['克拉玛依 克拉瑪依', 'Karamay'],
  ['喀什', 'Kashgar, Kashi'],
  ['吐鲁番 吐魯番', 'Turpan, Turfan'],
  ['伊犁', 'Ili'],
  ['中国 中國 中华 中華', 'China'],
  ['亚洲 亞洲', 'Asia'],
  ['迪拜 杜拜', 'Dubai'],
  ['槟城 檳城', 'Penang, Pinang'],
]

const hanByLatin = groupByLatin()

/** The Chinese names of the place that is usually called so in Latin letters; absent where there is no such place. `letters`: folded, without spaces. */
export function findExonym(letters: string): readonly string[] | undefined {
  return hanByLatin.get(letters)
}

/** As `findExonym`, of letters that a edit of the pen may have changed: Pekin, Chunkging. */
export function findExonymsLike(letters: string): readonly string[] {
  const most = editsAllowed(letters)
  if (most === 0) return []
  return [...hanByLatin].flatMap(([latin, han]) => (countEdits(letters, latin, most) <= most ? han : []))
}

/** Whether it is the English name of a country or territory of ISO 3166: Canada and Chile read as pinyin, and are not. */
export function isNameOfCountry(letters: string): boolean {
  countries ??= listCountries()
  return countries.has(letters)
}

let countries: ReadonlySet<string> | undefined

/** Unicode's names of the regions that have one; where a code has none, Intl gives nothing. */
function listCountries(): ReadonlySet<string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = alphabet.flatMap(first => alphabet.map(second => first + second))
  return new Set(codes.flatMap(code => names.of(code) ?? []).map(lettersOf))
}

function groupByLatin(): ReadonlyMap<string, readonly string[]> {
  const grouped = new Map<string, readonly string[]>()
  for (const [han, latin] of exonyms)
    for (const letters of latin.split(', ').map(lettersOf))
      grouped.set(letters, [...(grouped.get(letters) ?? []), ...han.split(' ')])
  return grouped
}

function lettersOf(name: string): string {
  return foldLatin(name).replace(/[^a-z]/g, '')
}
