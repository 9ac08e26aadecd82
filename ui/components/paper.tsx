import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon.tsx'
import { Avatar } from './text.tsx'

/** A sheet of official paper on screen: Times, black, nothing of the product's look. */
export function Sheet({ children, size = 'full' }: { children: ComponentChildren; size?: 'slip' | 'full' }) {
  return <div class={size === 'slip' ? 'cs-sheet is-slip' : 'cs-sheet'}>{children}</div>
}

export type SheetHeadProps = {
  /** The body above, if any, in capitals. */
  parent?: string
  agency: ComponentChildren
  number?: ComponentChildren
  subject?: ComponentChildren
  /** The nation's name and motto; the layout of Decree 30/2020/NĐ-CP. */
  nation: string
  motto: string
  placeAndDate: ComponentChildren
}

/** The head of official paper in two columns, after Decree 30/2020/NĐ-CP. */
export function SheetHead(props: SheetHeadProps) {
  return (
    <div class="hd">
      <div>
        {props.parent && (
          <>
            {props.parent}
            <br />
          </>
        )}
        <b>{props.agency}</b>
        <span class="rule" />
        {props.number}
        {props.subject && <small>{props.subject}</small>}
      </div>
      <div>
        <b class="na">{props.nation}</b>
        <br />
        <b>{props.motto}</b>
        <span class="rule is-wide" />
        <i>{props.placeAndDate}</i>
      </div>
    </div>
  )
}

/** One holder of a document and those it went to. */
export type TreeNode = {
  name: string
  note?: ComponentChildren
  state?: 'read' | 'unread' | 'turn' | 'next'
  /** "07:48", "Chưa xem", "Đến lượt". */
  stateText?: string
  children?: readonly TreeNode[]
}

/** Who has it, who read it, whose turn it is, to whom it will go. */
export function Tree({ node }: { node: TreeNode }) {
  return (
    <div class="cs-tree">
      <NodeLine node={node} />
      <Branch nodes={node.children} />
    </div>
  )
}

function Branch({ nodes }: { nodes?: readonly TreeNode[] }) {
  if (!nodes || nodes.length === 0) return null
  return (
    <ul>
      {nodes.map(node => (
        <li class={node.state === 'next' ? 'is-next' : undefined} key={node.name}>
          <NodeLine node={node} />
          <Branch nodes={node.children} />
        </li>
      ))}
    </ul>
  )
}

function NodeLine({ node }: { node: TreeNode }) {
  const state = node.state ? treeStates[node.state] : undefined
  return (
    <div class="nd">
      {node.state === 'next' ? (
        <span class="cs-ava is-next">
          <Icon name="arrow-down-right" />
        </span>
      ) : (
        <Avatar name={node.name} tone={node.state === 'turn' ? 'accent' : undefined} />
      )}
      <span class="w">
        {node.state === 'turn' ? <b class="str">{node.name}</b> : node.name}
        {node.note && <small>{node.note}</small>}
      </span>
      {state && node.stateText && (
        <span class={`st ${state.class}`}>
          <Icon name={state.icon} />
          {node.stateText}
        </span>
      )}
    </div>
  )
}

const treeStates: Record<'read' | 'unread' | 'turn' | 'next', { class: string; icon: IconName }> = {
  read: { class: 'is-ok', icon: 'checks' },
  unread: { class: 'is-idle', icon: 'eye-off' },
  turn: { class: 'is-acc', icon: 'pencil' },
  next: { class: 'is-idle', icon: 'arrow-down-right' },
}
