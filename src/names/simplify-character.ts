import table from 'opencc-js/dict/TSCharacters'

/**
 * The simplified form of a traditional character; any other character itself. Character by character, so that what is
 * written and what is looked for come out alike: 乾 of 乾隆 is 干 in both.
 */
export function simplifyCharacter(character: string): string {
  simplified ??= new Map(table.split('|').map(pair => pair.split(' ') as [string, string]))
  return simplified.get(character) ?? character
}

let simplified: ReadonlyMap<string, string> | undefined
