/** Lets a few through at a time, a few more wait, and turns the rest away: `run` gives undefined without having run the work. */
export type Gate = { run<T>(work: () => Promise<T>): Promise<{ done: T } | undefined> }

/** Makes a gate. */
export function createGate(limits: { atOnce: number; waiting: number }): Gate {
  let inside = 0
  const queue: (() => void)[] = []
  const enter = async () => {
    if (inside < limits.atOnce) inside += 1
    else await new Promise<void>(resolve => queue.push(resolve))
  }
  // A place is handed to the next in line, so nobody who comes later can take it.
  const leave = () => {
    const next = queue.shift()
    if (next) next()
    else inside -= 1
  }
  return {
    async run(work) {
      if (inside >= limits.atOnce && queue.length >= limits.waiting) return undefined
      await enter()
      try {
        return { done: await work() }
      } finally {
        leave()
      }
    },
  }
}
