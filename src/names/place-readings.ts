/**
 * Places that are read otherwise than their characters are in ordinary words: 黄陂 huángpí, 单县 shànxiàn. They are the
 * divisions of China to which CC-CEDICT (MDBG and its contributors, CC BY-SA 4.0; sets/cn-counties/cedict.csv and
 * seeds/cn-regions/cedict.csv) gives another reading than pinyin-pro does. Where the bare name is an ordinary word too
 * (天台, a roof terrace), the entry is the name with its kind (天台县).
 */
const places = `
  乐亭 lào tíng, 襄都 xiāng dū, 信都区 xìn dū qū, 任泽 rén zé, 望都县 wàng dū xiàn, 蠡县 lǐ xiàn, 蔚县 yù xiàn,
  任丘 rén qiū, 大城县 dà chéng xiàn, 繁峙 fán shì, 尧都 yáo dū, 洪洞 hóng tóng, 昆都仑 kūn dū lún,
  克什克腾 kè shí kè téng, 喀喇沁 kā lǎ qìn, 扎鲁特 zā lǔ tè, 商都 shāng dū, 阿巴嘎 ā bā gā, 图们 tú mén,
  珲春 hún chūn, 嘉荫 jiā yīn, 穆棱 mù líng, 绥棱 suí líng, 闵行 mǐn háng, 六合区 lù hé qū, 相城 xiàng chéng,
  盐都 yán dū, 江都 jiāng dū, 乐清 yuè qīng, 天台县 tiān tāi xiàn, 莲都 lián dū, 蚌山 bèng shān,
  相山 xiàng shān, 歙县 shè xiàn, 涡阳 guō yáng, 闽侯 mǐn hòu, 都昌 dū chāng, 宁都 níng dū, 于都 yú dū,
  新干县 xīn gàn xiàn, 万载 wàn zài, 槐荫 huái yīn, 乐陵 lào líng, 单县 shàn xiàn, 殷都 yīn dū, 浚县 xùn xiàn,
  华龙区 huà lóng qū, 魏都 wèi dū, 召陵 shào líng, 泌阳 bì yáng, 黄陂 huáng pí, 西塞山 xī sài shān,
  监利 jiàn lì, 曾都 zēng dū, 新晃 xīn huǎng, 花都 huā dū, 斗门 dǒu mén, 高要区 gāo yāo qū, 大埔 dà bù,
  覃塘 tán táng, 都安 dū ān, 丰都 fēng dū, 新都区 xīn dū qū, 什邡 shí fāng, 犍为 qián wèi,
  夹江县 jiā jiāng xiàn, 阆中 làng zhōng, 色达县 shǎi dá xiàn, 都匀 dū yún, 三都 sān dū, 牟定 móu dìng,
  曲水县 qǔ shuǐ xiàn, 萨嘎 sà gā, 秦都 qín dū, 吴堡 wú bǔ, 民乐县 mín lè xiàn, 阿克塞 ā kè sài,
  武都区 wǔ dū qū, 称多县 chèn duō xiàn, 都兰 dū lán, 水磨沟区 shuǐ mò gōu qū, 尉犁 yù lí, 乌什 wū shí,
  阿图什 ā tú shí, 喀什 kā shí, 麦盖提 mài gě tí, 塔什库尔干 tǎ shí kù ěr gān, 廊坊 láng fáng,
  葫芦岛 hú lú dǎo, 台州 tāi zhōu, 济宁 jǐ níng`

/** The readings by word, each a row of syllables with tone marks. */
export function placeReadings(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    places
      .trim()
      .split(/,\s+/)
      .map(entry => [entry.slice(0, entry.indexOf(' ')), entry.slice(entry.indexOf(' ') + 1)]),
  )
}
