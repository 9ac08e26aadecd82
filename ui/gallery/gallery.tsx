import { ButtonSamples, FigureSamples, FilterSamples, StateSamples, TextSamples } from './basics.tsx'
import { FieldSamples, FormSamples } from './fields.tsx'
import { PublicSamples } from './public.tsx'
import { PanelSamples, ProcessSamples, TableSamples } from './things.tsx'

/** Every component in every state, with neutral words: for eyes, for the accessibility check, for the style build. */
export function GalleryPage() {
  return (
    <div class="cs-staff cs-gallery">
      <main id="main">
        <h1>Bộ thành phần</h1>
        <TextSamples />
        <StateSamples />
        <ButtonSamples />
        <FilterSamples />
        <FieldSamples />
        <FormSamples />
        <TableSamples />
        <PanelSamples />
        <ProcessSamples />
        <FigureSamples />
        <PublicSamples />
      </main>
    </div>
  )
}
