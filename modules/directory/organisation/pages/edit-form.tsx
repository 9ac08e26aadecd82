import type { ComponentChildren } from 'preact'
import type { PageContextValue } from '@congso/kernel/html'
import { Actions, Button, Disclosure, Form } from '@congso/ui'

export type EditFormProps = {
  page: PageContextValue
  action: string
  /** What the closed form says; ends with "…". */
  summary: string
  submit: string
  failed: string
  /** An act that takes something away. */
  danger?: boolean
  children?: ComponentChildren
}

/** A form behind one quiet line, open again when it comes back with something to correct. Works without script. */
export function EditForm({ page, action, summary, submit, failed, danger, children }: EditFormProps) {
  const returned = page.form?.action.split('?')[0] === action
  return (
    <Disclosure summary={summary} open={returned}>
      <Form action={action} failed={failed} id={`f${action.replaceAll(/\W+/g, '-')}`}>
        {children}
        <Actions>
          <Button variant={danger ? 'danger-quiet' : 'quiet'}>{submit}</Button>
        </Actions>
      </Form>
    </Disclosure>
  )
}
