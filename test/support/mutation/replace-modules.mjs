const replacements = {
  '@jest/globals': new URL('./jest-globals.mjs', import.meta.url).href,
  'lru-cache': new URL('./emptied-cache.mjs', import.meta.url).href,
}

/** Hook of Node's module loader. */
export function resolve(specifier, context, next) {
  const url = replacements[specifier]
  return url === undefined ? next(specifier, context) : { url, shortCircuit: true }
}
