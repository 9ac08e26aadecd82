import { describe, expect, test } from 'vitest'
import type { FormState } from '../page-context.ts'
import { Button } from './button.tsx'
import { Checkbox, Checkboxes, Radios, Select } from './choice-field.tsx'
import { ChipsField, ComboField } from './combo-field.tsx'
import { FileField } from './file-field.tsx'
import { ActionForm, Form } from './form.tsx'
import { attribute, htmlOf, tagsOf } from './testing.ts'
import { DateField, NumberField, PasswordField, TextArea, TextField } from './text-field.tsx'

const options = [
  { value: 'a', label: 'Một' },
  { value: 'b', label: 'Hai' },
]
const refused: FormState = {
  action: '/things/1/edit',
  values: {
    title: 'Tên đã gõ',
    kind: 'b',
    parts: ['b'],
    agree: 'true',
    lines: [{ note: 'dòng' }],
    due: '17/11/2026',
    secret: 'lộ',
  },
  errors: [
    { path: 'title', message: 'Tên quá ngắn.' },
    { path: '/lines/0/note', message: 'Ghi rõ hơn.' },
  ],
}

describe('a form', () => {
  const page = { csrf: 'proof', path: '/things/1?tab=2' }

  test('carries proof, the way back and a key that makes a second sending harmless', () => {
    const html = htmlOf(<Form action="/things/1/edit" />, page)
    expect(html).toContain('name="_csrf" value="proof"')
    expect(html).toContain('name="_back" value="/things/1?tab=2"')
    expect(html).toMatch(/name="_key" value="[0-9a-f-]{36}"/)
  })

  test('a second form has another key', () => {
    const keys = htmlOf([<ActionForm action="/a" key="a" />, <ActionForm action="/b" key="b" />], page).match(
      /[0-9a-f-]{36}/g,
    )
    expect(new Set(keys).size).toBe(2)
  })

  test('a search carries nothing secret', () =>
    expect(htmlOf(<Form action="/find" method="get" />, page)).not.toContain('_csrf'))

  test('a form of another address ignores what was refused', () => {
    const html = htmlOf(
      <Form action="/other">
        <TextField name="title" label="Tên" value="cũ" />
      </Form>,
      { ...page, form: refused },
    )
    expect(html).toContain('value="cũ"')
    expect(html).not.toContain('role="alert"')
  })
})

describe('a form that came back refused', () => {
  const show = (fields: Parameters<typeof htmlOf>[0]) =>
    htmlOf(
      <Form action="/things/1/edit" failed="Chưa gửi được">
        {fields}
      </Form>,
      { form: refused },
    )

  test('counts what is wrong and links to each field', () => {
    const html = show([
      <TextField name="title" label="Tên" key="t" />,
      <TextField name="lines.0.note" label="Ghi chú" key="l" />,
    ])
    expect(html).toContain('Chưa gửi được, còn 2 chỗ cần sửa')
    const links = tagsOf(html, 'a').map(tag => attribute(tag, 'href')?.slice(1))
    const ids = tagsOf(html, 'input').map(tag => attribute(tag, 'id'))
    expect(links).toHaveLength(2)
    for (const id of links) expect(ids).toContain(id)
  })

  test('the field keeps what was typed and points at its message', () => {
    const html = show(<TextField name="title" label="Tên" value="cũ" help="Ngắn gọn." />)
    const input = tagsOf(html, 'input').find(tag => attribute(tag, 'name') === 'title')
    expect(attribute(input, 'value')).toBe('Tên đã gõ')
    expect(attribute(input, 'aria-invalid')).toBe('true')
    const described = attribute(input, 'aria-describedby')?.split(' ') ?? []
    expect(described).toHaveLength(2)
    for (const id of described) expect(html).toContain(`id="${id}"`)
  })

  test('a path written as a JSON pointer finds its field and its value', () => {
    const html = show(<TextArea name="lines[0].note" label="Ghi chú" />)
    expect(html).toContain('Ghi rõ hơn.')
    expect(html).toContain('>dòng</textarea>')
  })

  test('choices keep what was chosen, not what stood there before', () => {
    const html = show([
      <Select name="kind" label="Loại" options={options} value="a" key="s" />,
      <Checkboxes name="parts" label="Phần" options={options} values={['a']} key="c" />,
      <Checkbox name="agree" label="Đồng ý" key="a" />,
      <Checkbox name="unticked" label="Khác" checked key="u" />,
    ])
    expect(
      tagsOf(html, 'option')
        .filter(tag => attribute(tag, 'selected') !== undefined)
        .map(tag => attribute(tag, 'value')),
    ).toEqual(['b'])
    const ticked = tagsOf(html, 'input').filter(tag => attribute(tag, 'checked') !== undefined)
    expect(ticked.map(tag => attribute(tag, 'name'))).toEqual(['parts', 'agree'])
  })

  test('a password never comes back', () =>
    expect(show(<PasswordField name="secret" label="Mật khẩu" />)).not.toContain('lộ'))

  test('a refusal without a field is said with its code', () => {
    const form = { ...refused, errors: [], refusal: { code: 'things.locked', message: 'Đang có người sửa.' } }
    const html = htmlOf(<Form action="/things/1/edit" />, { form })
    expect(html).toContain('Đang có người sửa.')
    expect(html).toContain('things.locked')
  })
})

describe('every field has a label that is tied to it', () => {
  test.each([
    ['text', <TextField name="x" label="Nhãn" key="1" />],
    ['number', <NumberField name="x" label="Nhãn" key="1" />],
    ['date', <DateField name="x" label="Nhãn" key="1" />],
    ['area', <TextArea name="x" label="Nhãn" key="1" />],
    ['password', <PasswordField name="x" label="Nhãn" key="1" />],
    ['select', <Select name="x" label="Nhãn" options={options} key="1" />],
    ['combo', <ComboField name="x" label="Nhãn" src="/x?q=" key="1" />],
    ['combo with a list', <ComboField name="x" label="Nhãn" options={options} key="1" />],
    ['chips', <ChipsField name="x" label="Nhãn" src="/x?q=" key="1" />],
    ['file', <FileField name="x" label="Nhãn" key="1" />],
    ['hidden label', <TextField name="x" label="Nhãn" hideLabel key="1" />],
  ])('%s', (_, field) => {
    const html = htmlOf(field)
    const target = attribute(tagsOf(html, 'label')[0], 'for')
    const controls = ['input', 'select', 'textarea']
      .flatMap(name => tagsOf(html, name))
      .filter(tag => attribute(tag, 'name') === 'x')
    expect(controls.map(tag => attribute(tag, 'id'))).toContain(target)
    expect(html).toContain('Nhãn')
  })

  test.each([
    ['radios', <Radios name="x" label="Nhãn" options={options} key="1" />],
    ['checkboxes', <Checkboxes name="x" label="Nhãn" options={options} key="1" />],
  ])('%s stand under a legend', (_, field) => expect(htmlOf(field)).toMatch(/<fieldset[^>]*><legend[^>]*>Nhãn/))
})

describe('what is typed is text as people here write it', () => {
  test('a number field never asks the browser for a number', () => {
    const input = tagsOf(htmlOf(<NumberField name="x" label="Số tiền" decimal />), 'input')[0]
    expect(attribute(input, 'type')).toBe('text')
    expect(attribute(input, 'inputmode')).toBe('decimal')
  })

  test('a date is shown as dd/mm/yyyy', () => {
    expect(htmlOf(<DateField name="x" label="Ngày" value="2026-11-09" />)).toContain('value="09/11/2026"')
    expect(htmlOf(<DateField name="x" label="Hạn" time value="2026-11-25T10:00:00+07:00" />)).toContain(
      'value="10:00 25/11/2026"',
    )
    expect(attribute(tagsOf(htmlOf(<DateField name="x" label="Ngày" value={null} />), 'input')[0], 'value')).toBe('')
  })
})

describe('a button', () => {
  test('that is blocked says why and sends nothing', () => {
    const html = htmlOf(
      <Button name="act" value="send" blocked="Chưa trình được: thiếu một giấy.">
        Trình
      </Button>,
    )
    const button = tagsOf(html, 'button')[0]
    expect(attribute(button, 'type')).toBe('button')
    expect(attribute(button, 'aria-disabled')).toBe('true')
    expect(attribute(button, 'disabled')).toBeUndefined()
    expect(html).toContain(`id="${attribute(button, 'aria-describedby')}"`)
    expect(html).toContain('Chưa trình được: thiếu một giấy.')
  })

  test.each([
    ['B', 'b'],
    ['Ctrl ↵', 'finish'],
    ['Esc', 'escape'],
    ['Alt 1', 'alt 1'],
    ['F8', 'f8'],
  ])('showing the key %s is pressed by it', (kbd, key) =>
    expect(htmlOf(<Button kbd={kbd}>Làm</Button>)).toContain(`data-key="${key}"`),
  )

  test('with only an icon has a name', () =>
    expect(htmlOf(<Button icon="dots" label="Thao tác khác" />)).toContain('aria-label="Thao tác khác"'))
})
