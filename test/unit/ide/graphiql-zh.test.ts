import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { inChinese, patterns, texts } from '../../../src/ide/words/graphiql-zh.js'

const folders = ['graphiql', '@graphiql/react', '@graphiql/plugin-doc-explorer', '@graphiql/plugin-history']
const source = [...folders, '@graphiql/plugin-explorer']
  .flatMap(name => {
    const folder = `node_modules/${name}/dist`
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.js'))
      .map(file => readFileSync(`${folder}/${file}`, 'utf8'))
  })
  .join('\n')

describe('GraphiQL in Chinese', () => {
  it('has a text for what GraphiQL says, and for nothing that it no longer says', () => {
    const written = (text: string) =>
      [`"${text}"`, `"${text}:`, `${text}:`, `"${text} `, `\`${text} `].some(form => source.includes(form))
    // Put together from "Show" or "Hide" and the rest.
    const isComposed = (text: string) => / editor tools$/.test(text)
    expect(Object.keys(texts).filter(text => !isComposed(text) && !written(text))).toEqual([])
    for (const text of Object.values(texts)) expect(text).toMatch(/\p{Script=Han}/u)
    expect(patterns.length).toBeGreaterThan(0)
  })

  it('keeps names and keys, and leaves alone what it does not know', () => {
    expect(inChinese('Show Documentation Explorer')).toBe('显示文档')
    expect(inChinese('Show 视图')).toBe('显示视图')
    expect(inChinese('Execute query (Ctrl-Enter)')).toBe('运行查询（Ctrl-Enter）')
    expect(inChinese('Search Corridor...')).toBe('搜索Corridor……')
    expect(inChinese('computeCentres')).toBe('computeCentres')
  })
})
