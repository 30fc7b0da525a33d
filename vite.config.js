import { constants } from 'node:zlib'
import { defineConfig } from 'vite'
import { compression, defineAlgorithm } from 'vite-plugin-compression2'

/**
 * Bundles the web pages: the IDE, or in the mode `explorer` the explorer. `npm run build:web` runs it if something has
 * changed.
 */
export default defineConfig(({ mode }) => ({
  root: `src/${mode === 'explorer' ? 'explorer' : 'ide'}`,
  // The server puts its own path where the page says `./`.
  base: './',
  // Packages mark modules as `use client`, each of which is warned of; it means nothing here.
  logLevel: 'error',
  build: {
    outDir: `../../dist/${mode === 'explorer' ? 'explorer' : 'ide'}`,
    emptyOutDir: true,
    // Monaco, GraphiQL's editor, is as large as that.
    chunkSizeWarningLimit: 4_000,
  },
  plugins: [
    // The highest effort takes ten times as long, for a twentieth less.
    compression({
      include: /\.(html|js|css|svg|ttf|json)$/,
      threshold: 1024,
      algorithms: [
        defineAlgorithm('brotliCompress', { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
        defineAlgorithm('gzip', { level: 9 }),
      ],
    }),
  ],
}))
