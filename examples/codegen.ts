import type { CodegenConfig } from '@graphql-codegen/cli'

// Decimals are texts: a number would lose digits. So are dates, which may be intervals.
const scalars = {
  Date: 'string',
  DateTime: 'string',
  Decimal: 'string',
  EDTF: 'string',
  ID: 'string',
  LanguageTag: 'string',
  URL: 'string',
  _Any: 'never',
}

/** `npm run schema` writes the examples' types anew: one call for each client, from the queries in its folder. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  generates: Object.assign({}, ...['apollo-client', 'react', 'urql', 'sync-client'].map(generatedFor), explorer()),
}

/** Types of the pages in src/explorer, and their documents as texts: a browser then needs no parsed copy of them. */
function explorer(): CodegenConfig['generates'] {
  return {
    'src/explorer/generated/': {
      preset: 'client',
      documents: 'src/explorer/documents/*.graphql',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        onlyOperationTypes: true,
        importExtension: '.js',
        useTypeImports: true,
        strictScalars: true,
        enumsAsTypes: true,
        scalars,
      },
    },
  }
}

function generatedFor(client: string): CodegenConfig['generates'] {
  const folder = `examples/${client}/generated/`
  return {
    [folder]: {
      preset: 'client',
      documents: `examples/${client}/*.{ts,tsx}`,
      presetConfig: { fragmentMasking: false },
      config: {
        importExtension: '.js',
        useTypeImports: true,
        strictScalars: true,
        scalars,
      },
    },
    // Which types an interface or a union stands for: what a cache must know to match fragments.
    [`${folder}possible-types.ts`]: { plugins: ['fragment-matcher'], config: { useExplicitTyping: true } },
  }
}

// biome-ignore lint/style/noDefaultExport: what the generator looks for
export default config
