import { describe, expect, test } from 'vitest'
import { GalleryPage } from '../gallery/index.tsx'
import { DueCell, Tag } from './due.tsx'
import { BarList } from './figures.tsx'
import { Pick } from './filters.tsx'
import { Breadcrumbs } from './head.tsx'
import { Pager } from './pager.tsx'
import { Flow, StepList } from './process.tsx'
import { PublicShell, SignInShell } from './public-shell.tsx'
import { Shell } from './shell.tsx'
import { Banner, RefusalPage } from './states.tsx'
import { type Column, Table } from './table.tsx'
import { attribute, htmlOf, tagsOf } from './testing.ts'
import { Avatar, Masked } from './text.tsx'

const groups = [
  { items: [{ href: '/desk', icon: 'layout-list' as const, label: 'Bàn làm việc', count: 1234 }] },
  {
    title: 'Nhóm',
    items: [
      { href: '/things', icon: 'folders' as const, label: 'Việc' },
      { href: '/things/new', icon: 'plus' as const, label: 'Việc mới' },
    ],
  },
]
const brand = { name: 'Nhà', href: '/' }

describe('the frames', () => {
  const show = (path: string) =>
    htmlOf(
      <Shell brand={brand} groups={groups} idle={{ seconds: 900, stay: '/stay', leave: '/leave', ended: '/ended' }}>
        Nội dung
      </Shell>,
      { path },
    )

  test.each([
    ['/desk', '/desk'],
    ['/things/12?tab=2', '/things'],
    ['/things/new', '/things/new'],
    ['/thingsandmore', undefined],
  ])('on %s the place %s is marked', (path, marked) => {
    const current = tagsOf(show(path), 'a').filter(tag => attribute(tag, 'aria-current') === 'page')
    expect(current.map(tag => attribute(tag, 'href'))).toEqual(marked ? [marked] : [])
  })

  test('one main, reached by a link that skips the navigation', () => {
    const html = show('/desk')
    expect(tagsOf(html, 'main')).toHaveLength(1)
    expect(attribute(tagsOf(html, 'a')[0], 'href')).toBe(`#${attribute(tagsOf(html, 'main')[0], 'id')}`)
    expect(html).toContain('1.234')
  })

  test('every landmark of a kind has its own name', () => {
    const pub = htmlOf(
      <PublicShell brand={brand} nav={[{ href: '/a', label: 'A' }]} foot={[]}>
        x
      </PublicShell>,
    )
    for (const tag of [...tagsOf(show('/desk'), 'nav'), ...tagsOf(pub, 'nav')])
      expect(attribute(tag, 'aria-label')).toBeTruthy()
  })

  test('English speaks English', () => {
    expect(
      htmlOf(
        <PublicShell brand={brand} nav={[]} foot={[]}>
          <SignInShell brand={brand}>x</SignInShell>
        </PublicShell>,
        { lang: 'en' },
      ),
    ).toContain('Skip to main content')
    expect(
      htmlOf(
        <Shell brand={brand} groups={[]}>
          x
        </Shell>,
        { lang: 'en' },
      ),
    ).toContain('Skip to main content')
  })
})

describe('states never hang on colour alone', () => {
  test('a tag and a deadline carry an icon and words', () => {
    for (const html of [
      htmlOf(<Tag state="late">Quá hạn</Tag>),
      htmlOf(
        <DueCell state="soon" used={140}>
          Còn 2 giờ
        </DueCell>,
      ),
    ]) {
      expect(html).toContain('<svg')
      expect(html).toMatch(/>(Quá hạn|Còn 2 giờ)</)
    }
  })

  test('a meter says how much is used and never more than all', () => {
    expect(
      htmlOf(
        <DueCell state="late" used={140}>
          Quá
        </DueCell>,
      ),
    ).toContain('aria-label="Đã dùng 100 % thời gian"')
  })

  test('bad news interrupts, good news waits', () => {
    expect(htmlOf(<Banner kind="late">Trễ</Banner>)).toContain('role="alert"')
    expect(htmlOf(<Banner kind="done">Xong</Banner>)).toContain('role="status"')
  })

  test('a refusal answers in order: what, why, what next, what changed, rule and code', () => {
    const html = htmlOf(
      <RefusalPage
        lead="Chưa gửi được"
        title="Còn thiếu"
        why="Vì"
        next="Bổ sung"
        changed="Không"
        rule="bước 3"
        code="things.missing"
        at="09:44:12"
      />,
    )
    const places = ['Chưa gửi được', 'Còn thiếu', 'Vì', 'Bổ sung', 'Không', 'bước 3', 'things.missing', '09:44:12'].map(
      words => html.indexOf(words),
    )
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })
})

describe('a table', () => {
  type Row = { id: string; name: string }
  const columns: Column<Row>[] = [
    { key: 'name', head: 'Tên', sort: 'name', phone: 'title', cell: row => row.name },
    { key: 'sum', head: 'Tổng', align: 'right', num: true, width: 120, cell: () => '1' },
  ]
  const rows = [
    { id: '1', name: 'Một' },
    { id: '2', name: 'Hai' },
  ]
  const sort = { by: 'name', descending: true, href: (by: string, down: boolean) => `?by=${by}&down=${down}` }
  const html = htmlOf(
    <Table<Row>
      caption="Các việc"
      columns={columns}
      groups={[{ title: 'Quá hạn', state: 'late', count: 2, rows }]}
      rowKey={row => row.id}
      sort={sort}
      select={{ name: 'ids', label: row => row.name, form: 'bulk', checked: row => row.id === '2' }}
    />,
  )

  test('says what it lists and how it is sorted, and the other way is one press away', () => {
    expect(html).toContain('Các việc</caption>')
    expect(html).toContain('aria-sort="descending"')
    expect(html).toContain('href="?by=name&amp;down=false"')
  })

  test('each box of a row has the row’s name and belongs to the form', () => {
    const boxes = tagsOf(html, 'input').filter(tag => attribute(tag, 'name') === 'ids')
    expect(boxes.map(tag => [attribute(tag, 'value'), attribute(tag, 'form'), attribute(tag, 'aria-label')])).toEqual([
      ['1', 'bulk', 'Chọn Một'],
      ['2', 'bulk', 'Chọn Hai'],
    ])
    expect(boxes.map(tag => attribute(tag, 'checked') !== undefined)).toEqual([false, true])
  })

  test('the head of a group spans the row', () => expect(html).toMatch(/<th colspan="2" scope="rowgroup">/i))

  test('without rows says what the page wants said', () => {
    const empty = htmlOf(
      <Table<Row> caption="x" columns={columns} rows={[]} rowKey={row => row.id} empty="Chưa có gì." />,
    )
    expect(empty).toMatch(/<td colspan="2">Chưa có gì\./i)
  })
})

describe('lists', () => {
  test('a set filter is one press from being taken away', () => {
    const html = htmlOf(<Pick label="Thời hạn" value="quá hạn" clearHref="/x" />)
    expect(html).toContain('Bỏ lọc Thời hạn: quá hạn')
    expect(attribute(tagsOf(html, 'a')[0], 'href')).toBe('/x')
  })

  test('pages go by keys and may not know the whole count', () => {
    const html = htmlOf(<Pager from={1} to={50} total={10_000} totalIsAtLeast noun="việc" nextHref="?after=k" />)
    expect(html).toContain('hơn 10.000')
    expect(html).toContain('rel="next"')
    expect(html).not.toContain('rel="prev"')
  })

  test('the place in the list leads to its neighbours', () => {
    const html = htmlOf(
      <Breadcrumbs
        items={[{ href: '/x', label: 'Việc' }]}
        place={{ at: 9, of: 32, previousHref: '/8', nextHref: '/10' }}
      />,
    )
    expect(html).toContain('9 / 32')
    expect(tagsOf(html, 'a').map(tag => attribute(tag, 'data-key'))).toEqual([undefined, 'k', 'j'])
  })
})

describe('pictures', () => {
  test('the widths of a process are its budgets', () => {
    const html = htmlOf(
      <Flow
        segments={[
          { weight: 1, used: 1, state: 'done' },
          { weight: 3, used: 0.5, state: 'now' },
        ]}
      />,
    )
    const widths = tagsOf(html, 'rect').map(tag => Number(attribute(tag, 'width')))
    expect(widths).toEqual([249, 249, 747, 373.5])
  })

  test('the step where it stands is marked for everybody', () => {
    const html = htmlOf(
      <StepList
        caption="Bước"
        steps={[
          { state: 'done', name: 'A' },
          { state: 'late', name: 'B' },
          { state: 'todo', name: 'C' },
        ]}
      />,
    )
    expect(tagsOf(html, 'tr').map(tag => attribute(tag, 'aria-current'))).toEqual([undefined, 'step', undefined])
    expect(html).toContain('Đang trễ')
  })

  test('bars carry their numbers', () => {
    const html = htmlOf(
      <BarList
        caption="Vì sao"
        items={[
          { label: 'Chờ', value: 4, href: '/4' },
          { label: 'Khác', value: 1 },
        ]}
      />,
    )
    expect(html).toMatch(/<a href="\/4">4<\/a>/)
    expect(tagsOf(html, 'rect').map(tag => attribute(tag, 'width'))).toEqual(['100', '25'])
  })

  test('a name becomes its first and last letter', () => {
    expect(htmlOf(<Avatar name="Nguyễn Hữu Phước" />)).toContain('>NP<')
    expect(htmlOf(<Avatar name="Ánh" />)).toContain('>Á<')
  })

  test('a masked value does not carry the whole one anywhere', () =>
    expect(htmlOf(<Masked kind="id" value="001199000412" />)).not.toContain('001199000412'))
})

describe('the gallery', () => {
  const html = htmlOf(<GalleryPage />)

  test('nothing needs an inline style or script', () => {
    expect(html).not.toMatch(/\sstyle=/)
    expect(html).not.toMatch(/\son[a-z]+="/)
    expect(html).not.toContain('<script')
  })

  test('no id is given twice', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(match => match[1])
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  test('every reference of one element to another is answered', () => {
    const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(match => match[1]))
    const wanted = [...html.matchAll(/\s(?:for|aria-labelledby|aria-describedby|data-opens)="([^"]+)"/g)].flatMap(
      match => match[1]?.split(' ') ?? [],
    )
    expect(wanted.filter(id => !ids.has(id))).toEqual([])
  })
})
