/** The explorer’s languages. */
export type PageLanguage = 'en' | 'zh'

type Title = Readonly<Record<PageLanguage, string>>

/** The fixed pages, with their titles. */
export const fixedPages: Readonly<Record<string, Title>> = {
  '/': { en: 'AI infrastructure, every fact with its source', zh: '人工智能基础设施知识图谱，每一条事实都注明出处' },
  '/search': { en: 'Search', zh: '搜索' },
  '/sources': { en: 'Sources', zh: '来源' },
  '/conflicts': { en: 'Conflicts', zh: '冲突' },
  '/supply': { en: 'Compute supply', zh: '算力供给' },
  '/map': { en: 'Map', zh: '地图' },
  '/timeline': { en: 'Timeline', zh: '时间线' },
  '/targets': { en: 'Targets', zh: '目标' },
  '/graph': { en: 'Graph', zh: '图谱' },
  '/paths': { en: 'Paths', zh: '路径' },
  '/compare': { en: 'Compare views', zh: '对照' },
  '/ontology': { en: 'Ontology', zh: '本体' },
  '/changes': { en: 'Changes', zh: '变更' },
  '/curate': { en: 'Curate', zh: '整理' },
  '/annotate': { en: 'Annotate a text', zh: '标注文本' },
}

/** The pages of one node of the graph: the address is the prefix, then the node’s id. */
export const nodePages = [
  { prefix: '/entity/', types: 'an entity' },
  { prefix: '/statement/', types: 'a statement' },
  { prefix: '/source/', types: 'a source' },
  { prefix: '/conflict/', types: 'a conflict' },
] as const

export type NodePrefix = (typeof nodePages)[number]['prefix']

/** The title of a page for an unknown node. */
export const notFoundTitle: Title = { en: 'Not found', zh: '未找到' }

/** The title of the page for an address with a malformed escape. */
export const malformedTitle: Title = { en: 'The address is malformed', zh: '网址有误' }

export const productName = 'suanli 算力'
