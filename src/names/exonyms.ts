import { foldLatin } from './romanisation.js'
import { countEdits, editsAllowed } from './typos.js'

/**
 * Places with a name in Latin letters that is not the pinyin of the Chinese name: postal romanisation (Peking; adopted at
 * the postal conference of Shanghai in 1906, and what English maps printed until the 1980s), Cantonese (Hong Kong),
 * Mongolian, Tibetan and Uyghur names in the official spelling and in the older ones, and translations. A name that is
 * also the pinyin (Hunan) needs no line. Each line: the Chinese names, then the others. The list was compiled by hand and
 * is no extract of a gazetteer: postal names can be checked in the postal atlases of China of 1919 and 1933. A wrong line
 * makes a search find one place too many; it states nothing.
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
  ['青岛 青島', 'Tsingtao, Tsingtau'],
  ['大连 大連', 'Dairen, Talien'],
  ['沈阳 瀋陽', 'Mukden, Fengtien'],
  ['哈尔滨 哈爾濱', 'Harbin'],
  ['齐齐哈尔 齊齊哈爾', 'Qiqihar, Tsitsihar'],
  ['内蒙 內蒙', 'Inner Mongolia, Nei Mongol'],
  ['呼和浩特', 'Hohhot, Huhehot, Kweisui'],
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
  ['乌鲁木齐 烏魯木齊', 'Urumqi, Urumchi, Tihwa'],
  ['克拉玛依 克拉瑪依', 'Karamay'],
  ['喀什', 'Kashgar, Kashi'],
  ['吐鲁番 吐魯番', 'Turpan, Turfan'],
  ['伊犁', 'Ili'],
  ['河北', 'Hopeh, Hopei, Chihli'],
  ['山西', 'Shansi'],
  ['吉林', 'Kirin'],
  ['黑龙江 黑龍江', 'Heilungkiang'],
  ['江苏 江蘇', 'Kiangsu'],
  ['浙江', 'Chekiang'],
  ['安徽', 'Anhwei'],
  ['福建', 'Fukien'],
  ['江西', 'Kiangsi'],
  ['山东 山東', 'Shantung'],
  ['河南', 'Honan'],
  ['湖北', 'Hupeh, Hupei'],
  ['广西 廣西', 'Kwangsi'],
  ['四川', 'Szechwan, Szechuan'],
  ['贵州 貴州', 'Kweichow'],
  ['陕西 陝西', 'Shensi'],
  ['甘肃 甘肅', 'Kansu'],
  ['青海', 'Chinghai, Tsinghai'],
  ['宁夏 寧夏', 'Ningsia, Ninghsia'],
  ['新疆', 'Sinkiang'],
  ['石家庄 石家莊', 'Shihkiachwang'],
  ['秦皇岛 秦皇島', 'Chinwangtao'],
  ['张家口 張家口', 'Kalgan'],
  ['承德', 'Chengteh, Jehol'],
  ['保定', 'Paoting'],
  ['大同', 'Tatung'],
  ['包头 包頭', 'Paotow'],
  ['丹东 丹東', 'Antung'],
  ['营口 營口', 'Yingkow, Newchwang'],
  ['锦州 錦州', 'Chinchow'],
  ['长春 長春', 'Hsinking'],
  ['牡丹江', 'Mutankiang'],
  ['佳木斯', 'Kiamusze'],
  ['镇江 鎮江', 'Chinkiang'],
  ['苏州 蘇州', 'Soochow'],
  ['无锡 無錫', 'Wusih'],
  ['常州', 'Changchow'],
  ['南通', 'Nantung'],
  ['徐州', 'Suchow'],
  ['扬州 揚州', 'Yangchow'],
  ['连云港 連雲港', 'Lienyunkang'],
  ['杭州', 'Hangchow'],
  ['宁波 寧波', 'Ningpo'],
  ['温州 溫州', 'Wenchow'],
  ['嘉兴 嘉興', 'Kashing'],
  ['湖州', 'Huchow'],
  ['绍兴 紹興', 'Shaohing'],
  ['金华 金華', 'Kinhwa'],
  ['台州', 'Taichow'],
  ['合肥', 'Hofei'],
  ['安庆 安慶', 'Anking'],
  ['蚌埠', 'Pengpu'],
  ['福州', 'Foochow'],
  ['泉州', 'Chuanchow, Chinchew'],
  ['漳州', 'Changchow'],
  ['九江', 'Kiukiang'],
  ['赣州 贛州', 'Kanchow'],
  ['景德镇 景德鎮', 'Kingtehchen'],
  ['济南 濟南', 'Tsinan'],
  ['烟台 煙台 煙臺', 'Chefoo'],
  ['济宁 濟寧', 'Tsining'],
  ['威海', 'Weihaiwei'],
  ['潍坊 濰坊', 'Weihsien'],
  ['郑州 鄭州', 'Chengchow'],
  ['洛阳 洛陽', 'Loyang'],
  ['武汉 武漢', 'Hankow'],
  ['宜昌', 'Ichang'],
  ['衡阳 衡陽', 'Hengchow'],
  ['岳阳 岳陽', 'Yochow'],
  ['韶关 韶關', 'Shiukwan'],
  ['佛山', 'Fatshan'],
  ['江门 江門', 'Kongmoon'],
  ['潮州', 'Chaochow, Chiuchow'],
  ['深圳', 'Shumchun'],
  ['惠州', 'Waichow'],
  ['湛江', 'Tsamkong'],
  ['桂林', 'Kweilin'],
  ['柳州', 'Liuchow'],
  ['梧州', 'Wuchow'],
  ['北海', 'Pakhoi'],
  ['海口', 'Hoihow'],
  ['成都', 'Chengtu'],
  ['自贡 自貢', 'Tzekung'],
  ['贵阳 貴陽', 'Kweiyang'],
  ['遵义 遵義', 'Tsunyi'],
  ['昆明', 'Yunnanfu'],
  ['大理', 'Tali'],
  ['西安', 'Sian, Sianfu'],
  ['汉中 漢中', 'Hanchung'],
  ['兰州 蘭州', 'Lanchow'],
  ['天水', 'Tienshui'],
  ['西宁 西寧', 'Sining'],
  ['银川 銀川', 'Yinchwan'],
  ['莎车 莎車', 'Yarkand'],
  ['和田', 'Khotan, Hotan'],
  ['伊宁 伊寧', 'Kuldja, Gulja'],
  ['哈密', 'Kumul'],
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
