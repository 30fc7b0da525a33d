/**
 * Every syllable of Hanyu Pinyin (ISO 7098) that a name may hold, one line for each initial, without tones. Left out
 * are those of interjections and of characters that no name has (o, yo, lo, m, ng, dei, den, eng, kei, tei, rua, chua),
 * which would make Obama and Biden read as pinyin.
 */
const syllables = `
  a ai an ang ao e ei en er ou
  ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu
  ca cai can cang cao ce cen ceng ci cong cou cu cuan cui cun cuo
  cha chai chan chang chao che chen cheng chi chong chou chu chuai chuan chuang chui chun chuo
  da dai dan dang dao de deng di dia dian diao die ding diu dong dou du duan dui dun duo
  fa fan fang fei fen feng fo fou fu
  ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo
  ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo
  ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun
  ka kai kan kang kao ke ken keng kong kou ku kua kuai kuan kuang kui kun kuo
  la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu long lou lu luan lun luo lü lüe
  ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu
  na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu nuan nuo nü nüe
  pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu
  qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun
  ran rang rao re ren reng ri rong rou ru ruan rui run ruo
  sa sai san sang sao se sen seng si song sou su suan sui sun suo
  sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo
  ta tai tan tang tao te teng ti tian tiao tie ting tong tou tu tuan tui tun tuo
  wa wai wan wang wei wen weng wo wu
  xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun
  ya yan yang yao ye yi yin ying yong you yu yuan yue yun
  za zai zan zang zao ze zei zen zeng zi zong zou zu zuan zui zun zuo
  zha zhai zhan zhang zhao zhe zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo`
  .trim()
  .split(/\s+/)

/** How the letters of romanised names are compared: in lower case, without tones, dieresis, apostrophes. */
export function foldLatin(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\d'’‘ʼʻʿ`´"“”:]/gu, '')
    .toLowerCase()
}

/** As passports, keyboards and the standard write a pinyin syllable, folded: lü is written lu, lv and lyu. */
export function spellings(syllable: string): readonly string[] {
  const [head, tail] = syllable.split('ü')
  return tail === undefined ? [syllable] : ['u', 'v', 'yu'].map(vowel => `${head}${vowel}${tail}`)
}

const spelled: ReadonlySet<string> = new Set(syllables.flatMap(spellings))
const longest = Math.max(...[...spelled].map(syllable => syllable.length))

/** Whether a folded word is one syllable of pinyin: tang. */
export function isPinyinSyllable(word: string): boolean {
  return spelled.has(word)
}

/** Whether it is how a syllable begins, or a whole one: jia of jian. */
export function isPinyinBeginning(word: string): boolean {
  beginnings ??= new Set([...spelled].flatMap(syllable => Array.from(syllable, (_, end) => syllable.slice(0, end + 1))))
  return beginnings.has(word)
}

let beginnings: ReadonlySet<string> | undefined

/** Whether a folded word reads as pinyin from end to end: jianguo, xian; not kwok, mongolia. */
export function isPinyin(word: string): boolean {
  // Which beginnings of the word are whole syllables: linear, where a pattern would try xi-an and xian over and over.
  const reached = [true]
  for (let end = 1; end <= word.length; end++) {
    reached[end] = false
    for (let start = Math.max(0, end - longest); start < end && !reached[end]; start++)
      reached[end] = reached[start] === true && spelled.has(word.slice(start, end))
  }
  return word !== '' && reached[word.length] === true
}

/**
 * A pinyin syllable in the system of Wade and Giles, folded as `foldLatin` does (T'ang is tang, Lü is lu), in every
 * usual spelling: Ssu-ma and Szu-ma for Sima.
 */
export function wadeGiles(syllable: string): readonly string[] {
  const irregular = irregularInWadeGiles[syllable]
  if (irregular) return irregular
  const [, initial = '', final = ''] = /^([zcs]h|[^aeiouü]?)(.+)$/.exec(syllable) ?? []
  const plain = final.replace('ü', 'u')
  return [`${initialsInWadeGiles[initial] ?? initial}${finalsInWadeGiles[plain] ?? plain}`]
}

const irregularInWadeGiles: Readonly<Record<string, readonly string[]>> = {
  zi: ['tzu'],
  ci: ['tzu'],
  si: ['ssu', 'szu'],
  zhi: ['chih'],
  chi: ['chih'],
  shi: ['shih'],
  ri: ['jih'],
  yi: ['i', 'yi'],
  yan: ['yen'],
  ye: ['yeh'],
  you: ['yu'],
  e: ['o', 'e'],
  ge: ['ko'],
  ke: ['ko'],
  he: ['ho'],
  gui: ['kuei'],
  kui: ['kuei'],
  guo: ['kuo'],
  kuo: ['kuo'],
  huo: ['huo'],
  shuo: ['shuo'],
}

const initialsInWadeGiles: Readonly<Record<string, string>> = {
  b: 'p',
  d: 't',
  g: 'k',
  j: 'ch',
  q: 'ch',
  x: 'hs',
  zh: 'ch',
  r: 'j',
  z: 'ts',
  c: 'ts',
}

const finalsInWadeGiles: Readonly<Record<string, string>> = {
  ian: 'ien',
  ie: 'ieh',
  ue: 'ueh',
  er: 'erh',
  ong: 'ung',
  iong: 'iung',
  uo: 'o',
}
