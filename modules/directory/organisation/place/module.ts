import { inLang } from '@congso/kernel/contract'
import { handle, page } from '@congso/kernel/server'
import { en as wordsEn } from '../pages/words.en.ts'
import { vi as wordsVi } from '../pages/words.vi.ts'
import { importAdminUnits } from './commands/import-admin-units.ts'
import * as contract from './contract.ts'
import { OldAddressPage } from './pages/old-address.tsx'
import { PlacePage } from './pages/place.tsx'
import { PlacesPage } from './pages/places.tsx'
import { en } from './pages/texts.en.ts'
import { vi } from './pages/texts.vi.ts'
import { listPlaces } from './queries/list-places.ts'
import { resolveAddress } from './queries/resolve-address.ts'
import { showPlace } from './queries/show-place.ts'

/** Administrative units: their share of the module. */
export const placePart = {
  handlers: [
    handle(contract.importAdminUnits, importAdminUnits),
    handle(contract.listPlaces, listPlaces),
    handle(contract.resolveAddress, resolveAddress),
    handle(contract.showPlace, showPlace),
  ],
  pages: [
    page(contract.listPlaces, PlacesPage, { title: (_, { lang }) => inLang(lang, wordsVi, wordsEn).places }),
    page(contract.resolveAddress, OldAddressPage, { title: (_, { lang }) => inLang(lang, vi, en).old }),
    page(contract.showPlace, PlacePage, { title: view => view.fullName }),
  ],
  forms: [],
}
