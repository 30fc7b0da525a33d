/** What tests import from `@jest/globals`, in terms of mocha. */
import { expect } from 'expect'
import { bind } from 'jest-each'
import { emptyCaches } from './emptied-cache.mjs'

const { describe, it, before, after, beforeEach, afterEach } = globalThis
beforeEach(emptyCaches)
// Without parameters: mocha would wait for the call of a parameter. A limit on time is Stryker's.
const test = (title, body) => it(title, () => body())
test.each = bind(test, false)
const group = (title, body) => describe(title, body)
group.each = bind(group, false)

export { after as afterAll, afterEach, before as beforeAll, beforeEach, expect, group as describe, test, test as it }
