/** Dark or light, if the reader has chosen one; else what the system says. */
const key = 'suanli-theme'

export function restoreTheme(): void {
  const kept = read()
  if (kept) document.documentElement.dataset.theme = kept
}

export function setTheme(theme: 'dark' | 'light'): void {
  document.documentElement.dataset.theme = theme
  try {
    localStorage.setItem(key, theme)
  } catch {
    // Storage may be off; the choice then lasts until the page is left.
  }
}

export const isDark = (): boolean => {
  const { theme } = document.documentElement.dataset
  return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
}

function read(): 'dark' | 'light' | undefined {
  try {
    const kept = localStorage.getItem(key)
    return kept === 'dark' || kept === 'light' ? kept : undefined
  } catch {
    return undefined
  }
}
