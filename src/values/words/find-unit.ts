import { multiplyDecimals } from '../decimal.js'
import { foldFigures } from '../text.js'
import { hasNumberFormat, isMoneyKind, type Unit, type UnitKind, unitKindOf } from '../unit.js'
import { readMultiplier } from './numeral.js'

/** A unit as a text names it: so many (`factor`, decimal text) of a unit of the schema. */
export interface NamedUnit {
  readonly unit: Unit
  readonly factor: string
}

/**
 * The unit that a text names, whole: `PFlop/s`, 兆瓦, `P`, 1000 kW for 千千瓦, 10^16 FLOPS for 亿亿次每秒, 1000 cards for
 * `k GPUs`, 10,000 for w卡. Undefined if it names none.
 */
export function findUnit(text: string): NamedUnit | undefined {
  const named = foldFigures(text)
  const spelled = spelledUnit(named)
  if (spelled) return spelled
  const multiplier = readMultiplier(named)
  const multiplied = multiplier && spelledUnit(multiplier.rest.trimStart())
  if (multiplied) return { unit: multiplied.unit, factor: multiplyDecimals(multiplied.factor, multiplier.factor) }
  return lettered(named)
}

/** `k GPUs`, `m yuan`, `w卡`, `W元`. A letter that is a prefix of the SI before a unit of power is no multiplier. */
function lettered(named: string): NamedUnit | undefined {
  const letter = multiplierLetters.exec(named)
  const rest = letter ? spelledUnit(named.slice(letter[0].length)) : undefined
  const factor = letter?.[1] && rest ? letterFactor(letter[1], unitKindOf(rest.unit)) : undefined
  return rest && factor !== undefined ? { unit: rest.unit, factor: multiplyDecimals(rest.factor, factor) } : undefined
}

/**
 * Spellings of units; the first that fits the whole text is taken. A lone P or E is petaflops or exaflops, as Chinese
 * sources on computing write them. `mW` is a thousandth of a watt, and none of these.
 */
const spellings: readonly (readonly [RegExp, Unit, factor?: string])[] = [
  [/^(z\s?(flops?|flops?\/s)|zetta-?\s?(flops?|flops?\/s))$/i, 'ZFLOPS'],
  [/^(个?e|ef|exa|e\s?(flops?|flops?\/s)|exa-?\s?(flops?|flops?\/s))$/i, 'EFLOPS'],
  [/^(个?p|pf|p\s?(flops?|flops?\/s)|peta-?\s?(flops?|flops?\/s))$/i, 'PFLOPS'],
  [/^(tf|t\s?(flops?|flops?\/s)|tera-?\s?(flops?|flops?\/s))$/i, 'TFLOPS'],
  [/^(g\s?(flops?|flops?\/s)|giga-?\s?(flops?|flops?\/s))$/i, 'GFLOPS'],
  [/^(flops?|flops?\/s|次(浮点)?(运算|计算)?(每秒|\/秒|\/s))$/i, 'FLOPS'],
  [/^(e-?ops|exa-?ops)$/i, 'EOPS'],
  [/^(p-?ops|peta-?ops)$/i, 'POPS'],
  [/^(t-?ops|tera-?ops)$/i, 'TOPS'],
  [/^(kw|kilowatts?|千瓦)$/i, 'KW'],
  [/^(MW|Mw|mw|[Mm]ega-?watts?|MEGAWATTS?|兆瓦)$/, 'MW'],
  [/^(gw|gigawatts?|吉瓦)$/i, 'GW'],
  [/^(w|watts?|瓦)$/i, 'W'],
  [/^(kva|千伏安)$/i, 'KVA'],
  [/^(MVA|Mva|兆伏安)$/, 'MVA'],
  [/^(kwh|kilowatt-?\s?hours?|千瓦时|千瓦·时|千瓦小时|度电)$/i, 'KWH'],
  [/^(MWh|MWH|mwh|[Mm]egawatt-?\s?hours?|兆瓦时|兆瓦·时|兆瓦小时)$/, 'MWH'],
  [/^(gwh|gigawatt-?\s?hours?|吉瓦时|吉瓦·时|吉瓦小时)$/i, 'GWH'],
  [/^(twh|terawatt-?\s?hours?|太瓦时)$/i, 'TWH'],
  [/^(mb|mbytes?|megabytes?|兆字节)$/i, 'MB'],
  [/^(gb|gbytes?|gigabytes?|吉字节)$/i, 'GB'],
  // Many makers of cards write GB for this; a source that writes GiB means exactly this.
  [/^(gib|gibibytes?)$/i, 'GB', '1.073741824'],
  [/^(tb|tbytes?|terabytes?|太字节)$/i, 'TB'],
  [/^(tib|tebibytes?)$/i, 'TB', '1.099511627776'],
  [/^(pb|pbytes?|petabytes?|拍字节)$/i, 'PB'],
  [/^(eb|ebytes?|exabytes?|艾字节)$/i, 'EB'],
  [/^(zb|zbytes?|zettabytes?|泽字节)$/i, 'ZB'],
  [/^(Gbps|GBPS|gbps|Gb(it)?\/s|gigabits? per second)$/, 'GBPS'],
  [/^(Tbps|TBPS|tbps|Tb(it)?\/s|terabits? per second)$/, 'TBPS'],
  [/^(ms|msec|milliseconds?|毫秒)$/i, 'MS'],
  [/^(mu|亩)$/i, 'MU'],
  [/^(m\^?2|sqm|sq\.? ?m|square met(re|er)s?|平方米|平米)$/i, 'SQM'],
  [/^(ha|hectares?|公顷)$/i, 'SQM', '10000'],
  [/^(km\^?2|sq\.? ?km|square kilomet(re|er)s?|平方公里|平方千米)$/i, 'SQM', '1000000'],
  [/^(sq\.? ?ft\.?|ft\^?2|square (feet|foot)|平方英尺)$/i, 'SQM', '0.09290304'],
  [/^(acres?|英亩)$/i, 'SQM', '4046.8564224'],
  [/^(cny|rmb|yuan|renminbi|(renminbi|rmb|chinese) yuan|元|圆|元人民币|人民币|人民币元|块钱|(cn|rmb)?¥)$/i, 'CNY'],
  [/^(usd|us\$|\$|(us |u\.s\. |american )?dollars?|美元|美金|美圆|美刀|刀)$/i, 'USD'],
  [/^(hkd|hk\$|hong kong dollars?|港元|港币|港圆)$/i, 'HKD'],
  [/^(eur|€|euros?|欧元)$/i, 'EUR'],
  [/^(jpy|jp¥|(japanese )?yen|日元|日圆|円)$/i, 'JPY'],
  [/^(gbp|£|pounds?( sterling)?|british pounds?|英镑)$/i, 'GBP'],
  [/^(krw|₩|(south )?(korean )?won|韩元|韩币|韩圆)$/i, 'KRW'],
  [/^(twd|ntd|nt\$|new taiwan dollars?|新台币|台币)$/i, 'TWD'],
  [/^(sgd|s\$|singapore dollars?|新加坡元|新元)$/i, 'SGD'],
  [/^(aud|a\$|au\$|australian dollars?|澳元|澳大利亚元)$/i, 'AUD'],
  [/^(cad|c\$|ca\$|canadian dollars?|加元|加拿大元)$/i, 'CAD'],
  [/^(inr|₹|(indian )?rupees?|卢比|印度卢比)$/i, 'INR'],
  [/^(chf|swiss francs?|瑞士法郎|瑞郎)$/i, 'CHF'],
  [/^(myr|(malaysian )?ringgits?|林吉特|马币)$/i, 'MYR'],
  [/^(aed|(uae )?dirhams?|迪拉姆|阿联酋迪拉姆)$/i, 'AED'],
  [/^(sar|(saudi )?riyals?|沙特里亚尔)$/i, 'SAR'],
  [/^((standard )?(racks?|cabinets?)|[个台架]?(标准)?(机架|机柜)|架)$/i, 'RACK'],
  [
    /^((ai |gpu )?((domestic )?(ai )?(accelerator )?cards?|accelerators?)|[张块片枚个]?(gpus?|(国产|高端|高性能|训练|推理)*(gpu|ai|加速|智算|算力)?卡)((智算|算力)?集群|规模)?|张|gpu clusters?|ai chips?|[张块片枚个颗]?(国产)?(ai|gpu|算力|智算|加速|人工智能)芯片)$/i,
    'GPU',
  ],
  [/^(%|percent|per cent|pct\.?|percentage points?|个百分点)$/i, 'PERCENT'],
  [/^(‰|per mille)$/i, 'PERCENT', '0.1'],
  [/^成$/, 'PERCENT', '10'],
  [/^(倍|times)$/i, 'RATIO'],
  [/^count$/i, 'COUNT'],
  [/^ratio$/i, 'RATIO'],
]

/** Words that may follow a unit of compute and add nothing: 1000P算力, `EFLOPS of computing power`, `petaflops AI`. */
const computeWords: readonly RegExp[] = [
  /(?<=.)的?\s?(人工智能|智能|智算|AI)?算力(规模)?$/i,
  /(?<=\S)(\s+of)?(\s+(ai|intelligent|artificial intelligence))?\s+(comput(ing|e|ation(al)?)|processing)(\s+(power|capacity|performance))?$/i,
  /(?<=\S)\s+(of\s+)?ai(\s+performance)?$/i,
  /(?<=\S)\s+of$/i,
]
const beforeCompute = /^(ai|智能|智算)\s*(?=\S)/i

/** The unit and factor that a folded text spells, whole and without what multiplies it. */
function spelledUnit(text: string): NamedUnit | undefined {
  const spelled = find(text)
  if (spelled) return spelled
  for (const words of [...computeWords, beforeCompute]) {
    if (!words.test(text)) continue
    const found = find(text.replace(words, ''))
    if (found && hasNumberFormat(unitKindOf(found.unit))) return found
  }
  return undefined
}

function find(text: string): NamedUnit | undefined {
  for (const [pattern, unit, factor = '1'] of spellings) if (pattern.test(text)) return { unit, factor }
  return undefined
}

/** A letter that multiplies the unit after it: `k GPUs`, `M RMB`, w卡. */
const multiplierLetters = /^(k|w|m|b|t)[\s-]?(?=\S)/i

/**
 * What the letter multiplies a unit of that kind by. `w` is 万, as the Chinese web writes it. The letters of the SI are
 * multipliers of money and of things counted only: 5 k W is a unit of power that somebody wrote with a gap.
 */
export function letterFactor(letter: string, kind: UnitKind): string | undefined {
  const isMoney = isMoneyKind(kind)
  const isCounted = kind === 'gpu' || kind === 'rack' || kind === 'count'
  switch (letter.toLowerCase()) {
    case 'w':
      return isMoney || isCounted || hasNumberFormat(kind) ? '10000' : undefined
    case 'k':
      return isMoney || isCounted ? '1000' : undefined
    case 'm':
      return isMoney || isCounted ? '1000000' : undefined
    case 'b':
      return isMoney ? '1000000000' : undefined
    default:
      return isMoney ? '1000000000000' : undefined
  }
}
