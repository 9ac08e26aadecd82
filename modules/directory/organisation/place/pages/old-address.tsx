import { inLang, pathTo } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Actions,
  Banner,
  Breadcrumbs,
  Button,
  Content,
  EmptyState,
  FieldGrid,
  Form,
  ItemList,
  Panel,
  Stack,
  TextField,
  ThingHead,
} from '@congso/ui'
import { en as wordsEn } from '../../pages/words.en.ts'
import { vi as wordsVi } from '../../pages/words.vi.ts'
import { listPlaces, resolveAddress, showPlace, type ResolveView } from '../contract.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** An address of before 01/07/2025, and the new unit it lies in, or the several of which a person must choose. */
export function OldAddressPage({ view, page }: PageProps<ResolveView>) {
  const t = inLang(page.lang, vi, en)
  const w = inLang(page.lang, wordsVi, wordsEn)
  const isHalf = !view.answer && view.province !== ''
  return (
    <>
      <ThingHead
        crumbs={<Breadcrumbs items={[{ href: listPlaces.path, label: w.places }, { label: t.old }]} />}
        title={t.old}
      />
      <Content width="narrow">
        <Stack>
          <p class="mut">{t.oldHelp}</p>
          <Form action={resolveAddress.path} method="get">
            <FieldGrid>
              <TextField name="commune" label={t.commune} value={view.commune} span={4} autocomplete="off" />
              <TextField name="district" label={t.district} value={view.district} span={4} autocomplete="off" />
              <TextField name="province" label={t.oldProvince} value={view.province} span={4} autocomplete="off" />
            </FieldGrid>
            <Actions>
              <Button variant="primary" icon="map-pin">
                {t.resolve}
              </Button>
            </Actions>
          </Form>
          {isHalf && <Banner kind="note">{t.needs}</Banner>}
          {view.answer && <Answer answer={view.answer} page={page} />}
        </Stack>
      </Content>
    </>
  )
}

function Answer({
  answer,
  page,
}: {
  answer: NonNullable<ResolveView['answer']>
  page: PageProps<ResolveView>['page']
}) {
  const t = inLang(page.lang, vi, en)
  if (answer.outcome === 'none') {
    return (
      <EmptyState title={t.unknownTitle} tone="plain">
        {t.unknown[answer.unknown ?? 'commune']}
      </EmptyState>
    )
  }
  const lines = answer.candidates.map(one => ({
    href: pathTo(showPlace, { code: one.code }),
    name: `${one.fullName}, ${one.province}`,
    note: one.former ? t.from(one.former) : t.current,
  }))
  const once = [...new Map(lines.map(line => [`${line.href} ${line.note}`, line])).values()]
  const items = once.map(({ href, name, note }) => ({ title: <a href={href}>{name}</a>, note }))
  return (
    <Panel title={answer.outcome === 'one' ? t.one : t.several[answer.why ?? 'ambiguous']}>
      <ItemList items={items} numbered={false} />
    </Panel>
  )
}
