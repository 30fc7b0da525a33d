/** What every object of JavaScript answers to, so a table of words must not be read as an object: constructor, __proto__. */
export const prototypeNames: readonly string[] = Object.getOwnPropertyNames(Object.prototype)
