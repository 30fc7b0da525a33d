import { useEffect, useState } from 'react'

export type CopyState = 'offer' | 'done' | 'refused'

/** Copies texts, and says for two seconds how that went. */
export function useCopy(): readonly [CopyState, (text: string) => Promise<void>] {
  const [state, setState] = useState<CopyState>('offer')
  useEffect(() => {
    if (state === 'offer') return
    const timer = setTimeout(() => setState('offer'), 2_000)
    return () => clearTimeout(timer)
  }, [state])
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text)
      setState('done')
    } catch {
      // The clipboard is for secure pages only, and a user may refuse it.
      setState('refused')
    }
  }
  return [state, copy]
}
