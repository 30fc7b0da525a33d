import { useEffect, useState } from 'react'
import type { TypedDocumentString } from '../generated/graphql.js'
import { client } from './client.js'

interface Page<Node> {
  readonly totalCount: number
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly nodes: readonly Node[]
}

/** The pages of a list, one after the other; throws what the server answers. */
export async function* readPages<Result, Node>(
  document: TypedDocumentString<Result, never>,
  variables: Readonly<Record<string, unknown>>,
  pageOf: (result: Result) => Page<Node>,
): AsyncGenerator<Page<Node>> {
  let after: string | null = null
  do {
    const { data, error } = await ask<Result>(document.toString(), { ...variables, ...(after !== null && { after }) })
    if (error || !data) throw error ?? new Error('the answer is empty')
    const page = pageOf(data)
    yield page
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  } while (after !== null)
}

const ask = <Result>(text: string, variables: object) => client.query<Result>(text, variables).toPromise()

export interface AllRead<Node> {
  readonly nodes: readonly Node[]
  readonly total: number
}

/** A list that grows page by page until it is whole or has `most` items; undefined until its first page is there. 0: none. */
export function useAllPages<Result, Node>(
  document: TypedDocumentString<Result, never>,
  variables: Readonly<Record<string, unknown>>,
  pageOf: (result: Result) => Page<Node>,
  most: number,
): AllRead<Node> | undefined {
  const [read, setRead] = useState<AllRead<Node>>()
  const key = JSON.stringify(variables)
  // biome-ignore lint/correctness/useExhaustiveDependencies: variables with equal content are equal.
  useEffect(() => {
    if (most === 0) return
    let isWanted = true
    const readAll = async () => {
      const nodes: Node[] = []
      for await (const page of readPages(document, variables, pageOf)) {
        if (!isWanted) return
        nodes.push(...page.nodes)
        setRead({ nodes: [...nodes], total: page.totalCount })
        if (nodes.length >= most) return
      }
    }
    // What was read stays; the page says why its own document failed.
    readAll().catch(() => {})
    return () => {
      isWanted = false
    }
  }, [key, most])
  return read
}
