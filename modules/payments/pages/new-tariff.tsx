import { inLang, type ReplyOf } from '@congso/kernel/contract'
import type { PageProps } from '@congso/kernel/server'
import {
  Breadcrumbs,
  Button,
  Content,
  DateField,
  FieldGrid,
  Form,
  NumberField,
  Panel,
  Select,
  TextArea,
  TextField,
  ThingHead,
} from '@congso/ui'
import { feeKinds, listTariffs, setTariff, type newTariff } from '../contract.ts'
import { en } from './texts.en.ts'
import { vi } from './texts.vi.ts'

/** The form for a tariff. */
export function NewTariffPage({ view, page }: PageProps<ReplyOf<typeof newTariff>>) {
  const t = inLang(page.lang, vi, en)
  return (
    <>
      <ThingHead
        crumbs={<Breadcrumbs items={[{ href: listTariffs.path, label: t.title }, { label: t.form.title }]} />}
        title={t.form.title}
      />
      <Content>
        <Panel>
          <Form action={setTariff.path} failed={t.form.failed}>
            <FieldGrid>
              <Select
                name="agency"
                label={t.form.agency}
                help={t.form.agencyHelp}
                empty={view.mayShare ? t.form.shared : false}
                span={12}
                options={view.agencies.map(agency => ({
                  value: agency.id,
                  label: `${agency.name} (${agency.code})`,
                }))}
              />
              <TextField
                name="procedure"
                label={t.form.procedure}
                help={t.form.procedureHelp}
                required
                span={6}
                maxLength={8}
                autocomplete="off"
                num
              />
              <Select
                name="kind"
                label={t.form.kind}
                empty={false}
                span={6}
                options={feeKinds.map(kind => ({ value: kind, label: t.kinds[kind] }))}
              />
              <TextField name="name" label={t.form.name} help={t.form.nameHelp} required span={12} maxLength={200} />
              <Prices t={t} />
              <TextArea name="exemption" label={t.form.exemption} help={t.form.exemptionHelp} optional span={12} />
              <TextField name="citation" label={t.form.citation} required span={12} maxLength={300} />
              <DateField name="validFrom" label={t.form.validFrom} value={view.today} required span={12} />
            </FieldGrid>
            <Button variant="primary">{t.form.save}</Button>
          </Form>
        </Panel>
      </Content>
    </>
  )
}

function Prices({ t }: { t: typeof vi }) {
  const { dong } = t.form
  return (
    <>
      <TextField name="unit" label={t.form.unit} help={t.form.unitHelp} required span={6} maxLength={40} />
      <NumberField name="price" label={t.form.price} suffix={dong} required span={6} />
      <NumberField name="online" label={t.form.online} help={t.form.channelHelp} suffix={dong} optional span={6} />
      <NumberField name="postal" label={t.form.postal} help={t.form.channelHelp} suffix={dong} optional span={6} />
      <NumberField name="tierFrom" label={t.form.tierFrom} optional span={4} />
      <NumberField name="tierPrice" label={t.form.tierPrice} suffix={dong} optional span={4} />
      <NumberField name="most" label={t.form.most} suffix={dong} optional span={4} />
    </>
  )
}
