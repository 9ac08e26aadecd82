import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createQueue } from './queue.ts'

test('gives what was put in, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), numbers => {
      const queue = createQueue<number>((a, b) => a < b)
      for (const number of numbers) queue.push(number)
      const out: number[] = []
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) out.push(next)
      expect(out).toEqual(numbers.toSorted((a, b) => a - b))
      expect(queue.size()).toBe(0)
    }),
  )
})

test('stays in order when putting in and taking out alternate', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer())), steps => {
      const queue = createQueue<number>((a, b) => a < b)
      const kept: number[] = []
      for (const step of steps) {
        if (step !== null) {
          queue.push(step)
          kept.push(step)
          kept.sort((a, b) => a - b)
        } else {
          expect(queue.peek()).toBe(kept[0])
          expect(queue.pop()).toBe(kept.shift())
        }
      }
    }),
  )
})
