import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { formatGeoPoint, parseGeoPoint } from '../../../src/values/geo-point.js'

describe('a point on the earth', () => {
  it.each([
    ['39.9, 116.4', 39.9, 116.4],
    ['39.9,116.4', 39.9, 116.4],
    ['39.9，116.4', 39.9, 116.4],
    ['３９．９，１１６．４', 39.9, 116.4],
    ['-33.86, 151.2', -33.86, 151.2],
    ['90, -180', 90, -180],
    [' 0, 0 ', 0, 0],
    ['39.9°, 116.4°', 39.9, 116.4],
    [`32°35'25"N, 90°05'35"W`, 32.59028, -90.09306],
    ['32°35′25″N 90°05′35″W', 32.59028, -90.09306],
    [`35°01'01"N,  101°18'43"W`, 35.01694, -101.31194],
    [`41°11'6.6732"N, 114°42'1.6272"E`, 41.18519, 114.70045],
    ['33°S, 151°12′E', -33, 151.2],
    ['47.3769° N, 8.5417° E', 47.3769, 8.5417],
    ['47.3769N, 8.5417W', 47.3769, -8.5417],
    ['39.96, −82.99', 39.96, -82.99],
    ['东经105°11′，北纬37°30′', 37.5, 105.18333],
    ['北纬37.5度，东经105.18度', 37.5, 105.18],
    [`90°05'35"W, 32°35'25"N`, 32.59028, -90.09306],
  ])('is %s: latitude, then longitude', (text, latitude, longitude) => {
    expect(parseGeoPoint(text)).toEqual({ kind: 'geo', latitude, longitude })
  })

  it.each([
    '',
    '39.9',
    '91, 0',
    '0, 181',
    '116.4, 39.9',
    '39.9 116.4',
    '39.9, 116.4, 5',
    '北纬39.9度',
    '1e1, 2',
    'a, b',
    `32°60'25"N, 90°05'35"W`,
    `32°35'25"N, 90°05'35"S`,
    '47.3° N, 8.5',
    '-47.3° N, 8.5° E',
    'N 47.3° S, 8.5° E',
    '39,96, 82,99',
    `32°35'25"N`,
    `91°0'0"N, 0°0'0"E`,
  ])('is not "%s"', text => {
    expect(parseGeoPoint(text)).toBeUndefined()
  })

  it('is one point whether its zero has a sign or not', () => {
    expect(JSON.stringify(parseGeoPoint('-0, -0.0'))).toBe(JSON.stringify(parseGeoPoint('0, 0')))
    expect(Object.is(parseGeoPoint('-0, 1')?.latitude, 0)).toBe(true)
  })

  it('is read back from its text', () => {
    const degrees = (max: number) => fc.double({ min: -max, max, noNaN: true }).map(value => value + 0)
    fc.assert(
      fc.property(degrees(90), degrees(180), (latitude, longitude) => {
        // What is nearer to 0 than any source says may be written at length.
        fc.pre([latitude, longitude].every(value => value === 0 || Math.abs(value) > 1e-60))
        const point = { kind: 'geo', latitude, longitude } as const
        expect(parseGeoPoint(formatGeoPoint(point))).toEqual(point)
      }),
    )
  })
})
