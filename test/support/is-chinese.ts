/** Whether a text is Chinese apart from names, values and codes: it has no two English words side by side. */
export function isChineseText(text: string): boolean {
  const prose = text
    .replace(/`[^`]*`/g, '')
    .replace(/"[^"]*"/g, '')
    .replace(/“[^”]*”/g, '')
    .replace(/\{[^}]*\}/g, '')
  return (
    /\p{Script=Han}/u.test(text) &&
    !/[a-z]{2,} [a-z]{2,}/i.test(prose.replace(/Reconciliation Service API|JSON Web Key Set|JSON Lines/g, ''))
  )
}
