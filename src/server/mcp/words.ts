/** The language of a tool's answer. Sources are quoted in their own language. */
export type ToolLanguage = 'en' | 'zh'

/** The fixed words of a report, in one language. */
export interface Words {
  /** BCP 47, for labels. */
  readonly tag: 'en' | 'zh-Hans'
  readonly sources: string
  readonly nothing: string
  readonly noQuote: string
  readonly noUrl: string
  readonly leftOut: (count: number) => string
  readonly more: (shown: number, total: number) => string
  readonly disputed: string
  readonly otherwise: string
  readonly hops: (count: number) => string
  readonly formerly: string
  readonly suppliersOf: (label: string) => string
  readonly through: string
  readonly roles: Readonly<Record<string, string>>
  readonly pathsBetween: (from: string, to: string, count: number) => string
  readonly pathsTruncated: string
  readonly crossesConflict: string
  readonly conflictsCount: (count: number) => string
  readonly decided: (by: string, reason: string) => string
  readonly dismissed: (by: string, reason: string) => string
  readonly alike: string
  readonly absent: string
  /** The word for a code of the schema, or for a qualifier. */
  readonly code: (code: string) => string
  /** The word for links to an entity, by their GraphQL field. */
  readonly incoming: (field: string) => string
  readonly confidence: (confidence: number) => string
  readonly counted: (count: number, type: string) => string
  /** The sentence that says which entity a name was resolved to. */
  readonly takenFor: (name: string, entity: string) => string
  readonly nearest: (query: string) => string
  readonly ignored: (words: readonly string[]) => string
  readonly listHint: string
}

export const wordsIn: Readonly<Record<ToolLanguage, Words>> = {
  en: {
    tag: 'en',
    sources: 'Sources',
    nothing: 'Nothing was found.',
    noQuote: 'no quote',
    noUrl: 'no address',
    leftOut: count => `${count} more left out, since the answer would be too long: ask with a larger max_characters.`,
    more: (shown, total) => `Shown: ${shown} of ${total}.`,
    disputed: 'disputed (see the tool conflicts)',
    otherwise: 'also stated',
    hops: count => `${count} ${count === 1 ? 'hop' : 'hops'}`,
    formerly: 'formerly',
    suppliersOf: label => `Regions that feed the supply of ${label}:`,
    through: 'through',
    roles: { SUPPLIER: 'supplier', CONSUMER: 'consumer', MEMBER: 'member, no source says whether it gives or takes' },
    pathsBetween: (from, to, count) => `From ${from} to ${to}: ${count} found.`,
    pathsTruncated: 'There may be more: ask with fewer max_hops or a higher min_confidence.',
    crossesConflict: 'rests on a statement in an open conflict',
    conflictsCount: count => `Conflicts: ${count}`,
    decided: (by, reason) => `decided by ${by}: ${reason}`,
    dismissed: (by, reason) => `all may stand, says ${by}: ${reason}`,
    alike: 'The two views show the same.',
    absent: 'nothing',
    code: code => code,
    incoming: field => field.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`),
    confidence: confidence => `confidence ${confidence}`,
    counted: (count, type) => `${count} of type ${type}`,
    takenFor: (name, entity) => `"${name}" is taken for ${entity}`,
    nearest: query => `Nothing has the name "${query}". Names in it:`,
    ignored: left => `Nothing matches all words, so these were left out: ${left.join(', ')}.`,
    listHint: 'To list or count entities by what they have, use the tool list_entities.',
  },
  zh: {
    tag: 'zh-Hans',
    sources: '出处',
    nothing: '没有找到。',
    noQuote: '无引文',
    noUrl: '无网址',
    leftOut: count => `另有 ${count} 项因篇幅省略：请加大 max_characters 再问。`,
    more: (shown, total) => `显示 ${shown} 项，共 ${total} 项。`,
    disputed: '有争议（见工具 conflicts）',
    otherwise: '另有表述',
    hops: count => `${count} 步`,
    formerly: '曾用',
    suppliersOf: label => `向${label}供给算力的地区：`,
    through: '经由',
    roles: { SUPPLIER: '供给方', CONSUMER: '需求方', MEMBER: '成员，出处未说明供给还是需求' },
    pathsBetween: (from, to, count) => `从 ${from} 到 ${to}：找到 ${count} 条。`,
    pathsTruncated: '可能还有：请减小 max_hops 或提高 min_confidence。',
    crossesConflict: '其中有陈述处于未决冲突',
    conflictsCount: count => `冲突：${count} 个`,
    decided: (by, reason) => `${by} 已裁定：${reason}`,
    dismissed: (by, reason) => `${by} 认为均可成立：${reason}`,
    alike: '两个视角所见相同。',
    absent: '无',
    code: code => chineseCodes[code] ?? code,
    incoming: field => chineseLinks[field] ?? field,
    confidence: confidence => `置信度 ${confidence}`,
    counted: (count, type) => `${type}：共 ${count} 个`,
    takenFor: (name, entity) => `“${name}”理解为 ${entity}`,
    nearest: query => `没有名为“${query}”的实体。其中的名称：`,
    ignored: left => `没有实体与全部字词相符，已略去：${left.join('、')}。`,
    listHint: '要按条件列出或计数，请用工具 list_entities。',
  },
}

/** Codes of the schema, and names of qualifiers, in Chinese. */
const chineseCodes: Readonly<Record<string, string>> = {
  VALUE: '数值',
  DATE: '日期',
  IDENTITY: '身份',
  TRANSLATION: '翻译',
  OPEN: '未决',
  DECIDED: '已裁定',
  DISMISSED: '均可成立',
  EXACT: '全同',
  FACTS: '多项事实',
  FUZZY: '近似',
  INITIALS: '首字母',
  PINYIN: '拼音',
  PREFIX: '前缀',
  WORDS: '部分词',
  OFFICIAL: '正式',
  SHORT: '简称',
  ALIAS: '别名',
  FORMER: '曾用',
  TRANSLITERATION: '音译',
  PLANNED: '规划',
  PROPOSED: '拟议',
  UNDER_CONSTRUCTION: '在建',
  OPERATING: '运行',
  CLOSED: '关闭',
  ABANDONED: '中止',
  DRAFT: '草案',
  IN_FORCE: '施行',
  EXPIRED: '到期',
  REPEALED: '废止',
  SUPPLIER: '供给方',
  CONSUMER: '需求方',
  MEMBER: '成员',
  LEAD: '牵头',
  SHARED: '共同',
  COUNTRY: '国家',
  PROVINCE: '省级',
  PREFECTURE: '地级',
  COUNTY: '县级',
  TOWNSHIP: '乡级',
  AREA: '区域',
  kind: '类型',
  title: '职务',
  role: '角色',
  language: '语言',
}

/** Links that lead to an entity, by their GraphQL field. */
const chineseLinks: Readonly<Record<string, string>> = {
  children: '下级',
  areas: '所含区域',
  corridors: '走廊',
  targets: '目标',
  centres: '算力中心',
  operates: '运营',
  owns: '拥有',
  issued: '发布',
  hosted: '主办',
  officials: '官员',
}
