/** Menus are `details`: one open at a time, closed by a press outside, by Escape and by going away. */
export function startMenus(): void {
  document.addEventListener('click', event => {
    const inside = event.target instanceof Element ? event.target.closest('.cs-menu') : null
    closeMenus(inside)
    if (event.target instanceof Element && event.target.closest('.cs-menu-i')) closeMenus(null)
  })
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || event.isComposing) return
    const open = openMenu()
    if (!open) return
    event.preventDefault()
    event.stopPropagation()
    open.open = false
    open.querySelector('summary')?.focus()
  })
  document.addEventListener('focusout', event => {
    const menu = event.target instanceof Element ? event.target.closest<HTMLDetailsElement>('.cs-menu[open]') : null
    if (menu && event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false
  })
  document.addEventListener('turbo:before-cache', () => {
    closeMenus(null)
    document.querySelectorAll<HTMLDialogElement>('dialog[open]').forEach(dialog => dialog.close())
    document.querySelectorAll('.cs-ban[role="status"]:not(.cs-offline)').forEach(banner => banner.remove())
  })
}

function openMenu(): HTMLDetailsElement | null {
  return document.querySelector<HTMLDetailsElement>('.cs-menu[open]')
}

function closeMenus(except: Element | null): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('.cs-menu[open]'))
    if (menu !== except) menu.open = false
}
