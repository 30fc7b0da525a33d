/** Which search keys are asked for: one, every one, or any; a `*` behind a key is any key that begins like it. */
export type KeyExpression =
  | string
  | { readonly all: readonly KeyExpression[] }
  | { readonly any: readonly KeyExpression[] }
