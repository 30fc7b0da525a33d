/** OpenCC's table of traditional characters: pairs `國 国`, where there are several simplified ones the first, divided by `|`. */
declare module 'opencc-js/dict/TSCharacters' {
  const table: string
  export default table
}
