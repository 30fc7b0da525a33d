/**
 * Every failure that a client or a user can meet: a stable code, the HTTP status of a request that fails with it, and a
 * text in English and in Chinese that says what is wrong and what to do. `{name}` is filled from the error's fields.
 */
export const errors = {
  BAD_USER_INPUT: { status: 200, text: '{problem}', zh: '{problem}' },
  NOT_IN_ONTOLOGY: {
    status: 200,
    text: 'There is no {what} "{seen}"{hint}',
    zh: '不存在{what}“{seen}”{hint}',
  },
  UNIT_MISMATCH: {
    status: 200,
    text: 'Cannot convert {from} to {to}: {from} measures {fromKind}, {to} measures {toKind}.',
    zh: '{from} 无法换算为 {to}：前者度量 {fromKind}，后者度量 {toKind}。',
  },
  VIEW_INVALID: {
    status: 400,
    text: 'The view in `{argument}` is not valid: {problem}.',
    zh: '`{argument}` 中的视图无效：{problem}。',
  },
  INVALID_CURSOR: {
    status: 200,
    text: 'The cursor "{cursor}" does not belong to this list: use an `endCursor` or `startCursor` of the same field.',
    zh: '游标“{cursor}”不属于此列表：请使用同一字段返回的 `endCursor` 或 `startCursor`。',
  },
  CURSOR_EXPIRED: {
    status: 200,
    text: 'The cursor "{cursor}" is not from this store, or the store was rebuilt. Discard the copy, read without `after`, and continue from there.',
    zh: '游标“{cursor}”不是此存储给出的，或存储已重建。请丢弃副本，不带 `after` 重新读取，再由此继续。',
  },
  PAGE_TOO_LARGE: {
    status: 200,
    text: '`{argument}: {seen}` is more than the maximum of {max}: request up to {max} at once{further}.',
    zh: '`{argument}: {seen}` 超过上限 {max}：每次最多请求 {max} 条{further}。',
  },
  QUERY_TOO_DEEP: {
    status: 400,
    text: 'The query nests deeper than {max} fields: request less at once, and continue with the ids.',
    zh: '查询嵌套超过 {max} 层：请减少单次请求的层数，再用返回的 id 继续查询。',
  },
  TOO_MANY_ALIASES: {
    status: 400,
    text: 'The query has more than {max} aliases: split it.',
    zh: '查询的别名超过 {max} 个：请拆分查询。',
  },
  TOO_MANY_ROOT_FIELDS: {
    status: 400,
    text: 'The operation has more than {max} root fields: split it, or request many ids at once with `nodes`.',
    zh: '操作的根字段超过 {max} 个：请拆分，或用 `nodes` 一次请求多个 id。',
  },
  QUERY_TOO_COSTLY: {
    status: 400,
    text: 'The query may compute {cost} fields, and the maximum is {max}; {hint}',
    zh: '查询可能需计算 {cost} 个字段，上限为 {max}；{hint}',
  },
  UNAUTHENTICATED: {
    status: 401,
    text: '{problem}: send a valid token: `Authorization: Bearer ...`.',
    zh: '{problem}：请发送有效的令牌：`Authorization: Bearer ...`。',
  },
  FORBIDDEN: {
    status: 403,
    text: 'This request needs the role {role}, which the token does not have.',
    zh: '此请求需要角色 {role}，而令牌没有该角色。',
  },
  ORIGIN_REFUSED: {
    status: 403,
    text: '/mcp refuses the {seen}: list the origins of web pages that may use it in SUANLI_MCP_ORIGINS.',
    zh: '/mcp 拒绝 {seen}：请在 SUANLI_MCP_ORIGINS 中列出允许使用它的网页来源。',
  },
  KEYS_UNAVAILABLE: {
    status: 503,
    text: 'Cannot load the token verification keys: try again later.',
    zh: '无法加载验证令牌的密钥：请稍后重试。',
  },
  KEYS_UNREADABLE: {
    status: 500,
    text: '{path} is not a JSON Web Key Set (RFC 7517): SUANLI_JWKS must name one, or the address of one.',
    zh: '{path} 不是 JSON Web Key Set（RFC 7517）：SUANLI_JWKS 须指向一个密钥集文件或其地址。',
  },
  SOCKET_NEEDED: {
    status: 400,
    text: 'Subscriptions need a WebSocket: connect to ws /graphql with the protocol graphql-transport-ws.',
    zh: '订阅需要 WebSocket：请以 graphql-transport-ws 协议连接 ws /graphql。',
  },
  TOO_MANY_SOCKETS: {
    status: 429,
    text: 'WebSocket limit of {whose} reached ({max}): close one, or run more operations on each.',
    zh: '{whose}的 WebSocket 数已达上限（{max}）：请关闭一个，或在每个连接上运行更多操作。',
  },
  TOO_MANY_OPERATIONS: {
    status: 429,
    text: 'Operation limit of this WebSocket reached ({max}): complete an operation, or open another WebSocket.',
    zh: '此 WebSocket 上的操作数已达上限（{max}）：请先结束一个操作，或另开一个 WebSocket。',
  },
  STOPPING: {
    status: 503,
    text: 'The server is shutting down: retry shortly.',
    zh: '服务器正在关闭：请稍后重试。',
  },
  RATE_LIMITED: {
    status: 429,
    text: 'This client has used its cost limit of {max} a minute: wait {seconds} s, or request less.',
    zh: '此客户端已用完每分钟 {max} 的成本额度：请等待 {seconds} 秒，或减少请求。',
  },
  DOCUMENT_NOT_REGISTERED: {
    status: 400,
    text: 'The document{id} is not registered: {advice}.',
    zh: '文档{id}未注册：{advice}。',
  },
  DOCUMENTS_UNREADABLE: {
    status: 500,
    text: 'SUANLI_DOCUMENTS, {path}: {problem}.',
    zh: 'SUANLI_DOCUMENTS，{path}：{problem}。',
  },
  URL_TOO_LONG: {
    status: 414,
    text: 'The address is longer than {max} characters: POST the query.',
    zh: '地址超过 {max} 个字符：请用 POST 发送查询。',
  },
  BODY_TOO_LARGE: {
    status: 413,
    text: 'The request is longer than {max} bytes: send less at once.',
    zh: '请求超过 {max} 字节：请减少单次发送的内容。',
  },
  ADDRESS_TAKEN: {
    status: 500,
    text: 'Cannot listen at {host}:{port}: {reason}. Set HOST and PORT to others.',
    zh: '无法在 {host}:{port} 上监听：{reason}。请改用其他 HOST 和 PORT。',
  },
  STORE_UNAVAILABLE: {
    status: 503,
    text: '{store} cannot be reached: {reason}',
    zh: '无法访问 {store}：{reason}',
  },
  STORE_REFUSED: {
    status: 503,
    text: '{store} refused the login: check NEO4J_USER and NEO4J_PASSWORD.',
    zh: '{store} 拒绝登录：请检查 NEO4J_USER 和 NEO4J_PASSWORD。',
  },
  STORE_ADDRESS: {
    status: 500,
    text: '"{address}" is not an address of a store: give a folder, or neo4j://, neo4j+s://, bolt://, bolt+s:// with host and port.',
    zh: '“{address}”不是存储的地址：请给出文件夹，或带主机和端口的 neo4j://、neo4j+s://、bolt://、bolt+s:// 地址。',
  },
  STORE_MISSING: {
    status: 500,
    text: 'There is no store at {store}: check --store, or import a dataset to create one.',
    zh: '{store} 处没有存储：请检查 --store，或导入数据集以创建存储。',
  },
  STORE_TOO_NEW: {
    status: 500,
    text: '{store} has schema {seen} of a later version; this version supports schema {known}: use the later version.',
    zh: '{store} 的模式 {seen} 来自更新的版本，此版本只支持模式 {known}：请使用更新的版本。',
  },
  IMPORT_RUNNING: {
    status: 409,
    text: 'An import of {datasets} is running ({holder}): wait until it ends. If that process no longer exists, run `suanli import --abandon --force`.',
    zh: '{datasets} 的导入正在进行（{holder}）：请等待其结束。如该进程已不存在，请运行 `suanli import --abandon --force`。',
  },
  IMPORT_UNFINISHED: {
    status: 409,
    text: 'An import of {datasets} was interrupted: run it again to finish it, or `suanli import --abandon` to undo it.',
    zh: '{datasets} 的导入曾被中断：请重新运行以完成导入，或用 `suanli import --abandon` 撤销。',
  },
  JOB_UNKNOWN: {
    status: 404,
    text: 'There is no import job {id}: the server keeps the result of an import for {hours} hours, for the curator who started it, until it restarts. `curationLog` lists what was applied.',
    zh: '没有导入任务 {id}：服务器只为发起者保留导入结果 {hours} 小时，重启后不再保留。已应用的更改见 `curationLog`。',
  },
  SCRATCH_UNWRITABLE: {
    status: 503,
    text: 'Cannot write temporary import data to {folder}: {reason}. Nothing was published. Free some space, or set TMPDIR to another folder, and run the import again.',
    zh: '无法将导入的临时数据写入 {folder}：{reason}。未发布任何内容。请腾出空间，或将 TMPDIR 设为其他文件夹，然后重新导入。',
  },
  HISTORY_DIFFERS: {
    status: 409,
    text: 'Revision {number} of the store is of {seen}, in the history of {expected}: import a history into an empty store, or into one whose revisions are a prefix of it.',
    zh: '存储的修订 {number} 时间为 {seen}，历史中为 {expected}：历史只能导入空存储，或修订与其开头一致的存储。',
  },
  HISTORY_CHANGED: {
    status: 409,
    text: '{file} changed while it was read: import it again.',
    zh: '{file} 在读取期间被修改：请重新导入。',
  },
  OUT_TAKEN: {
    status: 409,
    text: '{path} exists already: choose another path. `suanli export --force` replaces a file, or a folder that an export wrote.',
    zh: '{path} 已存在：请选择其他路径。`suanli export --force` 可替换文件，或由导出写成的文件夹。',
  },
  OUT_UNWRITABLE: {
    status: 500,
    text: '{path} cannot be written: {reason}. Nothing was exported.',
    zh: '无法写入 {path}：{reason}。未导出任何内容。',
  },
  NOT_FOUND: { status: 200, text: 'There is no {what} "{id}".', zh: '不存在{what}“{id}”。' },
  ALREADY_MERGED: {
    status: 200,
    text: '"{keep}" and "{merge}" are one entity already.',
    zh: '“{keep}”与“{merge}”已是同一实体。',
  },
  TYPES_DIFFER: {
    status: 200,
    text: '"{keep}" is of type {keepType} and "{merge}" of type {mergeType}: merge entities of one type only.',
    zh: '“{keep}”的类型为 {keepType}，“{merge}”的类型为 {mergeType}：只能合并同一类型的实体。',
  },
  NOT_MERGED: {
    status: 200,
    text: '"{restore}" was not merged into "{id}"{hint}',
    zh: '“{restore}”并未合并到“{id}”{hint}',
  },
  CONFLICT_GONE: {
    status: 200,
    text: 'The conflict "{id}" is closed: its statements were retracted or changed.',
    zh: '冲突“{id}”已关闭：相关陈述已撤回或更改。',
  },
  NOT_DECIDED: {
    status: 200,
    text: 'The conflict "{id}" is open: there is no decision to undo.',
    zh: '冲突“{id}”尚未裁定：没有可撤销的决定。',
  },
  NOT_IN_CONFLICT: {
    status: 200,
    text: 'The statement "{chosen}" is not part of the conflict "{id}": choose one of {statements}.',
    zh: '陈述“{chosen}”不在冲突“{id}”中：请从 {statements} 中选择。',
  },
  ALREADY_RETRACTED: {
    status: 200,
    text: 'The statement "{id}" was retracted already, at {at}.',
    zh: '陈述“{id}”已于 {at} 撤回。',
  },
  NOT_WITHDRAWN: {
    status: 200,
    text: 'No curator has retracted the statement "{id}".',
    zh: '陈述“{id}”未被任何审校者撤回。',
  },
  DATASETS_CLOSED: {
    status: 200,
    text: 'This server does not import datasets by name: set SUANLI_DATASETS to the folder that contains them, or use `suanli import`.',
    zh: '此服务器不支持按名称导入数据集：请将 SUANLI_DATASETS 设为其所在文件夹，或使用 `suanli import`。',
  },
  ZIP_UNREADABLE: {
    status: 400,
    text: 'The body is not a complete zip file: send the folder of a dataset, zipped.',
    zh: '请求体不是完整的 zip 文件：请发送数据集文件夹的 zip 压缩包。',
  },
  ZIP_ENTRY_REFUSED: {
    status: 400,
    text: 'In the zip, {name} {fault}: pack the folder without it. Nothing was kept.',
    zh: 'zip 中的 {name} 不被接受（{fault}）：请去掉它后重新打包。未保留任何内容。',
  },
  ZIP_TOO_LARGE: {
    status: 413,
    text: 'The zip contains more than {what}: split the dataset, or use `suanli import`.',
    zh: 'zip 的内容超过上限（{what}）：请拆分数据集，或使用 `suanli import`。',
  },
  DATASET_MISSING: {
    status: 400,
    text: 'There is no dataset.yaml at the top of the zip, nor in its only folder: zip the folder that contains it.',
    zh: 'zip 的顶层及其唯一的文件夹中都没有 dataset.yaml：请压缩包含它的文件夹。',
  },
  UPLOADS_CLOSED: {
    status: 404,
    text: 'This server does not accept uploads (SUANLI_MAX_UPLOAD_BYTES is 0): use `suanli import`.',
    zh: '此服务器不接受上传（SUANLI_MAX_UPLOAD_BYTES 为 0）：请使用 `suanli import`。',
  },
  UPLOADS_FULL: {
    status: 503,
    text: '{max} uploads wait to be imported, which is the maximum: try again later.',
    zh: '等待导入的上传已达上限（{max}）：请稍后重试。',
  },
  UPLOAD_UNKNOWN: {
    status: 200,
    text: 'You have no upload "{id}" on this server: a server keeps an upload for an hour. Upload it again.',
    zh: '此服务器上没有您的上传“{id}”：上传只在接收它的服务器上保留一小时。请重新上传。',
  },
  EXPORTS_BUSY: {
    status: 503,
    text: 'The server runs {max} exports already, which is the most at once: try again in a minute.',
    zh: '服务器正在运行 {max} 个导出，已达上限：请一分钟后重试。',
  },
  EXPORT_INCOMPLETE: {
    status: 409,
    text: 'The format {format} cannot hold {count} of the statements: use another format, or add `?keepGoing=true` to leave them out.',
    zh: '{format} 格式无法容纳其中 {count} 条陈述：请改用其他格式，或加上 `?keepGoing=true` 略去它们。',
  },
  RELEASE_EXISTS: {
    status: 200,
    text: 'There is a release "{id}" already: choose another title.',
    zh: '发布版“{id}”已存在：请换一个标题。',
  },
  REVISION_STALE: {
    status: 409,
    text: 'The graph has changed since revision {seen} (it is at {newest}): read it again, then decide.',
    zh: '图谱在修订 {seen} 之后已更改（现为 {newest}）：请重新查看后再决定。',
  },
  DATASET_INVALID: {
    status: 200,
    text: '{count} in {datasets}: nothing was applied.',
    zh: '{datasets} 中有 {count}：未应用任何更改。',
  },
  CLIENT_GONE: {
    status: 200,
    text: 'The client disconnected before the answer was ready.',
    zh: '客户端在应答就绪前已断开。',
  },
  SET_UNKNOWN: {
    status: 500,
    text: 'There is no set "{seen}"{hint} `suanli seed` lists them.',
    zh: '没有数据集合“{seen}”{hint} 可用 `suanli seed` 列出。',
  },
  SET_UNREACHABLE: {
    status: 500,
    text: '{set} cannot be fetched from {origin}: {reason}. Nothing was imported. Get its files in another way, and name the folder with --from.',
    zh: '无法从 {origin} 获取 {set}：{reason}。未导入任何内容。请另行取得文件，并用 --from 指定文件夹。',
  },
  SET_CHANGED: {
    status: 500,
    text: '{file} of {set} is not the file that this version knows (SHA-256 {seen}, not {known}){columns}: nothing was imported. Get the file as {origin} had it; or read what is new in it, then put its SHA-256 and its version or commit into {where}.',
    zh: '{set} 的 {file} 与此版本所知的文件不同（SHA-256 为 {seen}，应为 {known}）{columns}：未导入任何内容。请取得 {origin} 当时的文件；或查看新文件的变化，再将其 SHA-256 与版本或提交写入 {where}。',
  },
  SET_LICENCE: {
    status: 500,
    text: '{set} names the licence "{seen}", which is not on the list of open licences: nothing was imported. Leave the set out; or read the terms, and if they let anybody pass the data on, add the licence to src/cli/sets/licences.ts.',
    zh: '{set} 的许可证“{seen}”不在开放许可证清单中：未导入任何内容。请不要使用该集合；或阅读其条款，若允许任何人再分发数据，再将其加入 src/cli/sets/licences.ts。',
  },
  TIMEOUT: {
    status: 200,
    text: 'The request took longer than {ms} ms: request less.',
    zh: '请求超过 {ms} 毫秒：请减少请求的内容。',
  },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    text: 'Internal server error; the log has it as {id}.',
    zh: '服务器内部错误；日志编号为 {id}。',
  },
} as const satisfies Record<string, ErrorKind>

/** Codes of GraphQL, of HTTP and of settings; GraphQL or the reader of settings writes the text of each case, in English. */
export const requestErrors = {
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    text: 'The document is not valid GraphQL syntax; the text names the place.',
    zh: '文档不符合 GraphQL 语法；原文指出位置。',
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    text: 'The document does not match the schema: an unknown field, a wrong type. `suggestion` names the likely intended one.',
    zh: '文档与模式不符：字段未知或类型错误。`suggestion` 给出可能的本意。',
  },
  OPERATION_RESOLUTION_FAILURE: {
    status: 400,
    text: 'The document has no operation with that `operationName`, or several and no name was given.',
    zh: '文档中没有该 `operationName` 的操作，或有多个操作而未指明。',
  },
  BAD_REQUEST: {
    status: 400,
    text: 'The HTTP request breaks a rule of the endpoint; the status and the text say which.',
    zh: 'HTTP 请求违反端点的规则；状态码和原文说明是哪一条。',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 200,
    text: 'The server does not know a document with that hash: send the document with the hash once.',
    zh: '服务器没有该哈希的文档：请将文档与哈希一并发送一次。',
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    status: 200,
    text: 'The server accepts registered documents only, or none by their hash: send the document.',
    zh: '服务器只接受已注册的文档，或不支持按哈希指定文档：请发送文档。',
  },
  SETTING_IMPOSSIBLE: {
    status: 500,
    text: 'A setting of the command or the server has a value that is not allowed.',
    zh: '命令或服务器的某项设置取值不被允许。',
  },
} as const satisfies Record<string, ErrorKind>

interface ErrorKind {
  readonly status: number
  readonly text: string
  readonly zh: string
}
