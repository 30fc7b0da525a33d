import { type FieldDeclaration, field } from '../schema/declare.js'

export const ontologyQueries: Readonly<Record<string, FieldDeclaration>> = {
  ontology: field(
    'Ontology!',
    'The properties and links that this graph knows, from the same declarations as this schema.',
    (_source, _args, { ontology }) => ontology,
  ),
}
