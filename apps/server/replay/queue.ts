/** A queue that gives the first in order first, whatever the order things were put in: a binary heap. */
export type Queue<T> = {
  push: (item: T) => void
  peek: () => T | undefined
  pop: () => T | undefined
  size: () => number
}

/** An empty queue in the order of `before`. */
export function createQueue<T>(before: (a: T, b: T) => boolean): Queue<T> {
  const heap: T[] = []
  return {
    push(item) {
      heap.push(item)
      rise(heap, before)
    },
    peek: () => heap[0],
    pop() {
      const [first] = heap
      const last = heap.pop()
      if (heap.length > 0 && last !== undefined) {
        heap[0] = last
        sink(heap, before)
      }
      return first
    },
    size: () => heap.length,
  }
}

function rise<T>(heap: T[], before: (a: T, b: T) => boolean): void {
  let at = heap.length - 1
  while (at > 0) {
    const above = (at - 1) >> 1
    if (!swapUnless(heap, before, above, at)) return
    at = above
  }
}

function sink<T>(heap: T[], before: (a: T, b: T) => boolean): void {
  let at = 0
  for (;;) {
    const [left, right] = [2 * at + 1, 2 * at + 2]
    const least = right < heap.length && isBefore(heap, before, right, left) ? right : left
    if (least >= heap.length || !swapUnless(heap, before, at, least)) return
    at = least
  }
}

/** Swaps two places unless they stand in order; whether it had to. */
function swapUnless<T>(heap: T[], before: (a: T, b: T) => boolean, upper: number, lower: number): boolean {
  if (!isBefore(heap, before, lower, upper)) return false
  const [above, below] = [heap[upper], heap[lower]]
  if (above === undefined || below === undefined) return false
  heap[upper] = below
  heap[lower] = above
  return true
}

function isBefore<T>(heap: readonly T[], before: (a: T, b: T) => boolean, one: number, other: number): boolean {
  const [a, b] = [heap[one], heap[other]]
  return a !== undefined && b !== undefined && before(a, b)
}
