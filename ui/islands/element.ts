/** What an island does to its element: draw again after a refresh, and let go of what it holds outside itself. */
export type Island = { redraw?: () => void; leave?: () => void }

/** Gives a custom element its program. `enter` runs each time the element comes onto the page. */
export function defineElement(name: string, enter: (element: HTMLElement) => Island): void {
  // The platform knows custom elements only as classes; this is the one place where that matters.
  customElements.define(
    name,
    class extends HTMLElement {
      island: Island = {}

      connectedCallback(): void {
        this.island = enter(this)
      }

      disconnectedCallback(): void {
        this.island.leave?.()
      }

      redraw(): void {
        this.island.redraw?.()
      }
    },
  )
}
