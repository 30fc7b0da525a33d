import type { CodegenConfig } from '@graphql-codegen/cli'

/** `npm run schema` writes the examples' types anew: one call for each client, from the queries in its folder. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  generates: Object.assign({}, ...['apollo-client', 'urql', 'sync-client'].map(generatedFor)),
}

function generatedFor(client: string): CodegenConfig['generates'] {
  const folder = `examples/${client}/generated/`
  return {
    [folder]: {
      preset: 'client',
      documents: `examples/${client}/*.ts`,
      presetConfig: { fragmentMasking: false },
      config: {
        importExtension: '.js',
        useTypeImports: true,
        strictScalars: true,
        // Decimals are texts: a number would lose digits. So are dates, which may be intervals.
        scalars: {
          DateTime: 'string',
          Decimal: 'string',
          EDTF: 'string',
          ID: 'string',
          LanguageTag: 'string',
          URL: 'string',
          _Any: 'never',
        },
      },
    },
    // Which types an interface or a union stands for: what a cache must know to match fragments.
    [`${folder}possible-types.ts`]: { plugins: ['fragment-matcher'], config: { useExplicitTyping: true } },
  }
}

// biome-ignore lint/style/noDefaultExport: what the generator looks for
export default config
