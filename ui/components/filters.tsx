import type { ComponentChildren } from 'preact'
import { formatNumber } from '../format.ts'
import { useTexts } from '../page-context.ts'
import { Icon, type IconName } from './icon.tsx'
import { Kbd } from './text.tsx'

/** One view of a list: its count is a filter. */
export type View = { href: string; label: string; count?: number; current?: boolean; icon?: IconName }

/** Views above a list, each with its count. */
export function Views({ views, label }: { views: readonly View[]; label?: string }) {
  const t = useTexts()
  return (
    <nav class="cs-views" aria-label={label ?? t.views}>
      {views.map(view => (
        <a href={view.href} aria-current={view.current ? 'page' : undefined} key={view.href}>
          {view.icon && <Icon name={view.icon} />}
          {view.label}
          {view.count !== undefined && <span class="num">{formatNumber(view.count)}</span>}
        </a>
      ))}
    </nav>
  )
}

export type FilterBarProps = {
  /** The search box and the picks, the set ones first. */
  children?: ComponentChildren
  /** At the right: sorting, export, print. */
  end?: ComponentChildren
  /** Where "Xóa lọc" leads; pass it from two set filters on. */
  clearHref?: string
}

/** Filters of a list. They live in the address; on a phone they fold into one sheet. */
export function FilterBar({ children, end, clearHref }: FilterBarProps) {
  const t = useTexts()
  return (
    <div class="cs-bar" role="group" aria-label={t.filters}>
      {children}
      <button class="cs-pick cs-bar-more" type="button" data-toggle-bar aria-expanded="false">
        <Icon name="adjustments-horizontal" />
        {t.filters}
      </button>
      {clearHref && (
        <a class="cs-pick is-bare" href={clearHref}>
          {t.clearFilters}
        </a>
      )}
      <span class="sp" />
      {end}
    </div>
  )
}

/** One choice of a pick. */
export type PickOption = { href: string; label: string; count?: number; current?: boolean }

export type PickProps = {
  label: string
  /** What is set, in words: "quá hạn". Without it the pick is not set. */
  value?: string
  /** Where taking the filter away leads. */
  clearHref?: string
  options?: readonly PickOption[]
  icon?: IconName
  /** The letter that opens it. */
  letter?: string
  /** Open from the start: something in it wants to be mended. */
  open?: boolean
  /** Other content of the menu: a small GET form with dates, say. */
  children?: ComponentChildren
}

/** A filter: closed it says what is set, open it offers links. Set and clearable, one press takes it away. */
export function Pick({ label, value, clearHref, options, icon, letter, open, children }: PickProps) {
  const t = useTexts()
  const words = value ? `${label}: ${value}` : label
  if (value && clearHref && !options && !children) {
    return (
      <a class="cs-pick is-set" href={clearHref} aria-label={t.clearFilter(words)}>
        {icon && <Icon name={icon} />}
        {words}
        <Icon name="x" />
      </a>
    )
  }
  return (
    <details class="cs-menu" open={open}>
      <summary class={value ? 'cs-pick is-set' : 'cs-pick'} data-key={letter?.toLowerCase()}>
        {icon && <Icon name={icon} />}
        {words}
        <Icon name="chevron-down" />
      </summary>
      <div class="cs-menu-b">
        {value && clearHref && (
          <a class="cs-menu-i" href={clearHref}>
            <Icon name="x" />
            {t.clearFilter(label)}
          </a>
        )}
        {options?.map(option => (
          <a class="cs-menu-i" href={option.href} aria-current={option.current ? 'true' : undefined} key={option.href}>
            <Icon name="check" class={option.current ? undefined : 'is-off'} />
            <span class="sp">{option.label}</span>
            {option.count !== undefined && <span class="num cap">{formatNumber(option.count)}</span>}
          </a>
        ))}
        {children && <div class="cs-menu-f">{children}</div>}
      </div>
    </details>
  )
}

/** A small link in a filter bar: export, print. */
export function PickLink({ href, icon, children, title, download }: PickLinkProps) {
  return (
    <a class="cs-pick" href={href} title={title} download={download} data-turbo={download ? 'false' : undefined}>
      <Icon name={icon} />
      {children}
    </a>
  )
}

export type PickLinkProps = {
  href: string
  icon: IconName
  children: ComponentChildren
  title?: string
  download?: boolean
}

export type SearchBoxProps = {
  /** Where the GET form leads. */
  action: string
  name?: string
  value?: string
  label: string
  placeholder?: string
  /** Other filters to keep, as hidden inputs. */
  keep?: Record<string, string | readonly string[] | undefined>
  /** Sends itself a moment after typing stops. */
  live?: boolean
  kbd?: boolean
}

/** The search box of a list: a GET form; `/` reaches it. */
export function SearchBox({ action, name = 'q', value, label, placeholder, keep, live, kbd = true }: SearchBoxProps) {
  return (
    <form
      class="cs-search"
      method="get"
      action={action}
      role="search"
      aria-label={label}
      data-live-form={live ? '' : undefined}
    >
      {Object.entries(keep ?? {}).flatMap(([key, kept]) =>
        (typeof kept === 'string' ? [kept] : (kept ?? [])).map(one => (
          <input type="hidden" name={key} value={one} key={key + one} />
        )),
      )}
      <label class="cs-in">
        <Icon name="search" />
        <span class="cs-sr">{label}</span>
        <input
          type="search"
          name={name}
          value={value}
          placeholder={placeholder ?? label}
          data-find={kbd ? '' : undefined}
          autocomplete="off"
          spellcheck={false}
        />
        {kbd && <Kbd>/</Kbd>}
      </label>
    </form>
  )
}

/** One act of a menu: a link, or a button that sends `form` or opens a dialog. */
export type MenuItem =
  | { href: string; label: string; icon?: IconName; download?: boolean }
  | { form?: string; name?: string; value?: string; opens?: string; label: string; icon?: IconName; danger?: boolean }

/** Acts behind one button, as `details`: works without script. */
export function Menu({ label, icon = 'dots', items, showLabel, align = 'end', children }: MenuProps) {
  return (
    <details class={align === 'end' ? 'cs-menu is-end' : 'cs-menu'}>
      <summary class={showLabel ? 'btn btn-quiet' : 'btn btn-quiet is-icon'} aria-label={showLabel ? undefined : label}>
        <Icon name={icon} />
        {showLabel && <span class="cs-btn-t">{label}</span>}
      </summary>
      <div class="cs-menu-b">
        {items?.map(item => (
          <MenuEntry item={item} key={item.label} />
        ))}
        {children}
      </div>
    </details>
  )
}

export type MenuProps = {
  label: string
  icon?: IconName
  items?: readonly MenuItem[]
  showLabel?: boolean
  align?: 'start' | 'end'
  children?: ComponentChildren
}

function MenuEntry({ item }: { item: MenuItem }) {
  const face = (
    <>
      {item.icon && <Icon name={item.icon} />}
      <span class="sp">{item.label}</span>
    </>
  )
  if ('href' in item) {
    return (
      <a class="cs-menu-i" href={item.href} download={item.download} data-turbo={item.download ? 'false' : undefined}>
        {face}
      </a>
    )
  }
  return (
    <button
      class={item.danger ? 'cs-menu-i is-late' : 'cs-menu-i'}
      type={item.opens ? 'button' : 'submit'}
      form={item.form}
      name={item.name}
      value={item.value}
      data-opens={item.opens}
    >
      {face}
    </button>
  )
}
