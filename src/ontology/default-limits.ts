import type { QuantityLimit } from '../values/limits.js'

/**
 * What figures may be unless a property says otherwise: none is negative, cards and racks are whole, and none is beyond
 * what the whole world could have. What no single site or project has had so far is implausible, and a warning.
 */
export const defaultLimits: readonly QuantityLimit[] = [
  { unit: 'EFLOPS', least: '0', most: '1000000', plausible: ['0', '10000'] },
  { unit: 'EOPS', least: '0', most: '1000000', plausible: ['0', '10000'] },
  { unit: 'GW', least: '0', most: '1000', plausible: ['0', '20'] },
  { unit: 'MVA', least: '0', most: '1000000', plausible: ['0', '20000'] },
  { unit: 'TWH', least: '0', most: '100000', plausible: ['0', '1000'] },
  { unit: 'PB', least: '0', most: '1e9', plausible: ['0', '1e7'] },
  { unit: 'RACK', least: '0', most: '1000000000', whole: true, plausible: ['0', '10000000'] },
  { unit: 'GPU', least: '0', most: '1000000000', whole: true, plausible: ['0', '10000000'] },
  { unit: 'CNY', least: '0', most: '1e15', plausible: ['0', '1e13'] },
  { unit: 'USD', least: '0', most: '1e15', plausible: ['0', '2e12'] },
]
