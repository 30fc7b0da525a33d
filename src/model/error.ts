import { errors, type requestErrors } from './catalogues/error-catalogue.js'

export type ErrorCode = keyof typeof errors

/** Every code that a client or a user can meet. */
export type AnyErrorCode = ErrorCode | keyof typeof requestErrors

/** Languages of error texts. */
export type ErrorLanguage = 'en' | 'zh'

/** A text in the languages of error texts. */
export type ErrorTexts = Readonly<Record<ErrorLanguage, string>>

type Fields = Readonly<Record<string, string | number>>

/**
 * A failure with a code that callers may rely on. Its message is the code's text in English, without database text,
 * stack or internal path. A field whose name ends in `Zh` is the Chinese of the field without that ending.
 */
export class SuanliError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly fields: Fields = {},
    options?: ErrorOptions,
  ) {
    super(errorText(code, fields, 'en'), options)
    this.name = 'SuanliError'
  }

  /** The message in the language. */
  textIn(language: ErrorLanguage): string {
    return language === 'en' ? this.message : errorText(this.code, this.fields, language)
  }

  /** The code, and the details that a client needs to write a text of its own or to correct the request. */
  get extensions(): Fields {
    const details = detailNames.flatMap(name => {
      const value = this.fields[name]
      return value === undefined ? [] : [[name, value] as const]
    })
    return { code: this.code, ...Object.fromEntries(details) }
  }
}

/** The text of a code, filled from the fields. */
export function errorText(code: ErrorCode, fields: Fields, language: ErrorLanguage): string {
  const isChinese = language === 'zh'
  const filled = (name: string) => {
    const value = String(fields[name] ?? '')
    return isChinese ? String(fields[`${name}Zh`] ?? chineseFields.get(value) ?? value) : value
  }
  const text = (isChinese ? errors[code].zh : errors[code].text).replace(/\{(\w+)\}/g, (_, name: string) =>
    filled(name),
  )
  const { suggestion } = fields
  if (suggestion === undefined) return text
  return text + (isChinese ? `您是否想用“${suggestion}”？` : ` Did you mean "${suggestion}"?`)
}

/** The fields that clients receive besides the text. */
const detailNames = ['argument', 'seen', 'min', 'max', 'suggestion', 'seconds'] as const

/** The Chinese of fields that take one of few English values. */
/** A map: a client may send `__proto__`. */
const chineseFields: ReadonlyMap<string, string> = new Map(
  Object.entries({
    entity: '实体',
    'entity type': '实体类型',
    statement: '陈述',
    conflict: '冲突',
    release: '发布版',
    source: '来源',
    edition: '版本',
    language: '语言',
    dataset: '数据集',
    property: '属性',
    link: '关联',
    'edition in the language': '该语言的版本',
    'this client': '此客户端',
    'this server': '此服务器',
    '.': '。',
    'This request needs a token': '此请求需要令牌',
    'Reading needs a token': '读取需要令牌',
    'reader or curator': 'reader 或 curator',
    'The token has expired': '令牌已过期',
  }),
)
