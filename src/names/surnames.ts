/** Surnames of two characters that are still borne or well known, in simplified and, where they differ, traditional characters. */
const compoundSurnames: ReadonlySet<string> = new Set(
  `欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 司徒 司空 夏侯 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 长孙 長孫 宇文
  端木 百里 呼延 南宫 南宮 独孤 獨孤 拓跋 万俟 萬俟 轩辕 軒轅 澹台 澹臺 公冶 宗政 濮阳 濮陽 淳于 单于 單于 太叔
  申屠 仲孙 仲孫 钟离 鍾離 鲜于 鮮于 闾丘 閭丘 赫连 赫連 第五 东郭 東郭 西门 西門 完颜 完顏 耶律 纳兰 納蘭 爱新 愛新`
    .trim()
    .split(/\s+/),
)

/** Whether a name in characters begins with a surname of two (欧阳修). */
export function isCompoundSurname(name: string): boolean {
  const [first = '', second = '', ...given] = name
  return given.length > 0 && compoundSurnames.has(first + second)
}

/**
 * Surnames, in simplified and traditional characters, with their spelling by the sound of Cantonese, Hokkien or
 * another language of China, or by old custom, where that spelling reads as a syllable of pinyin, but not as the
 * surname's own. Other spellings (Wong, Lee, Kwok) need no list: they do not read as pinyin at all.
 */
const otherSpellings: readonly (readonly [surnames: string, spellings: string])[] = [
  ['陈陳', 'chan tan'],
  ['邓鄧', 'tang'],
  ['黎', 'lai le'],
  ['彭冯馮', 'pang'],
  ['许許', 'hui'],
  ['简簡', 'kan'],
  ['江', 'kong kang'],
  ['文万萬闵閔', 'man'],
  ['戴', 'tai'],
  ['唐汤湯', 'tong'],
  ['尹温溫云雲', 'wan'],
  ['殷甄', 'yan'],
  ['张張章', 'chang'],
  ['郑鄭', 'cheng'],
  ['颜顏', 'gan'],
  ['夏', 'ha'],
  ['包鲍鮑', 'pao'],
  ['白', 'pai'],
  ['贝貝', 'pei'],
  ['韦韋卫衛', 'wai'],
  ['胡', 'wu'],
  ['洪翁', 'ang'],
  ['康', 'hong'],
  ['朱褚', 'chu'],
  ['蔡', 'chai'],
  ['孟', 'mang'],
  ['毛巫武', 'mo'],
  ['丁', 'ting'],
  ['赵趙', 'chao'],
  ['周', 'chou'],
  ['庄莊', 'chong chuang'],
  ['崔', 'chui'],
  ['廖', 'liu'],
]

/** Other spellings of the surname with which a name in characters begins, folded: chan and tan for 陈茂波. */
export function otherSpellingsOfSurname(name: string): readonly string[] {
  const [surname = ''] = name
  return otherSpellings
    .filter(([surnames]) => surnames.includes(surname))
    .flatMap(([, spellings]) => spellings.split(' '))
}
