import { inLang, pathTo, type ReplyOf } from '@congso/kernel/contract'
import {
  Button,
  ComboField,
  FilterBar,
  Form,
  formatNumber,
  Hidden,
  Icon,
  Pick,
  PickLink,
  SearchBox,
  usePage,
  withQuery,
} from '@congso/ui'
import { exportProcedures, levels, listProcedures, onlineLevels } from '../../contract.ts'
import { words } from '../words/words.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

type View = ReplyOf<typeof listProcedures>

/** Search and filters of the catalogue, all in the address. */
export function CatalogueFilters({ view }: { view: View }) {
  const { lang, path } = usePage()
  const t = inLang(lang, vi, en).list
  const w = words(lang)
  const { q, level, field, online, view: shown } = view.filter
  const set = [q, level, field, online].filter(Boolean).length
  const change = (patch: Record<string, string | null>) => withQuery(path, { ...patch, at: null })
  return (
    <FilterBar
      clearHref={set > 1 ? change({ q: null, level: null, field: null, online: null }) : undefined}
      end={
        <>
          <PickLink href={pathTo(exportProcedures, { ...view.filter, lang })} icon="download" download>
            {t.export}
          </PickLink>
          <button class="cs-pick cs-js" type="button" data-print>
            <Icon name="printer" />
            {t.print}
          </button>
        </>
      }
    >
      <SearchBox
        action={listProcedures.path}
        value={q}
        label={t.find}
        keep={{ level, field, online, view: shown === 'all' ? undefined : shown, agency: view.filter.agency }}
        live
      />
      <Pick
        label={t.level}
        value={level && w.levels[level]}
        clearHref={level && change({ level: null })}
        options={levels.map(one => ({ href: change({ level: one }), label: w.levels[one], current: one === level }))}
      />
      <Pick label={t.field} value={field} clearHref={field && change({ field: null })}>
        {!field && <FieldChoice view={view} />}
      </Pick>
      <Pick
        label={t.online}
        value={online && w.onlineLevels[online]}
        clearHref={online && change({ online: null })}
        options={onlineLevels.map(one => ({
          href: change({ online: one }),
          label: w.onlineLevels[one],
          current: one === online,
        }))}
      />
      {view.agencies.length > 1 && (
        <Pick
          label={t.agency}
          value={view.filter.agency && view.agency?.name}
          clearHref={view.filter.agency && change({ agency: null })}
          options={view.agencies.map(one => ({
            href: change({ agency: one.id }),
            label: one.name,
            current: one.id === view.agency?.id,
          }))}
        />
      )}
    </FilterBar>
  )
}

/** Hundreds of fields are found by typing, not by scrolling. */
function FieldChoice({ view }: { view: View }) {
  const { lang } = usePage()
  const t = inLang(lang, vi, en).list
  const { q, level, online, agency, view: shown } = view.filter
  return (
    <Form method="get" action={listProcedures.path}>
      {Object.entries({ q, level, online, agency, view: shown }).map(
        ([name, value]) => value && <Hidden name={name} value={value} key={name} />,
      )}
      <ComboField
        name="field"
        label={t.field}
        options={view.fields.map(({ field, count }) => ({ value: field, label: `${field} (${formatNumber(count)})` }))}
        submit
      />
      <Button variant="quiet" size="sm">
        {t.apply}
      </Button>
    </Form>
  )
}
