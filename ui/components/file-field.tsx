import { formatBytes } from '../format.ts'
import { useTexts } from '../page-context.ts'
import { describedBy, FieldFrame, type FieldProps, useFieldState } from './field.tsx'
import { Icon } from './icon.tsx'

export type FileFieldProps = FieldProps & {
  multiple?: boolean
  /** As the browser's own `accept`. */
  accept?: string
  /** Bytes; larger files are refused before they travel. */
  maxBytes?: number
  /** Sends the form at once, with progress, as soon as files are chosen or dropped. */
  instant?: boolean
  /** Opens the camera on a phone. */
  camera?: boolean
}

/** Files: chosen, dropped, sent with progress. Without script the browser's own button. The form must be `multipart`. */
export function FileField(props: FileFieldProps) {
  const t = useTexts()
  const { id, error } = useFieldState(props)
  const limit = props.maxBytes ? `≤ ${formatBytes(props.maxBytes)}` : undefined
  return (
    <FieldFrame field={{ ...props, hint: props.hint ?? limit }} id={id} error={error}>
      <cs-upload
        class="cs-drop"
        data-instant={props.instant ? '' : undefined}
        data-max={props.maxBytes}
        data-uploading={t.uploading}
        data-uploaded={t.uploaded}
        data-failed={t.uploadFailed}
        data-too-large={t.uploadTooLarge}
        data-remove={t.removeItem('{label}')}
      >
        <Icon name="cloud-upload" />
        <span class="cs-js">{t.dropHere}</span>
        <input
          id={id}
          type="file"
          name={props.name}
          multiple={props.multiple}
          accept={props.accept}
          capture={props.camera ? 'environment' : undefined}
          required={props.required}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={describedBy(props, id, error)}
        />
        <label class="btn btn-quiet is-sm cs-js" for={id}>
          {props.multiple ? t.chooseFiles : t.chooseFile}
        </label>
        <ul class="cs-drop-l" aria-live="polite" />
      </cs-upload>
    </FieldFrame>
  )
}
