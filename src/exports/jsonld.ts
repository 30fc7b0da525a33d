import type { Edition, Source } from '../model/source.js'
import type { Statement } from '../model/statement.js'
import { graphBase, propertyIri, propertyTerm, provenanceContext } from '../ontology/provenance-context.js'
import { parseDecimal } from '../values/decimal.js'
import { formatValue } from '../values/format-value.js'
import { qudtIri } from '../values/unit.js'
import type { Value } from '../values/value.js'
import type { EntityView } from '../views/view-reader.js'
import { entityPages } from './entity-pages.js'
import type { ExportCounts, Exporting } from './format.js'

type Node = Readonly<Record<string, unknown>>

/**
 * The graph as one JSON-LD 1.1 document: entities with their resolved values; every statement as a prov:Entity and an
 * oa:Annotation that targets the quote; editions and sources. The document contains its context, so that a reader
 * fetches nothing.
 */
export async function* toJsonLd(exporting: Exporting): AsyncGenerator<string, ExportCounts> {
  const { ontology } = exporting
  yield `{"@context":${JSON.stringify(provenanceContext(ontology))},\n"@graph":[`
  let isFirst = true
  const line = (node: Node) => {
    const text = `${isFirst ? '\n' : ',\n'}${JSON.stringify(node)}`
    isFirst = false
    return text
  }
  let [entities, statements] = [0, 0]
  const datasets = new Set<string>()
  const editions = new Set<string>()
  for (const type of ontology.types)
    for await (const page of entityPages(exporting, type))
      for (const entity of page.entities) {
        if (entity.isDescribed) {
          entities++
          yield line(entityNode(entity))
        }
        for (const statement of entity.record.statements) {
          for (const dataset of statement.datasets) datasets.add(dataset)
          editions.add(statement.edition)
          yield line(statementNode(entity, statement))
          exporting.progress(++statements)
        }
      }
  const sources = new Set<string>()
  for (const id of [...editions].sort()) {
    const [edition] = (await exporting.store.read<'edition'>([{ question: { kind: 'edition', id } }])).answers
    if (!edition) continue
    sources.add(edition.source)
    yield line(editionNode(edition))
  }
  for (const id of [...sources].sort()) {
    const [source] = (await exporting.store.read<'source'>([{ question: { kind: 'source', id } }])).answers
    if (source) yield line(sourceNode(source))
  }
  for (const dataset of [...datasets].sort()) yield line({ id: iri(`dataset/${dataset}`), type: ['Dataset', 'Entity'] })
  yield '\n]}\n'
  return { entities, statements, editions: editions.size, sources: sources.size }
}

/** Ids as IRIs (RFC 3987): letters of every script are allowed, few signs are not. */
function iri(id: string): string {
  return (
    graphBase +
    id.replace(/[\s<>"{}|\\^`%\p{Cc}\p{Co}\p{Cs}\p{Cn}]/gu, sign =>
      encodeURIComponent(/\p{Cs}/u.test(sign) ? '\ufffd' : sign),
    )
  )
}

function entityNode(entity: EntityView): Node {
  const node: Record<string, unknown> = {
    id: iri(entity.id),
    type: ['Entity', entity.type.name],
    label: entity.label(),
  }
  if (entity.record.formerIds.length > 0) node.formerId = entity.record.formerIds.map(iri)
  for (const property of entity.type.properties) {
    const { counted } = entity.resolve(property)
    if (counted.length === 0) continue
    const values = counted.map(({ value, asStated }) =>
      value.kind === 'entity'
        ? iri(value.entity)
        : property.id === 'sameAs'
          ? webIri(formatValue(value))
          : literal(value, asStated),
    )
    node[propertyTerm(property.id)] = values.length === 1 ? values[0] : values
  }
  return node
}

function statementNode(entity: EntityView, statement: Statement): Node {
  const { id, property, value, qualifiers, asStated, language, edition, quote } = statement
  const { valid, derived, rank, confidence, datasets, recordedAt, supersedes } = statement
  const known = value.kind === 'entity' ? { objectEntity: iri(value.entity) } : { object: literal(value, asStated) }
  return {
    id: iri(id),
    type: ['Entity', 'Statement', 'Annotation'],
    subject: iri(entity.id),
    predicate: propertyIri(property),
    ...known,
    hasBody: value.kind === 'entity' ? { id: iri(value.entity) } : literal(value, asStated),
    ...Object.fromEntries(Object.entries(qualifiers).map(([name, said]) => [`q:${name}`, said])),
    asStated: inLanguage(asStated, language),
    wasQuotedFrom: iri(`edition/${edition}`),
    hasTarget: {
      type: 'SpecificResource',
      hasSource: iri(`edition/${edition}`),
      ...(quote && { hasSelector: selectorsOf(quote) }),
    },
    ...(valid !== undefined && { valid }),
    ...(derived !== undefined && { derived }),
    rank,
    confidence: decimal(confidence),
    inDataset: datasets.map(dataset => iri(`dataset/${dataset}`)),
    generatedAtTime: recordedAt,
    ...(supersedes !== undefined && { wasRevisionOf: iri(supersedes) }),
  }
}

function selectorsOf({
  exact,
  prefix,
  suffix,
  start,
  end,
  fragment,
}: NonNullable<Statement['quote']>): readonly Node[] {
  return [
    { type: 'TextQuoteSelector', exact, ...(prefix && { prefix }), ...(suffix && { suffix }) },
    ...(start === undefined || end === undefined
      ? []
      : [{ type: 'TextPositionSelector', start: String(start), end: String(end) }]),
    ...(fragment === undefined
      ? []
      : [{ type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc7111', fragment }]),
  ]
}

function literal(value: Value, asStated: string): unknown {
  switch (value.kind) {
    case 'text':
      return inLanguage(value.text, value.language)
    case 'date':
      return { '@value': value.edtf, '@type': 'edtf:EDTF' }
    case 'quantity':
      return {
        type: 'Quantity',
        numericValue: value.amount,
        upperBound: value.upper,
        unit: value.unit,
        comparator: value.comparator,
        precision: value.precision,
        basis: value.basis,
        sparsity: value.sparsity,
        counted: value.of,
        hasUnit: value.unit && qudtIri(value.unit),
        ...(value.amount === undefined && { asStated }),
      }
    case 'geo':
      return { type: 'Point', latitude: decimal(value.latitude), longitude: decimal(value.longitude) }
    case 'entity':
      return { id: iri(value.entity) }
    case 'code':
      return value.code
  }
}

function inLanguage(text: string, language: string): Node {
  return { '@value': text, '@language': language }
}

/** Numbers of JSON would be doubles. */
function decimal(number: number): string {
  return parseDecimal(String(number)) ?? '0'
}

function webIri(address: string): string {
  return URL.canParse(address) ? new URL(address).href : iri(`code/${address}`)
}

function editionNode({ id, source, language, sha256, retrieved, translationOf }: Edition): Node {
  return {
    id: iri(`edition/${id}`),
    type: ['Entity', 'Edition'],
    isVersionOf: iri(`source/${source}`),
    language,
    sha256,
    ...(retrieved !== undefined && { retrieved }),
    ...(translationOf !== undefined && { wasDerivedFrom: iri(`edition/${translationOf}`) }),
  }
}

function sourceNode({ id, title, publisher, url, published, licence }: Source): Node {
  return {
    id: iri(`source/${id}`),
    type: ['Entity', 'Source'],
    title,
    ...(publisher !== undefined && { publisher }),
    ...(url !== undefined && { page: webIri(url) }),
    ...(published !== undefined && { published }),
    ...(licence !== undefined && { licence }),
  }
}
