import { ActionForm, Button, CellLines, formatDateTime, Table } from '@congso/ui'
import type { SessionLine } from '../queries/living-sessions.ts'
import type { en } from './texts.en.ts'
import type { vi } from './texts.vi.ts'

type Props = {
  sessions: readonly SessionLine[]
  t: typeof vi | typeof en
  /** The address that ends one session; without it they are only looked at. */
  endAt?: (session: string) => string
}

/** Living sessions: on what, from where, since when. */
export function SessionTable({ sessions, t, endAt }: Props) {
  const { mine } = t
  return (
    <Table
      caption={mine.sessionsCaption}
      inPanel
      rows={sessions}
      rowKey={row => row.session}
      columns={[
        {
          key: 'device',
          head: mine.device,
          phone: 'title',
          cell: row => <CellLines title={row.device || mine.unknownDevice} note={row.current && mine.thisOne} />,
        },
        { key: 'address', head: mine.address, num: true, width: 130, cell: row => row.address },
        {
          key: 'since',
          head: mine.since,
          num: true,
          width: 130,
          phone: 'hide',
          cell: row => formatDateTime(row.createdAt),
        },
        { key: 'seen', head: mine.seen, num: true, width: 130, cell: row => formatDateTime(row.seenAt) },
        {
          key: 'end',
          head: '',
          width: 100,
          phone: 'side',
          cell: row =>
            endAt && !row.current ? (
              <ActionForm action={endAt(row.session)} id={`end-${row.session}`}>
                <Button size="sm" label={`${mine.end} ${row.device}`}>
                  {mine.end}
                </Button>
              </ActionForm>
            ) : null,
        },
      ]}
    />
  )
}
