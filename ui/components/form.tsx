import type { ComponentChildren } from 'preact'
import { createContext, useContext } from '@congso/kernel/html'
import { type FormState, usePage, useTexts } from '../page-context.ts'
import { Icon } from './icon.tsx'

export type FormProps = {
  /** Where it is sent; also how a refused form is recognised again. */
  action: string
  method?: 'post' | 'get'
  id?: string
  /** Says what did not happen when it comes back with errors: "Chưa gửi được". */
  failed?: string
  /** Files are sent. */
  multipart?: boolean
  /** The key under which what is typed is kept on this device until it is sent. */
  draft?: string
  /** `page` keeps the page's padding and a readable width; `plain` adds nothing. */
  look?: 'page' | 'stack' | 'plain'
  /** Where a GET form or a special flow wants another answer than the current page. */
  back?: string
  /** Answers into this Turbo frame. */
  frame?: string
  /** The id of the form of a bulk bar: what is selected there is sent with this form too. */
  withSelection?: string
  children?: ComponentChildren
}

/** A form that keeps what was typed, names what is wrong, and cannot be sent twice. */
export function Form(props: FormProps) {
  const page = usePage()
  const { action, method = 'post', look = 'stack', id } = props
  const state = page.form && samePath(page.form.action, action) ? page.form : undefined
  return (
    <form
      class={{ page: 'cs-form is-page', stack: 'cs-form', plain: 'cs-form-plain' }[look]}
      id={id}
      method={method}
      action={action}
      enctype={props.multipart ? 'multipart/form-data' : undefined}
      noValidate
      data-draft={props.draft}
      data-turbo-frame={props.frame}
      data-with-selection={props.withSelection}
    >
      {method === 'post' && (
        <>
          <input type="hidden" name="_csrf" value={page.csrf} />
          <input type="hidden" name="_back" value={props.back ?? page.path} />
          <input type="hidden" name="_key" value={crypto.randomUUID()} />
        </>
      )}
      {state && <ErrorSummary state={state} failed={props.failed} scope={id} />}
      {props.draft && <DraftLine />}
      <FormScope.Provider value={{ scope: id, state }}>{props.children}</FormScope.Provider>
    </form>
  )
}

/** A form of one button: a POST that needs no fields. It takes no room of its own. */
export function ActionForm({ action, values, id, back, children }: ActionFormProps) {
  return (
    <Form action={action} id={id} back={back} look="plain">
      {Object.entries(values ?? {}).map(([name, value]) => (
        <Hidden name={name} value={value} key={name} />
      ))}
      {children}
    </Form>
  )
}

export type ActionFormProps = {
  action: string
  values?: Record<string, string | number>
  id?: string
  back?: string
  children?: ComponentChildren
}

/** A value that travels with the form. */
export function Hidden({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={value} />
}

/** What is wrong with a form: takes focus, counts, links to each field. */
export function ErrorSummary({ state, failed, scope }: { state: FormState; failed?: string; scope?: string }) {
  const t = useTexts()
  const { errors, refusal } = state
  if (errors.length === 0 && !refusal) return null
  const lead = failed ?? t.notSaved
  return (
    <div class="cs-errsum" role="alert" tabIndex={-1} data-focus>
      <h2>
        <Icon name="alert-circle-filled" />
        {errors.length > 0 ? t.toFix(lead, errors.length) : lead}
      </h2>
      {refusal && <p>{refusal.message}</p>}
      {errors.length > 0 && (
        <ul>
          {errors.map(error => (
            <li key={error.path + error.message}>
              {error.path ? <a href={`#${fieldId(error.path, scope)}`}>{error.message}</a> : error.message}
            </li>
          ))}
        </ul>
      )}
      {refusal && (
        <p class="cap">
          {t.code}: <code>{refusal.code}</code>
        </p>
      )}
    </div>
  )
}

/** The foot of a form or a counter page that stays at the bottom: the promise on the left, the final act on the right. */
export function StickyFoot({
  when,
  note,
  children,
}: {
  when?: ComponentChildren
  note?: ComponentChildren
  children: ComponentChildren
}) {
  return (
    <div class="cs-foot">
      {(when || note) && (
        <div class="when">
          {when}
          {note && <small>{note}</small>}
        </div>
      )}
      <span class="sp" />
      {children}
    </div>
  )
}

/** What a field learns from its form: the value to show and the message above it. */
export function useField(name: string): { id: string; typed: unknown; error: string | undefined } {
  const { scope, state } = useContext(FormScope)
  return {
    id: fieldId(name, scope),
    typed: state ? lookUp(state.values, name) : undefined,
    error: state?.errors.find(error => pathOf(error.path) === pathOf(name))?.message,
  }
}

/** Whether the form around this field came back, so that an unticked box is known from one never shown. */
export function useFormReturned(): boolean {
  return useContext(FormScope).state !== undefined
}

const FormScope = createContext<{ scope: string | undefined; state: FormState | undefined }>({
  scope: undefined,
  state: undefined,
})

function DraftLine() {
  const t = useTexts()
  return (
    <div class="cs-draft cs-js" data-draft-line hidden>
      <p data-saved={t.draftSaved} data-found={t.draftFound} aria-live="polite" />
      <button class="btn btn-quiet is-sm" type="button" data-draft-restore>
        {t.draftRestore}
      </button>
      <button class="btn btn-bare is-sm" type="button" data-draft-discard>
        {t.draftDiscard}
      </button>
    </div>
  )
}

function fieldId(path: string, scope: string | undefined): string {
  return `${scope ?? 'f'}-${pathOf(path).replace(/\W+/g, '-')}`
}

/** `a[0].b`, `/a/0/b` and `a.0.b` are the same field. */
function pathOf(name: string): string {
  return name.replace(/^\//, '').replace(/[[/]/g, '.').replace(/\]/g, '').replace(/\.+/g, '.').replace(/\.$/, '')
}

function lookUp(values: Record<string, unknown>, name: string): unknown {
  if (name in values) return values[name]
  let found: unknown = values
  for (const key of pathOf(name).split('.')) {
    if (typeof found !== 'object' || found === null || !(key in found)) return undefined
    found = Object.entries(found).find(([own]) => own === key)?.[1]
  }
  return found
}

function samePath(a: string, b: string): boolean {
  return a.split('?')[0] === b.split('?')[0]
}
