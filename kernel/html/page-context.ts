import type { ComponentChild } from 'preact'
import type { Actor, Lang } from '../contract/index.ts'
import { createContext, useContext } from './to-html.ts'

/** A form that was sent and came back: what was typed, and what is wrong. */
export type FormState = {
  /** Path the form was sent to; a form on the page with this action shows the state. */
  action: string
  values: Readonly<Record<string, unknown>>
  errors: readonly { path: string; message: string }[]
  refusal?: { code: string; message: string; detail?: string }
}

/** What every page and component may know besides its view. */
export type PageContextValue = {
  lang: Lang
  csrf: string
  /** Path with query of the page being shown. */
  path: string
  form?: FormState
  /** Epoch milliseconds at which the page is rendered. */
  now: number
  actor: Actor
  /** Topics whose change refreshes the page; a page adds to them while it renders. */
  topics: string[]
  /** Address of each built asset by its plain name. */
  assets: Readonly<Record<string, string>>
  /** Word of what was just done, shown once. */
  flash?: { kind: 'done' | 'partly'; text: string; undo?: string }
}

export const blankPage: PageContextValue = {
  lang: 'vi',
  csrf: '',
  path: '/',
  now: 0,
  actor: {
    kind: 'anonymous',
    account: null,
    person: null,
    name: '',
    position: null,
    title: '',
    unit: null,
    unitName: '',
    agency: null,
    agencyName: '',
    rights: {},
  },
  topics: [],
  assets: {},
}

export const PageContext = createContext<PageContextValue>(blankPage)

/** The context of the page being rendered. */
export function usePage(): PageContextValue {
  return useContext(PageContext)
}

/** What a page asks of the frame around it. */
export type Frame = {
  /** Which keys work here. */
  keys?: readonly { keys: readonly string[]; label: string }[]
  footNote?: ComponentChild
  /** The content stands on paper instead of white. */
  paper?: boolean
  /** The main act, kept at the bottom of a phone. */
  stickyAct?: ComponentChild
  /** A leader's phone has tabs of its own. */
  tabs?: 'leader'
}
