import type { Statement } from '../model/statement.js'
import { countsSeveral, type PropertyDeclaration } from '../ontology/declaration.js'
import type { Ontology } from '../ontology/ontology.js'
import { formatValue } from '../values/format-value.js'
import type { EntityView } from '../views/view-reader.js'
import { entityPages } from './entity-pages.js'
import type { ExportCounts, Exporting } from './format.js'

/**
 * The graph in a view as GraphML 1.0: a node for each entity with its label, type and values, a directed edge for each
 * link that counts. Gephi shows `label` as the name of nodes and edges.
 */
export async function* toGraphml(exporting: Exporting): AsyncGenerator<string, ExportCounts> {
  const { ontology } = exporting
  yield header
  for (const { id, name, of, type } of keysOf(ontology))
    yield `  <key id="${id}" for="${of}" attr.name="${escapeXml(name)}" attr.type="${type}"/>\n`
  yield '  <graph id="suanli" edgedefault="directed">\n'
  let [nodes, edges] = [0, 0]
  for (const type of ontology.types)
    for await (const { entities } of entityPages(exporting, type))
      for (const entity of entities) {
        if (!entity.isDescribed) continue
        exporting.progress(++nodes)
        yield nodeText(entity)
      }
  // The target of a link is a node even if no statement describes it, so that each edge has two ends.
  const bare = new Set<string>()
  for (const type of ontology.types)
    for await (const { entities, reader } of entityPages(exporting, type))
      for (const entity of entities) {
        for (const link of linksOf(entity)) {
          const target = link.value.kind === 'entity' ? link.value.entity : ''
          if (!bare.has(target) && !(await reader.findEntity(target))) {
            bare.add(target)
            nodes++
            yield `    <node id="${escapeXml(target)}">\n${dataText('n_label', target)}    </node>\n`
          }
          edges++
          yield edgeText(entity, link, target)
        }
      }
  yield '  </graph>\n</graphml>\n'
  return { nodes, edges }
}

const header = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`

interface Key {
  readonly id: string
  readonly name: string
  readonly of: 'node' | 'edge'
  readonly type: 'string' | 'double'
}

/** Each property name once: properties with one name share one kind, or are texts. */
function keysOf(ontology: Ontology): readonly Key[] {
  const keys = new Map<string, Key>()
  const add = (of: Key['of'], name: string, type: Key['type'] = 'string') => {
    const id = `${of.charAt(0)}_${name}`
    keys.set(id, { id, name, of, type: (keys.get(id)?.type ?? type) === type ? type : 'string' })
  }
  for (const name of ['label', 'type', 'names']) add('node', name)
  for (const type of ontology.types)
    for (const property of type.properties)
      for (const name of Object.keys(attributesOf(property, [])))
        add('node', name, isNumber(name) ? 'double' : 'string')
  for (const name of ['label', 'statement', 'edition', 'quote', 'valid']) add('edge', name)
  for (const name of ['weight', 'confidence']) add('edge', name, 'double')
  const qualifiers = ontology.types.flatMap(type =>
    type.properties.flatMap(({ value, qualifiers: its }) => (value.kind === 'entity' ? (its ?? []) : [])),
  )
  for (const { id } of qualifiers) add('edge', id)
  return [...keys.values()]
}

function isNumber(name: string): boolean {
  return /_amount$|^latitude$|^longitude$/.test(name)
}

function nodeText(entity: EntityView): string {
  const attributes: Record<string, string | undefined> = {
    label: entity.label(),
    type: entity.type.name,
    names: [...new Set((entity.resolveNamed('name')?.counted ?? []).map(({ value }) => formatValue(value)))].join(
      ' | ',
    ),
  }
  for (const property of entity.type.properties)
    Object.assign(attributes, attributesOf(property, entity.resolve(property).counted))
  return `    <node id="${escapeXml(entity.id)}">\n${dataTexts('n', attributes)}    </node>\n`
}

/** Properties that are neither links nor names. */
function attributesOf(
  property: PropertyDeclaration,
  counted: readonly Statement[],
): Readonly<Record<string, string | undefined>> {
  const { id, value: form } = property
  const { value, asStated } = counted[0] ?? {}
  if (form.kind === 'entity' || id === 'name') return {}
  if (form.kind === 'geo')
    return {
      latitude: value?.kind === 'geo' ? String(value.latitude) : undefined,
      longitude: value?.kind === 'geo' ? String(value.longitude) : undefined,
    }
  const text = countsSeveral(property)
    ? counted.map(each => formatValue(each.value)).join(' | ')
    : value && (formatValue(value) || asStated)
  if (form.kind !== 'quantity') return { [id]: text }
  const [amount, unit] = value?.kind === 'quantity' ? [value.amount, value.unit] : []
  return { [id]: text, [`${id}_amount`]: amount, [`${id}_unit`]: unit }
}

function linksOf(entity: EntityView): readonly Statement[] {
  return entity.type.properties
    .filter(({ value }) => value.kind === 'entity')
    .flatMap(property => entity.resolve(property).counted)
}

function edgeText(entity: EntityView, link: Statement, target: string): string {
  const { id, property, qualifiers, confidence, edition, quote, valid } = link
  const attributes = {
    ...{ label: property, statement: id, edition, quote: quote?.exact, valid, ...qualifiers },
    ...{ weight: '1', confidence: String(confidence) },
  }
  const ends = `source="${escapeXml(entity.id)}" target="${escapeXml(target)}"`
  return `    <edge id="${escapeXml(id)}" ${ends}>\n${dataTexts('e', attributes)}    </edge>\n`
}

function dataTexts(prefix: string, attributes: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined || value === '' ? '' : dataText(`${prefix}_${name}`, value)))
    .join('')
}

function dataText(key: string, value: string): string {
  return `      <data key="${key}">${escapeXml(value)}</data>\n`
}

/** Removes characters that XML 1.0 cannot contain, escaped or not. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"\t\n\r]/g, character => `&#${character.charCodeAt(0)};`)
}
