import { foldWholeName } from '../../names/fold-name.js'

/** Words of the field and titles of offices that people abbreviate, or ask for in the other language. A line each. */
const lines: readonly string[] = [
  '超算, 超级计算, supercomputing, supercomputer',
  '超算中心, 超级计算中心, supercomputing center, supercomputing centre, supercomputer center, supercomputer centre',
  '智算, 智能计算, intelligent computing',
  '智算中心, 智能计算中心, intelligent computing center, intelligent computing centre',
  '东数西算, East Data West Computing, Eastern Data Western Computing, East-to-West Computing',
  '总经济师, chief economist',
  '市长, mayor',
  '省长, governor',
  '行长, governor of the bank',
  '部长, minister',
  '总理, premier',
  '副总理, vice premier',
  '市委书记, party secretary',
  '发改委, 发展和改革委员会, development and reform commission, 国家发展和改革委员会',
  '工信部, 工业和信息化部, ministry of industry and information technology, MIIT',
  '经信局, 经济和信息化局',
  '国资委, 国有资产监督管理委员会, state-owned assets supervision and administration commission, SASAC',
  '国家发改委, 国家发展和改革委员会, national development and reform commission, NDRC',
  '科技部, 科学技术部, ministry of science and technology',
  '住建部, 住房和城乡建设部, ministry of housing and urban-rural development, MOHURD',
  '人社部, 人力资源和社会保障部, ministry of human resources and social security, MOHRSS',
  '文旅部, 文化和旅游部, ministry of culture and tourism',
  '商务部, ministry of commerce, MOFCOM',
  '央行, 人民银行, people’s bank of china, PBOC',
  '市场监管总局, 市场监督管理总局, state administration for market regulation, SAMR',
  '证监会, 证券监督管理委员会, china securities regulatory commission, CSRC',
  '国家能源局, national energy administration, NEA',
  '国家统计局, national bureau of statistics, NBS',
  '国家数据局, national data administration, NDA',
  '网信办, 互联网信息办公室, cyberspace administration, CAC',
  '实验室, laboratory, lab',
  '大学, university',
  '研究所, research institute',
  '十四五, 14th five-year plan, fourteenth five-year plan',
  '十五五, 15th five-year plan, fifteenth five-year plan',
  '数字经济, digital economy',
  '电能利用效率, power usage effectiveness, PUE',
  '枢纽节点, hub node',
  '可再生能源, renewable energy',
]

/** What else a word is called, folded without what divides its letters; empty if the list does not have the word. */
export function equivalentsOf(compact: string): readonly string[] {
  return byCompact.get(compact) ?? []
}

const byCompact: ReadonlyMap<string, readonly string[]> = new Map(
  lines.flatMap(line => {
    const words = line.split(', ')
    return words.map(word => [compactOf(word), words.filter(other => other !== word)] as const)
  }),
)

export function compactOf(text: string): string {
  return foldWholeName(text)
    .map(word => word.text)
    .join('')
}
