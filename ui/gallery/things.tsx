import {
  Breadcrumbs,
  BulkBar,
  CellLines,
  CellNote,
  CodeText,
  Columns,
  DayStrip,
  DeadlinePanel,
  DueCell,
  Facts,
  FileList,
  Flow,
  ItemList,
  KeyHints,
  MetaItem,
  PageHead,
  Pager,
  Panel,
  Sheet,
  SheetHead,
  Split,
  StepList,
  StepTrail,
  Table,
  Tag,
  ThingHead,
  Timeline,
  Tree,
} from '../index.ts'
import { Sample } from './sample.tsx'

type Row = { id: string; title: string; who: string; left: string; state: 'ok' | 'soon' | 'late' }

const rows: Row[] = [
  { id: 'AB-1', title: 'Việc thứ nhất', who: 'Đỗ Quang Vịnh', left: 'Quá 1 ngày 4 giờ', state: 'late' },
  {
    id: 'AB-2',
    title: 'Việc thứ hai có tên dài để thấy xuống dòng',
    who: 'Phùng Thị Lựu',
    left: 'Còn 33 phút',
    state: 'soon',
  },
  { id: 'AB-3', title: 'Việc thứ ba', who: 'Giàng A Phềnh', left: 'Còn 5 ngày', state: 'ok' },
]

/** Lists: groups, selection, sorting, empty, pages. */
export function TableSamples() {
  return (
    <Sample title="Danh sách">
      <form id="rows" method="post" action="/gallery/rows" />
      <Table<Row>
        caption="Việc cần xử lý"
        rowKey={row => row.id}
        opens
        select={{ name: 'ids', label: row => row.title, form: 'rows', checked: row => row.id === 'AB-1' }}
        sort={{ by: 'due', href: (by, descending) => `?sort=${by}${descending ? '&desc=1' : ''}` }}
        current={row => row.id === 'AB-2'}
        columns={[
          {
            key: 'title',
            head: 'Việc · mã',
            phone: 'title',
            cell: row => <CellLines href={`#${row.id}`} title={row.title} note={<CodeText code={row.id} />} />,
          },
          { key: 'who', head: 'Người nộp', width: 168, cell: row => row.who },
          {
            key: 'left',
            head: 'Thời gian còn lại',
            width: 264,
            phone: 'side',
            sort: 'due',
            cell: row => (
              <DueCell state={row.state} used={70}>
                {row.left}
              </DueCell>
            ),
          },
          {
            key: 'due',
            head: 'Hẹn trả',
            width: 132,
            align: 'right',
            num: true,
            phone: 'hide',
            cell: () => (
              <>
                14:20 17/11<CellNote>Thứ Ba</CellNote>
              </>
            ),
          },
        ]}
        groups={[
          { title: 'Quá hạn', state: 'late', count: 1, rows: rows.slice(0, 1) },
          { title: 'Trong hạn', count: 2, rows: rows.slice(1) },
        ]}
      />
      <BulkBar
        form="rows"
        noun="mục"
        acts={[
          { label: 'Chuyển bước', icon: 'arrow-right', main: true },
          { label: 'Giao cho…', icon: 'user-share', opens: 'sample-dialog' },
        ]}
      />
      <Pager from={1} to={32} total={10_000} totalIsAtLeast noun="mục" firstHref="#0" previousHref="#p" nextHref="#n" />
      <Table<Row>
        caption="Trống"
        rowKey={row => row.id}
        columns={[{ key: 'a', head: 'Tên', cell: row => row.title }]}
        rows={[]}
        empty="Chưa có gì."
        report
        inPanel
      />
      <KeyHints keys={[{ keys: ['J', 'K'], label: 'xuống, lên' }]} note="1–32 trong 32 mục" />
    </Sample>
  )
}

/** Heads, panels, facts, papers, documents. */
export function PanelSamples() {
  return (
    <Sample title="Trang của một việc">
      <PageHead title="Danh sách" context="Thứ Năm, 19/11/2026" line />
      <ThingHead
        crumbs={
          <Breadcrumbs
            items={[{ href: '#', label: 'Bàn làm việc' }]}
            place={{ at: 9, of: 32, previousHref: '#p', nextHref: '#n' }}
          />
        }
        title="Việc thứ nhất"
        meta={
          <>
            <CodeText code="AB-0001" copy strong />
            <MetaItem icon="user">Trần Văn Khải</MetaItem>
            <Tag state="acc">Đang làm</Tag>
          </>
        }
      />
      <Columns
        main={
          <Panel title="Thành phần" note="2 hợp lệ" id="papers" foot="Vì sao">
            <ItemList
              items={[
                { title: 'Đơn đề nghị', note: '1 bản chính', end: <Tag state="ok">Hợp lệ</Tag> },
                { title: 'Bản vẽ', quote: 'Trang 4 thiếu cao độ.', end: <Tag state="soon">Cần sửa</Tag> },
              ]}
            />
          </Panel>
        }
        side={
          <Panel title="Người nộp">
            <Facts
              items={[
                { label: 'Họ tên', value: 'Trần Văn Khải', strong: true },
                { label: 'Điện thoại', value: '09•• ••• 318', num: true },
              ]}
            />
          </Panel>
        }
      />
      <Split>
        <Panel title="Tài liệu">
          <FileList
            files={[
              { name: 'Đơn', href: '#d', note: '2 tr.' },
              { name: 'Bản vẽ', href: '#b', current: true },
            ]}
          />
        </Panel>
        <Panel title="Ai đã xem">
          <Tree
            node={{
              name: 'Văn thư',
              state: 'read',
              stateText: '07:48',
              children: [
                { name: 'Quàng Thị Chiến', note: 'Chánh Văn phòng', state: 'turn', stateText: 'Đến lượt' },
                { name: 'Lò Văn Chung', state: 'unread', stateText: 'Chưa xem' },
                { name: 'Sau khi ký: 2 nơi', state: 'next' },
              ],
            }}
          />
        </Panel>
      </Split>
      <Sheet size="slip">
        <SheetHead
          parent="UBND XÃ MẪU"
          agency="VĂN PHÒNG"
          number="Số: 01"
          nation="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
          motto="Độc lập - Tự do - Hạnh phúc"
          placeAndDate="Mẫu, ngày 19 tháng 11 năm 2026"
        />
      </Sheet>
    </Sample>
  )
}

/** Time and process. */
export function ProcessSamples() {
  return (
    <Sample title="Thời hạn và quy trình">
      <DeadlinePanel
        amount="Còn 5 ngày 2 giờ"
        unit="làm việc"
        state="ok"
        promiseLabel="Hẹn trả kết quả"
        promise="14:05 · Thứ Sáu, 27/11/2026"
        days={[
          { state: 'start', top: 'T3', date: '17/11', note: 'Nhận', sub: '14:05' },
          { state: 'done', top: 'T4', date: '18/11', note: 'Ngày 1' },
          { state: 'now', top: 'T5', date: '19/11', note: 'Hôm nay', sub: 'Ngày 2' },
          { state: 'plain', top: 'T6', date: '20/11', note: 'Ngày 3' },
          { state: 'off', top: 'T7', date: '21/11', note: 'Nghỉ' },
          { state: 'due', top: 'T2', date: '23/11', note: 'Hẹn trả', sub: '14:05' },
        ]}
      >
        <b>Vì sao?</b> Thời hạn 7 ngày làm việc.
      </DeadlinePanel>
      <DayStrip label="Một ngày" days={[{ state: 'plain', top: 'T2', date: '24/11' }]} />
      <Flow
        segments={[
          { weight: 2, used: 1, state: 'done' },
          { weight: 32, used: 0.36, state: 'now' },
          { weight: 8, used: 1, state: 'late' },
          { weight: 8, used: 0, state: 'todo' },
        ]}
      />
      <StepList
        caption="Các bước"
        steps={[
          {
            state: 'done',
            name: 'Tiếp nhận',
            who: 'Lê Thu Hằng',
            spent: '35 phút / 2 giờ',
            result: 'Trước hạn',
            resultState: 'ok',
          },
          {
            state: 'now',
            name: 'Thẩm định',
            who: 'Nguyễn Hữu Phước',
            spent: '11 giờ / 32 giờ',
            result: 'Còn 20 giờ',
            resultState: 'ok',
          },
          { state: 'late', name: 'Xem xét', result: 'Quá 1 giờ', resultState: 'late' },
          { state: 'todo', name: 'Ký', result: 'Chưa đến' },
        ]}
      />
      <StepTrail
        steps={[
          { state: 'done', title: 'Đã nhận', note: '14:05 17/11' },
          { state: 'now', title: 'Đang kiểm tra' },
          { state: 'todo', title: 'Ký' },
        ]}
      />
      <Timeline
        entries={[
          { time: '09:20', at: '2026-11-19T09:20+07:00', children: 'Ghi nhận cần sửa', strong: true },
          { time: '14:05 17/11', children: 'Tiếp nhận' },
        ]}
      />
    </Sample>
  )
}
