import { describe, expect, it } from '@jest/globals'
import { citations } from '../../../src/explorer/parts/citation.js'

describe('a citation', () => {
  const reading = { edition: 'revision 3', url: 'https://a.example/entity/region/x', accessed: '2026-11-30' }
  const [text, bibTex, csl] = citations({ id: 'region/x', title: 'Ulanqab & {co}', ...reading }, 'Text').map(
    each => each.text,
  )

  it('says in each form what was read, in what state, and when', () => {
    expect(text).toBe(
      'Ulanqab & {co} (region/x). suanli 算力, revision 3. https://a.example/entity/region/x (2026-11-30).',
    )
    expect(bibTex).toContain('urldate      = {2026-11-30}')
    expect(JSON.parse(csl ?? '')).toMatchObject([
      { title: 'Ulanqab & {co}', accessed: { 'date-parts': [[2026, 11, 30]] } },
    ])
  })

  it('has no sign that means something to TeX', () => {
    expect(bibTex).toContain('{Ulanqab \\& co}')
  })
})
