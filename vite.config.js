import { constants } from 'node:zlib'
import { defineConfig } from 'vite'
import { compression, defineAlgorithm } from 'vite-plugin-compression2'

/** Bundles the IDE. `npm run build:web` runs it where something has changed. */
export default defineConfig({
  root: 'src/ide',
  base: '/ide/',
  // Packages mark modules as `use client`, each of which is warned of; it means nothing here.
  logLevel: 'error',
  build: {
    outDir: '../../dist/ide',
    emptyOutDir: true,
    // Monaco, GraphiQL's editor, is as large as that.
    chunkSizeWarningLimit: 4_000,
  },
  plugins: [
    // The highest effort takes ten times as long, for a twentieth less.
    compression({
      include: /\.(html|js|css|svg|ttf)$/,
      threshold: 1024,
      algorithms: [
        defineAlgorithm('brotliCompress', { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
        defineAlgorithm('gzip', { level: 9 }),
      ],
    }),
  ],
})
