import { describe, expect, it } from '@jest/globals'
import { readConfig } from '../../../src/config/config.js'
import { civilDay } from '../../../src/values/civil-day.js'

describe('civilDay', () => {
  const evening = new Date('2025-12-31T20:00:00Z')

  it('is the day in China, unless another time zone is given', () => {
    expect([civilDay(evening), civilDay(evening, 'UTC'), civilDay(evening, 'America/New_York')]).toEqual([
      '2026-01-01',
      '2025-12-31',
      '2025-12-31',
    ])
  })

  it('takes its time zone from a setting, which refuses a name that is none', () => {
    expect(readConfig({}).timeZone).toBe('Asia/Shanghai')
    expect(readConfig({ SUANLI_TIME_ZONE: 'UTC' }).timeZone).toBe('UTC')
    expect(() => readConfig({ SUANLI_TIME_ZONE: 'Asia/Nowhere' })).toThrow('SUANLI_TIME_ZONE')
  })
})
