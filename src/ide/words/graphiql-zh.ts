/** What GraphiQL says in English only, in Chinese. Its names of schema, tabs and operations are left as they are. */
export const texts: Readonly<Record<string, string>> = {
  // The tools on the left
  'Documentation Explorer': '文档',
  History: '历史记录',
  'GraphiQL Explorer': '查询生成器',
  'Open short keys dialog': '键盘快捷键',
  'Open settings dialog': '设置',
  // The editors
  'Editor Commands': '编辑命令',
  'Operation Editor': '操作编辑器',
  Variables: '变量',
  Headers: '请求头',
  'Show editor tools': '显示变量和请求头',
  'Hide editor tools': '隐藏变量和请求头',
  'Result Window': '结果',
  'New tab': '新建标签页',
  'Close Tab': '关闭标签页',
  'Select active operation': '选择标签页',
  // Keys
  'Short Keys': '键盘快捷键',
  'Short Key': '快捷键',
  Function: '功能',
  'This modal provides a list of available keyboard shortcuts and their functions.': '键盘快捷键及其功能。',
  'Execute query': '运行查询',
  'Open the Command Palette (you must have focus in the editor)': '打开命令面板（光标须在编辑器中）',
  'Prettify editors': '整理格式',
  'Copy query': '复制查询',
  'Re-fetch schema using introspection': '重新读取模式',
  'Search in documentation': '在文档中搜索',
  'Search in editor': '在编辑器中搜索',
  'Merge fragments definitions into operation definition': '将片段并入操作',
  'This Graph': '本 Graph',
  'QL editor uses': 'QL 编辑器采用',
  'Monaco editor shortcuts': 'Monaco 编辑器的快捷键',
  ', with keybindings similar to VS Code. See the full list of shortcuts for': '，与 VS Code 相近。全部快捷键见：',
  or: '或',
  'Close dialog': '关闭',
  // Settings
  Settings: '设置',
  'This modal lets you adjust header persistence, interface theme, and clear local storage.':
    '在此设置是否保存请求头、界面主题，以及清除本地数据。',
  'Persist headers': '保存请求头',
  'Save headers upon reloading.': '重新载入页面时保留请求头。',
  'Only enable if you trust this device.': '仅在信任此设备时启用。',
  On: '开',
  Off: '关',
  Theme: '主题',
  'Adjust how the interface appears.': '调整界面外观。',
  System: '跟随系统',
  Light: '浅色',
  Dark: '深色',
  'Clear storage': '清除本地数据',
  'Remove all locally stored data and start fresh.': '删除保存在本地的全部数据，重新开始。',
  'Clear data': '清除数据',
  'Cleared data': '已清除',
  Failed: '失败',
  // Documentation
  Docs: '文档',
  'Error fetching schema': '读取模式失败',
  'No GraphQL schema available': '没有可用的 GraphQL 模式',
  'No results found': '没有找到',
  'Other results': '其他结果',
  'Root Types': '根类型',
  'All Schema Types': '全部类型',
  Type: '类型',
  Fields: '字段',
  Arguments: '参数',
  Directives: '指令',
  Implements: '实现的接口',
  Implementations: '实现此接口的类型',
  'Possible Types': '可能的类型',
  'Enum Values': '枚举值',
  Deprecated: '已弃用',
  // History
  Clear: '清除',
  Cleared: '已清除',
  'Failed to Clear': '清除失败',
  Save: '保存',
  'Type a label': '输入名称',
  'Set active': '打开',
  'Edit label': '修改名称',
  'Add favorite': '收藏',
  'Remove favorite': '取消收藏',
  'Delete from history': '从历史记录中删除',
}

/** Texts with a name or a key in them. */
export const patterns: readonly (readonly [RegExp, (rest: string) => string])[] = [
  [/^Show (.+)$/, rest => `显示${inChinese(rest)}`],
  [/^Hide (.+)$/, rest => `隐藏${inChinese(rest)}`],
  [/^Search (.+)\.\.\.$/, rest => `搜索${inChinese(rest)}……`],
  [/^Go back to (.+)$/, rest => `返回${inChinese(rest)}`],
  [/^Execute query \((.+)\)$/, rest => `运行查询（${rest}）`],
  [/^Stop query \((.+)\)$/, rest => `停止查询（${rest}）`],
  [/^Prettify query \((.+)\)$/, rest => `整理格式（${rest}）`],
  [/^Merge fragments into query \((.+)\)$/, rest => `将片段并入查询（${rest}）`],
  [/^Copy query \((.+)\)$/, rest => `复制查询（${rest}）`],
  [/^Re-fetch GraphQL schema \((.+)\)$/, rest => `重新读取模式（${rest}）`],
]

/** A text of GraphiQL in Chinese; the text itself if there is none. */
export function inChinese(text: string): string {
  const known = texts[text]
  if (known !== undefined) return known
  for (const [pattern, write] of patterns) {
    const rest = pattern.exec(text)?.[1]
    if (rest !== undefined) return write(rest)
  }
  return text
}
