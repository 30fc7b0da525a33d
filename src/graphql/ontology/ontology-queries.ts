import { field, ofRevision } from '../schema/declare.js'

export const ontologyQueries = ofRevision({
  ontology: field(
    'Ontology!',
    'The properties and links that this graph knows, from the same declarations as this schema.',
    (_source, _args, { ontology }) => ontology,
  ),
})
