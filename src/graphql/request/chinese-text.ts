/**
 * The Chinese of a text that GraphQL or Apollo writes of a request; undefined if the text is none of theirs. Names,
 * types and values stay as they are.
 */
export function inChinese(message: string): string | undefined {
  const [, text = '', hint] = /^(.*?)(?: Did you mean (.*)\?)?$/s.exec(message) ?? []
  const translated = translate(text)
  if (translated === undefined) return undefined
  return hint === undefined ? translated : `${translated}您是否想用${hintInChinese(hint)}？`
}

function translate(text: string): string | undefined {
  for (const [pattern, chinese] of texts) {
    const match = pattern.exec(text)
    if (!match) continue
    return chinese
      .replace(/\$(\d)/g, (_, place: string) => match[Number(place)] ?? '')
      .replace(
        /\{(.*)\}$/s,
        // What a value lacks is a text of its own.
        (_, rest: string) => (rest === '' ? '' : (translate(rest.trim()) ?? '')),
      )
  }
  return undefined
}

function hintInChinese(hint: string): string {
  return hint
    .replace(/^the enum values? /, '枚举值 ')
    .replace(/^to use an inline fragment on /, '针对以下类型的内联片段：')
    .replaceAll(', or ', '、')
    .replaceAll(' or ', '、')
    .replaceAll(', ', '、')
}

/** In this order: the first that matches is taken. `{$1}` at the end is a text that is translated in turn. */
const texts: readonly (readonly [RegExp, string])[] = [
  [/^Syntax Error: Expected (.*), found (.*)\.$/s, '语法错误：应为 $1，实为 $2。'],
  [/^Syntax Error: Unexpected single quote character.*$/s, '语法错误：不应使用单引号（\'），请使用双引号（"）。'],
  [/^Syntax Error: Unexpected variable (.*) in constant value\.?$/s, '语法错误：常量值中不能使用变量 $1。'],
  [/^Syntax Error: Unexpected (.*)\.$/s, '语法错误：意外的 $1。'],
  [/^Syntax Error: Unterminated string\.$/, '语法错误：字符串没有结束。'],
  [
    /^Syntax Error: (?:Cannot parse the unexpected character|Invalid character:) (.*?)\.?$/s,
    '语法错误：无法解析字符 $1。',
  ],
  [/^Syntax Error: Invalid number, expected digit but got: (.*)\.$/s, '语法错误：数字无效，应为数字字符，实为 $1。'],
  [
    /^Syntax Error: (?:Invalid Unicode escape sequence|Invalid character escape sequence|Invalid character within String): (.*)\.$/s,
    '语法错误：字符串中有无效的字符或转义：$1。',
  ],
  [
    /^Syntax Error: Document contains more (?:than|that) (\d+) tokens\. Parsing aborted\.$/,
    '语法错误：文档超过 $1 个词法单元，已停止解析。',
  ],
  [/^Syntax Error.*$/s, '语法错误。'],
  [/^Cannot query field ("[^"]*") on type ("[^"]*")\.$/s, '类型 $2 没有字段 $1。'],
  [/^Unknown argument ("[^"]*") on field ("[^"]*")\.$/s, '字段 $2 没有参数 $1。'],
  [/^Unknown argument ("[^"]*") on directive ("[^"]*")\.$/s, '指令 $2 没有参数 $1。'],
  [/^Unknown type ("[^"]*")\.$/s, '不存在类型 $1。'],
  [/^Unknown directive ("[^"]*")\.$/s, '不存在指令 $1。'],
  [/^Directive ("[^"]*") may not be used on (.*)\.$/s, '指令 $1 不能用于 $2。'],
  [/^Unknown fragment ("[^"]*")\.$/s, '不存在片段 $1。'],
  [/^Unknown operation named ("[^"]*")\.$/s, '不存在操作 $1。'],
  [/^Must provide operation name if query contains multiple operations\.$/, '文档有多个操作：请指明其中一个。'],
  [/^This anonymous operation must be the only defined operation\.$/, '匿名操作必须是文档中唯一的操作。'],
  [/^The ("[^"]*"|schema) definition is not executable\.$/s, '定义 $1 不可执行：文档只能有操作和片段。'],
  [
    /^Fragment ("[^"]*") cannot condition on non composite type ("[^"]*")\.$/s,
    '片段 $1 不能以 $2 为条件：它不是对象、接口或联合类型。',
  ],
  [
    /^Fragment cannot condition on non composite type ("[^"]*")\.$/s,
    '片段不能以 $1 为条件：它不是对象、接口或联合类型。',
  ],
  [/^Cannot spread fragment ("[^"]*") within itself.*\.$/s, '片段 $1 不能包含自身。'],
  [/^Fragment ("[^"]*") is never used\.$/s, '片段 $1 没有被使用。'],
  [
    /^Fragment ("[^"]*") cannot be spread here as objects of type ("[^"]*") can never be of type ("[^"]*")\.$/s,
    '片段 $1 不能用在此处：$2 类型的对象不可能是 $3 类型。',
  ],
  [
    /^Fragment cannot be spread here as objects of type ("[^"]*") can never be of type ("[^"]*")\.$/s,
    '片段不能用在此处：$1 类型的对象不可能是 $2 类型。',
  ],
  [/^Variable ("[^"]*") is not defined.*\.$/s, '变量 $1 没有定义。'],
  [/^Variable ("[^"]*") is never used.*\.$/s, '变量 $1 没有被使用。'],
  [/^Variable ("[^"]*") cannot be non-input type ("[^"]*")\.$/s, '变量 $1 的类型不能是 $2：它不是输入类型。'],
  [
    /^Variable ("[^"]*") of type ("[^"]*") used in position expecting type ("[^"]*")\.$/s,
    '变量 $1 的类型为 $2，此处需要 $3。',
  ],
  [/^Variable ("[^"]*") of required type ("[^"]*") was not provided\.$/s, '没有给出变量 $1，其类型 $2 为必需。'],
  [/^Variable ("[^"]*") of non-null type ("[^"]*") must not be null\.$/s, '变量 $1 的类型为 $2，不能为 null。'],
  [/^Variable ("[^"]*") got invalid value (.*?)( at "[^"]*")?; (.*)$/s, '变量 $1 的值 $2 无效$3：{$4}'],
  [/^Fields ("[^"]*") conflict because .*$/s, '字段 $1 的多次选择互相冲突：请使用不同的别名。'],
  [
    /^Field ("[^"]*") argument ("[^"]*") of type ("[^"]*") is required, but it was not provided\.$/s,
    '字段 $1 缺少必需的参数 $2（类型 $3）。',
  ],
  [
    /^Directive ("[^"]*") argument ("[^"]*") of type ("[^"]*") is required, but it was not provided\.$/s,
    '指令 $1 缺少必需的参数 $2（类型 $3）。',
  ],
  [/^Argument ("[^"]*") of (?:required|non-null) type ("[^"]*").*$/s, '参数 $1（类型 $2）为必需，不能为空。'],
  [/^Argument ("[^"]*") has invalid value (.*)\.$/s, '参数 $1 的值 $2 无效。'],
  [
    /^Field ("[^"]*") must not have a selection since type ("[^"]*") has no subfields\.$/s,
    '字段 $1 不能再选择子字段：类型 $2 没有子字段。',
  ],
  [/^Field ("[^"]*") of type ("[^"]*") must have a selection of subfields\.$/s, '字段 $1（类型 $2）必须选择子字段。'],
  [
    /^(?:Subscription ("[^"]*")|Anonymous Subscription) must select only one top level field\.$/s,
    '订阅 $1 只能选择一个顶层字段。',
  ],
  [
    /^(?:Subscription ("[^"]*")|Anonymous Subscription) must not select an introspection top level field\.$/s,
    '订阅 $1 不能选择内省字段。',
  ],
  [/^There can be only one (.*?) named ("[^"]*")\.$/s, '名称 $2 只能出现一次。'],
  [/^The directive ("[^"]*") can only be used once at this location\.$/s, '指令 $1 在此处只能使用一次。'],
  [/^Expected value of type ("[^"]*"), found (.*?); (.*)$/s, '此处需要类型 $1 的值，实为 $2：{$3}'],
  [/^Expected value of type ("[^"]*"), found (.*)\.$/s, '此处需要类型 $1 的值，实为 $2。'],
  [/^Expected type ("[^"]*")\. ?(.*)$/s, '此处需要类型 $1 的值。{$2}'],
  [/^Expected type ("[^"]*") to be an object\.$/s, '类型 $1 的值必须是对象。'],
  [/^Expected non-nullable type ("[^"]*") not to be null\.$/s, '类型 $1 的值不能为 null。'],
  [/^Field ("[^"]*") of required type ("[^"]*") was not provided\.$/s, '没有给出字段 $1，其类型 $2 为必需。'],
  [/^Field ("[^"]*") is not defined by type ("[^"]*")\.$/s, '类型 $2 没有字段 $1。'],
  [/^Field ("[^"]*") must be non-null\.$/s, '字段 $1 不能为 null。'],
  [
    /^(?:Within OneOf Input Object type|OneOf Input Object|Exactly one key must be specified for OneOf type) ?("[^"]*").*$/s,
    '类型 $1 须且只能给出一个字段。',
  ],
  [/^Value ("[^"]*") does not exist in ("[^"]*") enum\.$/s, '枚举 $2 没有值 $1。'],
  [/^Enum ("[^"]*") cannot represent (?:non-enum|non-string) value: (.*)\.$/s, '枚举 $1 没有值 $2。'],
  [/^Int cannot represent non 32-bit signed integer value: (.*)$/s, 'Int 只能是 32 位整数，实为 $1。'],
  [/^(\w+) cannot represent (?:a |an )?(?:non[- ]\w.*?|value)(?: value)?: (.*)$/s, '$1 不能表示此值：$2。'],
  [/^(.*) is not an EDTF date or interval.*$/s, '$1 不是 EDTF 日期或区间，例如 2025、2024-07~、2024-35、2024/2026。'],
  [/^(.*) is not a day, such as.*$/s, '$1 不是日期，例如 2024-07-04。'],
  [/^(.*) is not an RFC 3339 instant.*$/s, '$1 不是 RFC 3339 时刻，例如 2024-07-04T09:30:00Z。'],
  [
    /^(.*) is not a decimal number in a text.*$/s,
    '$1 不是文本形式的十进制数，例如 "45" 或 "0.5"；JSON 数字最多 15 位。',
  ],
  [/^(.*) is not a BCP 47 language tag.*$/s, '$1 不是 BCP 47 语言标签，例如 zh-Hans 或 en。'],
  [/^(.*) is not an absolute address\.$/s, '$1 不是绝对地址。'],
  [/^Maximum introspection depth exceeded$/, '内省查询嵌套过深。'],
  [/^This server does not tell its schema\.$/, '此服务器不公开模式。'],
  [/^The document has no operation ("[^"]*")\.$/s, '文档没有名为 $1 的操作。'],
  [/^The document has several operations: name one\.$/, '文档有多个操作：请指明其中一个。'],
  [
    /^GraphQL operations must contain a non-empty `query`.*$/s,
    'GraphQL 请求须有非空的 `query`，或 `persistedQuery` 扩展。',
  ],
  [/^The message has no `query`\.$/, '消息没有 `query`。'],
  [/^Unsupported version of persistedQuery: use 1\.$/, '不支持此版本的 persistedQuery：请使用 1。'],
  [/^Unsupported persisted query version$/, '不支持此版本的 persistedQuery：请使用 1。'],
  [
    /^(?:The sha256Hash is not the hash of the query\.|provided sha does not match query)$/,
    'sha256Hash 与查询的哈希不符。',
  ],
  [
    /^`?(\w+)`? in a POST body should be provided as an object, not a recursively JSON-encoded string\.$/s,
    '请求体中的 `$1` 应为对象，而不是再次编码的 JSON 字符串。',
  ],
  [/^`?(\w+)`? in a POST body must be an object if provided\.$/s, '请求体中的 `$1` 必须是对象。'],
  [/^The `?(\w+)`? search parameter contains invalid JSON\.$/s, '地址参数 `$1` 不是有效的 JSON。'],
  [/^The `?(\w+)`? search parameter should contain a JSON-encoded object\.$/s, '地址参数 `$1` 必须是 JSON 对象。'],
  [/^`operationName` in a POST body must be a string if provided\.$/s, '请求体中的 `operationName` 必须是文本。'],
  [/^GraphQL queries must be strings\..*$/s, '`query` 必须是文本。'],
  [/^GET requests may not have a content-type.*$/s, 'GET 请求不能带 application/json 以外的 content-type。'],
  [/^Apollo server received an operation that uses incremental delivery.*$/s, '此服务器不支持 @defer 和 @stream。'],
  [/^The '(\w+)' search parameter may only be specified once\.$/s, '地址参数 `$1` 只能给出一次。'],
  [/^POST body missing.*$/s, '缺少 JSON 请求体，或其中没有内容。'],
  [/^GET requests only support query operations.*$/s, 'GET 只支持查询：变更请用 POST 发送。'],
  [/^Operation batching disabled\.$/, '不支持批量操作：请逐个发送。'],
  [
    /^An 'accept' header was provided.*$/s,
    'accept 标头不接受此端点的任何媒体类型：请使用 application/json 或 application/graphql-response+json。',
  ],
]
