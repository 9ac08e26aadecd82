import {
  Actions,
  Avatar,
  Banner,
  BarList,
  Barcode,
  Button,
  Caption,
  ChartFigure,
  Chips,
  CodeText,
  CopyButton,
  Due,
  DueCell,
  EmptyState,
  ErrorState,
  FilterBar,
  HiddenText,
  Icon,
  Kbd,
  LinkButton,
  Masked,
  Menu,
  Meter,
  Muted,
  Num,
  Pick,
  PickLink,
  PrintButton,
  Qr,
  Reason,
  RefusalPage,
  SearchBox,
  ShareBar,
  Stats,
  Tag,
  Views,
} from '../index.ts'
import { Sample } from './sample.tsx'

/** Letters, digits, codes. */
export function TextSamples() {
  return (
    <Sample title="Chữ, số, mã">
      <p>
        Ễ Ỗ Ặ Ự Hẹn trả <Num>1.111.111 đ</Num> <Muted>phụ</Muted> <Caption>ghi chú</Caption> <Kbd>Ctrl K</Kbd>{' '}
        <CodeText code="AB-0001" copy strong /> <Avatar name="Trần Văn Khải" /> <Icon name="star-filled" label="Sao" />
        <HiddenText>chỉ đọc lên</HiddenText> <CopyButton text="AB-0001" />
      </p>
      <p>
        <Masked kind="id" value="001199000412" /> · <Masked kind="phone" value="0912000318" /> ·{' '}
        <Masked kind="name" value="Trần Văn Khải" /> · <Masked kind="email" value="hang@xa.gov.vn" />
      </p>
      <Actions>
        <Qr text="https://example.org/1" size="s" />
        <Barcode text="AB-0001" />
      </Actions>
    </Sample>
  )
}

/** Deadlines, tags, messages, empty, broken and refused pages. */
export function StateSamples() {
  return (
    <Sample title="Trạng thái">
      <Actions>
        <Due state="ok">Còn 5 ngày 2 giờ</Due>
        <Due state="soon">Còn 33 phút</Due>
        <Due state="late">Quá 1 ngày 4 giờ</Due>
        <Due state="hold">Tạm dừng từ 17/11</Due>
        <Due state="done">Xong trước hạn 6 giờ</Due>
        <DueCell state="soon" used={80} note="Trừ nghỉ lễ">
          Còn 2 giờ
        </DueCell>
        <Meter used={40} />
      </Actions>
      <Actions>
        <Tag state="idle">Mới</Tag>
        <Tag state="acc">Đang làm</Tag>
        <Tag state="hold">Chờ</Tag>
        <Tag state="ok">Đã xong</Tag>
        <Tag state="soon">Cần sửa</Tag>
        <Tag state="late">Quá hạn</Tag>
      </Actions>
      <Banner kind="done" action={{ href: '#undo', label: 'Hoàn tác' }} dismiss>
        Đã chuyển <Num strong>3</Num> mục.
      </Banner>
      <Banner kind="partly" action={{ href: '#look', label: 'Xem' }}>
        Chuyển được 2, còn 1 chưa chuyển.
      </Banner>
      <Banner kind="late">Có 3 mục quá hạn.</Banner>
      <Banner kind="offline">Mất mạng từ 09:40.</Banner>
      <Banner kind="note">Bản này áp dụng từ 01/07/2026.</Banner>
      <EmptyState
        title="Không còn mục nào chờ"
        links={[
          { href: '#a', icon: 'clock', label: 'Mục sắp đến hạn' },
          { href: '#b', icon: 'search', label: 'Tìm mục cũ', kbd: '/' },
        ]}
      >
        Mục gần nhất lúc 09:51.
      </EmptyState>
      <EmptyState title="Không có mục nào khớp" tone="plain" />
      <ErrorState title="Chưa tải được danh sách" retryHref="#again">
        Không có gì bị mất.
      </ErrorState>
      <RefusalPage
        lead="Chưa gửi được"
        title="Còn 1 mục chưa đạt"
        why="Lúc 09:43 mục này vừa được sửa."
        next="Xem lại mục số 3."
        changed="Không."
        actions={<LinkButton href="#back">Quay lại</LinkButton>}
        rule="bước 3"
        code="sample.not-valid"
        at="09:44:12"
      />
    </Sample>
  )
}

/** Verbs. */
export function ButtonSamples() {
  return (
    <Sample title="Nút">
      <Actions>
        <Button variant="primary" kbd="Ctrl ↵">
          Lưu và in
        </Button>
        <Button variant="primary" busy>
          Lưu
        </Button>
        <Button icon="pencil" kbd="B">
          Sửa
        </Button>
        <Button variant="bare">Xem cách tính</Button>
        <Button variant="danger-quiet" icon="circle-x" opens="sample-dialog">
          Từ chối…
        </Button>
        <Button size="sm">Nhỏ</Button>
        <Button icon="dots" label="Thao tác khác" />
        <LinkButton href="#new" icon="plus" size="lg">
          Tạo mới
        </LinkButton>
        <PrintButton />
      </Actions>
      <Actions layout="stack">
        <Button icon="arrow-right" blocked="Chưa trình được: mục số 3 đang cần sửa.">
          Trình
        </Button>
        <Reason>Chỉ làm được một lần.</Reason>
      </Actions>
    </Sample>
  )
}

/** Views, filters, menus. */
export function FilterSamples() {
  return (
    <Sample title="Lọc">
      <Views
        views={[
          { href: '#1', label: 'Cần tôi xử lý', count: 32, current: true },
          { href: '#2', label: 'Tất cả', count: 1284 },
        ]}
      />
      <FilterBar
        clearHref="#clear"
        end={
          <PickLink href="#export" icon="download">
            Xuất
          </PickLink>
        }
      >
        <SearchBox action="/x" label="Tìm theo mã, tên" value="an" keep={{ view: 'mine', kind: ['a', 'b'] }} live />
        <Pick label="Thời hạn" value="quá hạn" clearHref="#x" />
        <Pick
          label="Loại"
          options={[
            { href: '#a', label: 'Một', count: 3, current: true },
            { href: '#b', label: 'Hai', count: 5 },
          ]}
        />
        <Menu
          label="Thao tác khác"
          items={[
            { href: '#log', label: 'Nhật ký', icon: 'history' },
            { label: 'Xóa', icon: 'trash', danger: true, opens: 'sample-dialog' },
          ]}
        />
      </FilterBar>
      <Chips
        chips={[
          { value: '1', label: 'Chủ trì', tone: 'lead' },
          { value: '2', label: 'Phối hợp', tone: 'co' },
          { value: '3', label: 'Để biết' },
        ]}
      />
    </Sample>
  )
}

/** Figures, bars, a chart with its table. */
export function FigureSamples() {
  return (
    <Sample title="Số liệu">
      <Stats
        items={[
          { label: 'Nhận', value: '436', href: '#in', note: '+31 so với tháng 9' },
          { label: 'Đúng hẹn', value: '97,1 %', href: '#ok' },
          { label: 'Đang làm', value: '82', href: '#now', note: '3 đang quá hạn', late: true },
        ]}
      />
      <BarList
        caption="Vì sao trễ"
        items={[
          { label: 'Chờ phối hợp', value: 5, href: '#5' },
          { label: 'Lý do khác', value: 1 },
        ]}
      />
      <ShareBar percent={88.9} text="88,9" target={95} from={80} note="dưới chỉ tiêu" />
      <ChartFigure
        label="Nhận và trả theo tuần"
        svg='<svg viewBox="0 0 300 60"><rect x="20" y="10" width="40" height="50" fill="#20477f"/><rect x="120" y="30" width="40" height="30" fill="#20477f"/></svg>'
        table={{
          heads: ['01–02/10', '05–09/10'],
          rows: [{ label: 'Nhận', cells: [{ text: '38', href: '#38' }, { text: '98' }] }],
        }}
      />
    </Sample>
  )
}
