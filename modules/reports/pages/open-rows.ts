import { holds, pathTo, type Actor } from '@congso/kernel/contract'
import type { Figure } from '@congso/casework'
import { daysOfPart } from '../domain/period.ts'
import type { ReportView } from './casework-report.tsx'

type Narrowed = Record<string, string | null | undefined>

/** The register filtered to exactly the dossiers behind a figure; nothing for who may count dossiers but not see them. */
export function openRows(view: ReportView, actor: Actor, figure: Figure, more: Narrowed = {}): string | undefined {
  if (!holds(actor, 'casework.dossier.read')) return undefined
  const { filter } = view
  return pathTo(
    { path: '/dossiers' },
    {
      report: figure,
      from: view.from,
      to: view.to,
      agency: filter.agency,
      handlingUnit: filter.unit,
      field: filter.field,
      channel: filter.channel,
      status: 'all',
      ...more,
    },
  )
}

/** The dossiers received in the period that were filed online; nothing where another channel is looked at. */
export function openOnline(view: ReportView, actor: Actor, more: Narrowed = {}): string | undefined {
  const { channel } = view.filter
  return channel === null || channel === 'online'
    ? openRows(view, actor, 'received', { ...more, channel: 'online' })
    : undefined
}

/** What the register must add to show one line of the chosen grouping. */
export function narrowedTo(view: ReportView, key: string): Narrowed {
  if (view.by === 'agency') return { onlyAgency: key }
  if (view.by === 'field') return { field: key }
  if (view.by === 'procedure') return { procedure: key }
  if (view.by === 'channel') return { channel: key }
  if (view.by === 'unit') return { handlingUnit: key || 'none' }
  if (view.by === 'officer') return { officer: key || 'none' }
  const days = daysOfPart(key)
  return { receivedFrom: days?.from, receivedTo: days?.to }
}
