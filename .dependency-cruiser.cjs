/**
 * The floors of the house, from the ground up: each may look down, never up, by types as well as by values. Rooms in one
 * row share a floor. See docs/decisions/0004.
 */
const floors = [
  'values',
  'names',
  'model',
  'ontology',
  'resolution',
  'store',
  'conflicts',
  'views',
  'rows',
  '(datasets|search|paths|candidates)',
  'imports',
  'history',
  'exports',
  'curation',
  'graphql',
  'entities',
  '(server|cli)',
]

/** Declarations of entity types are data of the ontology; only their derived fields, in files with a dash, know graphql. */
const looksDown = floors.slice(0, -1).map((floor, height) => ({
  name: `${floor} looks down`,
  comment: 'A floor that needs something from above takes it as an argument.',
  severity: 'error',
  from: { path: `^src/${floor}/` },
  to: { path: floors.slice(height + 1).map(above => `^src/${above}/`) },
}))

module.exports = {
  forbidden: [
    ...looksDown,
    {
      name: 'no circles',
      comment: 'Types count: a type that two files share has a file of its own.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'engines do not know each other',
      severity: 'error',
      from: { path: '^src/store/(neo4j|sqlite)/' },
      to: { path: '^src/store/(neo4j|sqlite)/', pathNot: '^src/store/$1/' },
    },
    {
      name: 'the driver stays in its engine',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/neo4j/' },
      to: { path: 'node_modules/neo4j-driver' },
    },
    {
      name: 'SQLite stays in its engine',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/sqlite/' },
      to: { path: 'node_modules/(libsql|piscina)/' },
    },
    {
      name: 'one door to the store',
      comment: 'Above the store, its port is all there is; who opens one asks open-store.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/' },
      to: { path: '^src/store/', pathNot: '^src/store/(store|open-store|bulk-files|rows/resolved-rows)\\.ts$' },
    },
    {
      name: 'only the command line opens stores',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(cli|store)/' },
      to: { path: '^src/store/open-store\\.ts$' },
    },
    {
      name: 'the ontology is handed down',
      comment: 'Nobody but server, cli and tests imports the entity types.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(server|cli|entities)/' },
      to: { path: '^src/entities/' },
    },
    {
      name: 'type-graphql in one file',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/graphql/schema/assemble\\.ts$' },
      to: { path: 'node_modules/type-graphql' },
    },
    {
      name: 'declarations load no GraphQL',
      comment: '`suanli check` needs the entity types and not the 0.2 s that type-graphql takes to load.',
      severity: 'error',
      from: { path: '^src/(entities/index\\.ts|ontology/|datasets/|imports/|history/|exports/)' },
      to: { path: '^src/graphql/' },
    },
    {
      name: 'nobody imports the web pages',
      comment:
        'They are bundled for browsers, and served as files. That they import nothing of ours is checked by Biome.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(ide|explorer|web)/' },
      to: { path: '^src/(ide|explorer|web)/' },
    },
    {
      name: 'only the configuration reads settings',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(config|server|cli|main)' },
      to: { path: '^src/config/config\\.ts$' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    // The parser does not read JSX.
    exclude: { path: '\\.tsx$' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
}
