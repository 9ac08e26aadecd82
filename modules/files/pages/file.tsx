import { inLang, pathTo, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  ActionForm,
  Actions,
  Banner,
  Breadcrumbs,
  Button,
  CodeText,
  Columns,
  EmptyState,
  Facts,
  Form,
  formatBytes,
  formatDateTime,
  LinkButton,
  Panel,
  Stack,
  TextArea,
  ThingHead,
} from '@congso/ui'
import { download, removeFile, restoreFile, showInline, type FileView, type viewFile } from '../contract.ts'
import { commonTypes } from '../domain/file-type.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** A file: what is known of it, and its content as far as a page can show it. */
export function FilePage({ view, page }: PageProps<ReplyOf<typeof viewFile>>) {
  const t = inLang(page.lang, vi, en)
  const { file, ownerPath, mayRemove, removed } = view
  return (
    <>
      <ThingHead
        crumbs={
          <Breadcrumbs items={[{ label: t.crumb, ...(ownerPath ? { href: ownerPath } : {}) }, { label: file.name }]} />
        }
        title={file.name}
        meta={file.title || undefined}
        actions={
          !removed && (
            <LinkButton href={pathTo(download, { file: file.id })} icon="download" variant="primary" download>
              {t.download}
            </LinkButton>
          )
        }
      />
      <Columns
        main={removed ? <Removed t={t} file={file} removed={removed} /> : <Preview t={t} file={file} />}
        side={
          <>
            <About t={t} file={file} />
            {mayRemove && <Remove t={t} file={file} />}
          </>
        }
      />
    </>
  )
}

type View = ReplyOf<typeof viewFile>
type PartProps = { t: typeof vi; file: FileView }

function Preview({ t, file }: PartProps) {
  const source = pathTo(showInline, { file: file.id })
  if (file.preview === null) {
    return (
      <Panel title={t.preview}>
        <EmptyState title={t.noPreview} tone="plain" icon="file-off" />
      </Panel>
    )
  }
  return (
    <Panel
      title={t.preview}
      actions={
        <LinkButton href={source} icon="external-link" size="sm" newWindow>
          {t.openInTab}
        </LinkButton>
      }
      foot={file.preview === 'pdf' ? t.blank : undefined}
    >
      {file.preview === 'image' ? (
        <img src={source} alt={t.previewOf(file.name)} />
      ) : (
        <iframe src={source} width="100%" height="720" title={t.previewOf(file.name)} />
      )}
    </Panel>
  )
}

function Removed({ t, file, removed }: PartProps & { removed: NonNullable<View['removed']> }) {
  return (
    <Panel title={t.removedTitle}>
      <Stack>
        <Facts
          items={[
            { label: t.removedAt, value: formatDateTime(removed.at), num: true },
            { label: t.removedBy, value: removed.byName || t.system },
            { label: t.reason, value: removed.reason },
            { label: t.keptUntil, value: formatDateTime(removed.until), num: true },
          ]}
        />
        {removed.gone ? (
          <Banner kind="note">{t.gone}</Banner>
        ) : (
          <Actions>
            <ActionForm action={pathTo(restoreFile, { file: file.id })}>
              <Button variant="primary" icon="arrow-back-up">
                {t.restore}
              </Button>
            </ActionForm>
          </Actions>
        )}
      </Stack>
    </Panel>
  )
}

function About({ t, file }: PartProps) {
  return (
    <Panel title={t.facts}>
      <Facts
        items={[
          { label: t.type, value: commonTypes.find(one => one.type === file.type)?.label ?? file.type },
          { label: t.size, value: formatBytes(file.size), num: true },
          { label: t.when, value: formatDateTime(file.createdAt), num: true },
          { label: t.who, value: file.createdByName || t.system },
          { label: t.scan, value: t.scans[file.scanState] },
          { label: t.hash, value: <CodeText code={file.sha256.slice(0, 16)} /> },
        ]}
      />
    </Panel>
  )
}

function Remove({ t, file }: PartProps) {
  return (
    <Panel title={t.remove}>
      <Form action={pathTo(removeFile, { file: file.id })} failed={t.removeFailed}>
        <TextArea name="reason" label={t.reason} help={t.removeHelp} required maxLength={500} />
        <Button variant="danger-quiet">{t.remove}</Button>
      </Form>
    </Panel>
  )
}
