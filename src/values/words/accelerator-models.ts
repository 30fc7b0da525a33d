/** Makers of accelerators, as sources write them before a model. */
const makers = [
  'nvidia',
  '英伟达',
  'amd',
  'intel',
  '英特尔',
  'huawei',
  '华为',
  'ascend',
  '昇腾',
  '升腾',
  'cambricon',
  '寒武纪',
  '思元',
  'hygon',
  '海光',
  'kunlunxin',
  'kunlun',
  '昆仑芯',
  'biren',
  '壁仞',
  'moore threads',
  '摩尔线程',
  'metax',
  '沐曦',
  '曦云',
  'iluvatar',
  '天数智芯',
  '天垓',
  'enflame',
  '燧原',
  't-head',
  '平头哥',
  '含光',
  'google',
  'aws',
]

/** Models that are named without their maker. */
const models = [
  String.raw`(?:GH|GB|[ABHV])\d{2,3}X?|A10G|L\d{1,2}S?`,
  'P(?:4|40|100|800)',
  'T4|K80',
  String.raw`(?:RTX ?)(?:A|PRO )?\d{4}(?: ?(?:Ada|Super|Ti|D))*`,
  String.raw`(?:Instinct )?MI\d{3}[AX]?`,
  String.raw`Gaudi ?\d`,
  '910[A-D]?(?: ?Pro)?',
  String.raw`MLU ?\d{3}`,
  String.raw`DCU(?: ?[KZ]\d{3}L?)?`,
  'BR10[0-9]',
  '(?:MTT ?)?S[345]000',
  String.raw`TPU(?: ?v\d[a-z]?)?`,
  String.raw`Trainium ?\d?|Inferentia ?\d?`,
]

/** SXM5, PCIe, 80GB. */
const variant = String.raw`(?:[ -]?(?:SXM\d?|PCIe|NVL\d*|\d{2,3} ?GB?))*`
const ofMaker = String.raw`(?:(?:${makers.join('|')})[ -]?)+(?:[A-Z]{0,4}[ -]?\d{2,4}[A-Z]{0,3}|${models.join('|')})?`
const model = new RegExp(
  String.raw`^(?:[张块片枚个颗卡]|[x×*]\s?)?((?:${ofMaker}|${models.join('|')})${variant})(?:(?<=[\dA-Za-z])s)?\s?(?:(?:ai |gpu )?(?:gpus?|cards?|chips?|accelerators?|tpus?)|(?:ai|gpu|算力|智算|加速|人工智能)?(?:卡|芯片)|加速器)?$`,
  'i',
)

/** The accelerator model that a text names behind a number: 昇腾910B of 张昇腾910B, H800 of `H800s`. Undefined if it names none. */
export function readAcceleratorModel(text: string): string | undefined {
  const found = model.exec(text)?.[1]?.trim()
  return found === undefined || found === '' ? undefined : found
}
