import {
  Button,
  Checkbox,
  Checkboxes,
  ChipsField,
  ComboField,
  DateField,
  Dialog,
  Disclosure,
  FieldGrid,
  FileField,
  Form,
  FormSection,
  MiniTable,
  NumberField,
  PageContext,
  PasswordField,
  Phrases,
  Radios,
  Select,
  StickyFoot,
  TextArea,
  TextField,
  usePage,
} from '../index.ts'
import { Sample } from './sample.tsx'

const options = [
  { value: 'a', label: 'Tại quầy' },
  { value: 'b', label: 'Bưu điện', note: 'có thu cước' },
]

/** Every field, empty, filled, read-only and wrong. */
export function FieldSamples() {
  return (
    <Sample title="Ô nhập">
      <Form action="/gallery/fields" id="fields" multipart draft="gallery">
        <FieldGrid>
          <TextField name="name" label="Họ và tên" span={4} value="Trần Văn Khải" autocomplete="off" />
          <TextField name="phone" label="Điện thoại" span={4} inputMode="tel" num value="0912 000 318" />
          <TextField name="id" label="Số định danh" span={4} readOnly num value="0•• ••• ••• 412" />
          <NumberField name="amount" label="Số tiền" span={3} suffix="đ" value="15.000" help="Không ghi dấu cách." />
          <DateField
            name="date"
            label="Ngày nộp lại"
            span={3}
            value="2026-11-17"
            error="Ngày 17/11/2026 đã qua. Chọn từ 20/11/2026."
          />
          <DateField name="due" label="Hạn" span={3} time value="2026-11-25T10:00:00+07:00" />
          <Select
            name="field"
            label="Lĩnh vực"
            span={3}
            options={[...options, { label: 'Khác', options: [{ value: 'c', label: 'Ba' }] }]}
            value="b"
          />
          <TextArea name="note" label="Nội dung" hint="người nộp sẽ đọc đúng câu này" span={6} optional />
          <PasswordField name="password" label="Mật khẩu" span={6} labelEnd={<a href="#forgot">Quên mật khẩu</a>} />
          <ComboField
            name="kind"
            label="Loại việc"
            span={6}
            src="/x.json?q="
            chosen={{ value: '1', label: 'Việc số một' }}
            kbd="Alt 1"
          />
          <ComboField name="place" label="Nơi nhận" span={6} options={options} />
          <ChipsField
            name="lead"
            label="Chủ trì"
            span={6}
            single
            tone="lead"
            src="/x.json?q="
            chips={[{ value: '1', label: 'Phòng Một', tone: 'lead' }]}
          />
          <ChipsField
            name="others"
            label="Phối hợp"
            span={6}
            tone="co"
            options={options}
            chips={[{ value: 'a', label: 'Tại quầy' }]}
          />
        </FieldGrid>
        <Phrases into="fields-note" phrases={['Để báo cáo', 'Lưu, theo dõi']} />
        <Radios name="way" label="Nhận kết quả" options={options} value="a" />
        <Radios name="way2" label="Cách nộp" look="list" options={options} value="b" />
        <Radios name="way3" label="Mục đích" look="inline" options={options} />
        <Checkboxes name="papers" label="Giấy tờ" options={options} values={['b']} />
        <Checkbox name="agree" label="Tôi đã đọc" help="Bắt buộc theo quy định." />
        <FileField name="files" label="Tệp đính kèm" multiple maxBytes={10_485_760} accept=".pdf" />
        <Button variant="primary" type="submit">
          Lưu
        </Button>
      </Form>
      <Dialog id="sample-dialog" title="Từ chối giải quyết">
        <p>Người nộp sẽ nhận thông báo.</p>
        <Form action="/gallery/refuse" id="refuse">
          <TextArea name="reason" label="Lý do" />
          <Button variant="primary">Từ chối</Button>
        </Form>
      </Dialog>
      <Disclosure summary="Căn cứ pháp lý">
        <p>Điều 5.</p>
      </Disclosure>
    </Sample>
  )
}

/** A form that came back refused, and a section of a long one. */
export function FormSamples() {
  const form = {
    action: '/gallery/form',
    values: { content: 'Bản vẽ chưa đạt', papers: ['b'], date: '17/11/2026' },
    errors: [
      { path: 'content', message: 'Ghi rõ trang nào, thiếu gì, sửa thế nào.' },
      { path: 'date', message: 'Ngày 17/11/2026 đã qua.' },
    ],
  }
  return (
    <Sample title="Biểu mẫu có lỗi">
      <PageContext.Provider value={{ ...usePage(), form }}>
        <Form action="/gallery/form" id="bad" failed="Chưa gửi được" look="page">
          <Checkboxes name="papers" label="Giấy tờ cần bổ sung" options={options} />
          <TextArea name="content" label="Nội dung cần sửa" hint="người nộp sẽ đọc đúng câu này" />
          <DateField name="date" label="Đề nghị nộp lại trước" />
        </Form>
      </PageContext.Provider>
      <FormSection number={1} title="Người nộp" done note="đã khớp">
        <p>Đã đủ.</p>
      </FormSection>
      <FormSection number={2} title="Giấy tờ">
        <MiniTable
          caption="Giấy tờ"
          heads={[{ label: 'Tên' }, { label: 'Bản chính', width: 80, center: true }]}
          rows={[['Tờ khai', <NumberField name="n" label="Bản chính" hideLabel value="1" key="n" />]]}
        />
      </FormSection>
      <StickyFoot
        when={
          <>
            Hẹn trả <b class="num">09:42 Thứ Tư, 25/11/2026</b>
          </>
        }
        note="3 ngày làm việc"
      >
        <Button variant="primary" blocked="Còn mục số 3 chưa xem">
          Nhận và in
        </Button>
      </StickyFoot>
    </Sample>
  )
}
