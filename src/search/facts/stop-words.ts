/** Words of a question that name nothing, English; folded. */
const english = new Set(
  (
    'a an the of in on at to for from by with within into and or as is are was were be been there here ' +
    'this that these those which what who whose whom where when how many much do does did has have had ' +
    'can could should would will may i me my we our you your their his her its ' +
    'run runs running ran operate operates operated operating own owns owned owning locate located lies lie ' +
    'build builds built belong belongs belonging find show list give tell get all any some please about near ' +
    's named called between announced announces stated published issued holds held'
  ).split(' '),
)

/** Words of a question that name nothing, Chinese. They divide the words before them from the words after them. */
const chinese = new Set(
  (
    '有哪些 有什么 有多少 有几个 有几家 有没有 哪些 哪个 哪里 哪儿 哪家 哪几个 哪几家 什么 谁是 是谁 多少 几个 几家 ' +
    '是什么 是哪些 是哪个 在哪里 在哪儿 在哪 位于 属于 请问 查询 查找 搜索 列出 给我 告诉我 我想知道 我想找 想知道 ' +
    '所有的 所有 全部 全部的 里面 之内 境内 里的 内的 以及 运营的 运营 经营的 经营 拥有的 拥有 建设的 建设 建的 建了 ' +
    '开设的 开设 设立的 设立 设在 设有 一共 总共 关于 相关的 相关 名单 列表 旗下的 旗下 下属的 下属 公布了 公布 发布了 发布 宣布了 宣布 提出了 提出 制定了 制定 出台了 出台 负责的 负责 的 在 谁'
  ).split(' '),
)

/** Single characters that divide words as a rule, and are also parts of names: 和 of 和林格尔. */
const weakChinese = new Set('和与及或了吗呢吧啊有是由为从到被把都里内'.split(''))

export const longestStopWord = 5

export type StopWord = 'STRONG' | 'WEAK' | undefined

/** Whether a folded word names nothing, and whether it surely is such a word. */
export function stopWordOf(word: string, isHan: boolean): StopWord {
  if (!isHan) return english.has(word) ? 'STRONG' : undefined
  return chinese.has(word) ? 'STRONG' : weakChinese.has(word) ? 'WEAK' : undefined
}
