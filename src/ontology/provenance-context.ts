import type { Ontology } from './ontology.js'

/** What every address of this graph begins with: a URN, since it lies nowhere. */
export const graphBase = 'urn:suanli:'

type Term = string | Readonly<Record<string, string>>
export type JsonLdContext = Readonly<Record<string, Term | number>>

/**
 * How the words of a JSON-LD export are those of the Web’s vocabularies: W3C PROV for who said it and when, Web
 * Annotation for where, the ontology’s own for what is said.
 */
export function provenanceContext(ontology: Ontology): JsonLdContext {
  const properties = ontology.types.flatMap(type => type.properties)
  const qualifiers = properties.flatMap(property => property.qualifiers ?? [])
  return {
    '@version': 1.1,
    ...vocabularies,
    ...terms,
    ...Object.fromEntries(ontology.types.map(({ name }) => [name, `suanli:${name}`])),
    ...Object.fromEntries(properties.map(({ id, value }) => [propertyTerm(id), termOf(id, value.kind)])),
    ...Object.fromEntries(qualifiers.map(({ id }) => [`q:${id}`, `suanli:qualifier/${id}`])),
  }
}

/** The properties that the Web has words for; all others are ours. */
const wellKnown: Readonly<Record<string, string>> = { name: 'rdfs:label', sameAs: 'owl:sameAs' }

/** How a property is written in a document. */
export function propertyTerm(id: string): string {
  return Object.hasOwn(wellKnown, id) ? id : `p:${id}`
}

/** What a property is called on the Web: `rdfs:label`, `p:capacity`. */
export function propertyIri(id: string): string {
  return wellKnown[id] ?? `p:${id}`
}

function termOf(id: string, kind: string): Term {
  const iri = wellKnown[id] ?? `suanli:property/${id}`
  if (kind === 'entity' || id === 'sameAs') return { '@id': iri, '@type': '@id' }
  if (kind === 'date') return { '@id': iri, '@type': 'edtf:EDTF' }
  return { '@id': iri }
}

const vocabularies = {
  suanli: graphBase,
  p: `${graphBase}property/`,
  q: `${graphBase}qualifier/`,
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dcterms: 'http://purl.org/dc/terms/',
  dcat: 'http://www.w3.org/ns/dcat#',
  qudt: 'http://qudt.org/schema/qudt/',
  geo: 'http://www.w3.org/2003/01/geo/wgs84_pos#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  edtf: 'http://id.loc.gov/datatypes/edtf/',
}

const idTerm = (iri: string): Term => ({ '@id': iri, '@type': '@id' })
const typed = (iri: string, type: string): Term => ({ '@id': iri, '@type': type })

const terms: Readonly<Record<string, Term>> = {
  id: '@id',
  type: '@type',
  Entity: 'prov:Entity',
  Statement: 'rdf:Statement',
  Annotation: 'oa:Annotation',
  Source: 'dcterms:BibliographicResource',
  Edition: 'suanli:Edition',
  Dataset: 'dcat:Dataset',
  Quantity: 'qudt:QuantityValue',
  Point: 'geo:Point',
  SpecificResource: 'oa:SpecificResource',
  TextQuoteSelector: 'oa:TextQuoteSelector',
  TextPositionSelector: 'oa:TextPositionSelector',
  FragmentSelector: 'oa:FragmentSelector',
  label: 'skos:prefLabel',
  subject: idTerm('rdf:subject'),
  predicate: idTerm('rdf:predicate'),
  object: { '@id': 'rdf:object' },
  objectEntity: idTerm('rdf:object'),
  wasQuotedFrom: idTerm('prov:wasQuotedFrom'),
  wasRevisionOf: idTerm('prov:wasRevisionOf'),
  wasDerivedFrom: idTerm('prov:wasDerivedFrom'),
  generatedAtTime: typed('prov:generatedAtTime', 'xsd:dateTime'),
  inDataset: { '@id': 'dcterms:isPartOf', '@type': '@id' },
  hasTarget: idTerm('oa:hasTarget'),
  hasBody: { '@id': 'oa:hasBody' },
  hasSource: idTerm('oa:hasSource'),
  hasSelector: { '@id': 'oa:hasSelector' },
  exact: 'oa:exact',
  prefix: 'oa:prefix',
  suffix: 'oa:suffix',
  start: typed('oa:start', 'xsd:nonNegativeInteger'),
  end: typed('oa:end', 'xsd:nonNegativeInteger'),
  fragment: 'rdf:value',
  conformsTo: idTerm('dcterms:conformsTo'),
  asStated: 'suanli:asStated',
  derived: 'suanli:derived',
  valid: typed('dcterms:valid', 'edtf:EDTF'),
  rank: 'suanli:rank',
  confidence: typed('suanli:confidence', 'xsd:decimal'),
  numericValue: typed('qudt:numericValue', 'xsd:decimal'),
  upperBound: typed('qudt:upperBound', 'xsd:decimal'),
  unit: 'suanli:unit',
  comparator: 'suanli:comparator',
  precision: 'suanli:precision',
  basis: 'suanli:basis',
  sparsity: 'suanli:sparsity',
  counted: 'suanli:counted',
  hasUnit: idTerm('qudt:hasUnit'),
  latitude: typed('geo:lat', 'xsd:decimal'),
  longitude: typed('geo:long', 'xsd:decimal'),
  title: 'dcterms:title',
  publisher: 'dcterms:publisher',
  published: typed('dcterms:issued', 'edtf:EDTF'),
  retrieved: typed('suanli:retrieved', 'edtf:EDTF'),
  licence: 'dcterms:rights',
  language: 'dcterms:language',
  page: idTerm('foaf:page'),
  isVersionOf: idTerm('dcterms:isVersionOf'),
  sha256: 'suanli:sha256',
  formerId: idTerm('owl:sameAs'),
}
