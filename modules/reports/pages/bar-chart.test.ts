import { describe, expect, test } from 'vitest'
import { barChart } from './bar-chart.ts'

describe('the bars of a report', () => {
  const svg = barChart({
    labels: ['Tháng 5', 'Tháng 6'],
    series: [
      { name: 'Tiếp nhận', values: [4377, 12] },
      { name: 'Đã giải quyết', values: [1069, 8] },
    ],
  })

  test('write numbers as the table beside them does, on the axis too', () => {
    const numbers = [...svg.matchAll(/>([\d.,]+)</g)].map(found => found[1])
    expect(numbers).toEqual(expect.arrayContaining(['4.377', '1.069', '12', '8', '5.000']))
    expect(numbers.filter(number => number?.includes(','))).toEqual([])
  })

  test('carry no style that a strict content policy refuses', () => {
    expect(svg).not.toMatch(/<style| style=/)
  })
})
