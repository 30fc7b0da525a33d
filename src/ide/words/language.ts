/** The languages of the IDE. */
export type Language = 'en' | 'zh'

const key = 'suanli-ide-language'

/** The language of the page: that of the address (`?lang=zh`), else the one chosen before, else that of the browser. */
export const language: Language =
  languageIn(new URLSearchParams(location.search).get('lang')) ??
  languageIn(kept()) ??
  languageIn(navigator.language) ??
  'en'

/** Loads the page in another language; tabs and the query in the address stay. */
export function switchLanguage(to: Language): void {
  try {
    localStorage.setItem(key, to)
  } catch {
    // Storage may be off; the address says the language then.
  }
  location.search = `lang=${to}`
}

function languageIn(tag: string | null): Language | undefined {
  const [primary] = (tag ?? '').toLowerCase().split('-')
  return primary === 'zh' || primary === 'en' ? primary : undefined
}

function kept(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}
