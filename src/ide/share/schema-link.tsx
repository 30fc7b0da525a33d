import { useState } from 'react'
import { useOpenTab } from '../request/open-tab.js'
import { at } from '../request/server-path.js'
import { words } from '../words/words.js'

/** Downloads the schema. A link sends no token: with one, the page asks for the schema itself. */
export function SchemaLink() {
  const { headers } = useOpenTab()
  const [problem, setProblem] = useState('')
  const download = async (authorization: string) => {
    try {
      const response = await fetch(at('/schema.graphql'), { headers: { authorization } })
      if (!response.ok) throw new Error(words.status.http(response.status))
      offer(await response.blob())
      setProblem('')
    } catch (fault) {
      setProblem(words.schema.failed(fault instanceof Error ? fault.message : String(fault)))
    }
  }
  return (
    <>
      <a
        className="ide-link"
        href={at('/schema.graphql')}
        download="schema.graphql"
        title={words.schema.help}
        onClick={event => {
          if (headers.authorization === undefined) return
          event.preventDefault()
          void download(headers.authorization)
        }}
      >
        {words.schema.link}
      </a>
      {problem !== '' && <span role="alert">{problem}</span>}
    </>
  )
}

function offer(content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = 'schema.graphql'
  link.click()
  URL.revokeObjectURL(url)
}
