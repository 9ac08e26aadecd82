import { demoOptions } from '@congso/directory/testing'
import { communeProcedures, districtProcedures } from './old-procedures.ts'
import { commune, district, oldCode, province } from './old-regime.ts'
import type { Scenario } from './scenario.ts'

type Place = {
  key: string
  kind: 'huyện' | 'thành phố'
  name: string
  seat: readonly [kind: 'phường' | 'thị trấn', name: string]
  /** How busy its counters are beside the others: made up. */
  weight: number
}

/** The city and the ten districts, each with the commune its committee sits in. */
const places: readonly Place[] = [
  { key: 'lang-son-city', kind: 'thành phố', name: 'Lạng Sơn', seat: ['phường', 'Vĩnh Trại'], weight: 18 },
  { key: 'bac-son', kind: 'huyện', name: 'Bắc Sơn', seat: ['thị trấn', 'Bắc Sơn'], weight: 8 },
  { key: 'binh-gia', kind: 'huyện', name: 'Bình Gia', seat: ['thị trấn', 'Bình Gia'], weight: 6 },
  { key: 'cao-loc', kind: 'huyện', name: 'Cao Lộc', seat: ['thị trấn', 'Cao Lộc'], weight: 10 },
  { key: 'chi-lang', kind: 'huyện', name: 'Chi Lăng', seat: ['thị trấn', 'Đồng Mỏ'], weight: 9 },
  { key: 'dinh-lap', kind: 'huyện', name: 'Đình Lập', seat: ['thị trấn', 'Đình Lập'], weight: 4 },
  { key: 'huu-lung', kind: 'huyện', name: 'Hữu Lũng', seat: ['thị trấn', 'Hữu Lũng'], weight: 13 },
  { key: 'loc-binh', kind: 'huyện', name: 'Lộc Bình', seat: ['thị trấn', 'Lộc Bình'], weight: 9 },
  { key: 'trang-dinh', kind: 'huyện', name: 'Tràng Định', seat: ['thị trấn', 'Thất Khê'], weight: 7 },
  { key: 'van-lang', kind: 'huyện', name: 'Văn Lãng', seat: ['thị trấn', 'Na Sầm'], weight: 6 },
  { key: 'van-quan', kind: 'huyện', name: 'Văn Quan', seat: ['thị trấn', 'Văn Quan'], weight: 6 },
]

/** Tỉnh Lạng Sơn, first half of 2020: 19,569 dossiers received, 15,799 resolved, the rest in progress; 2,427 filed online. */
export const langSon: Scenario = {
  name: 'lang-son-2020h1',
  title: 'Tỉnh Lạng Sơn, 01/01–30/06/2020',
  source:
    'Published: dossiers of the whole province received, resolved and filed online. Made up: which counters they came to (here the districts and the communes of their seats), days, procedures, people, codes of agencies.',
  openedOn: '2016-07-01',
  from: '2020-01-01',
  to: '2020-06-30',
  plan: [
    province({ key: 'lang-son', code: oldCode('H37', 0), name: 'Lạng Sơn' }),
    ...places.flatMap(({ key, kind, name, seat }, index) => [
      district({ key, code: oldCode('H37', index + 1), kind, name, clerks: 4, parent: 'lang-son' }),
      commune({ key: `${key}-seat`, code: oldCode('H37', index + 1, 1), kind: seat[0], name: seat[1], parent: key }),
    ]),
  ],
  people: {
    ...demoOptions,
    bornTo: '2001-12-31',
    groups: [
      ['Nùng', 43],
      ['Tày', 36],
      ['Kinh', 17],
      ['Dao', 4],
    ],
  },
  counters: places.flatMap(({ key, kind, name, seat, weight }) => {
    const home = `${seat[0]} ${seat[1]}, ${kind} ${name}, tỉnh Lạng Sơn`
    return [
      {
        agency: key,
        weight,
        process: 'division' as const,
        procedures: districtProcedures,
        places: [home, `${kind} ${name}, tỉnh Lạng Sơn`],
      },
      {
        agency: `${key}-seat`,
        weight: weight / 3,
        process: 'commune' as const,
        procedures: communeProcedures,
        places: [home],
      },
    ]
  }),
  received: 19_569,
  pending: 19_569 - 15_799,
  online: 2427,
  lateShare: 0.02,
  months: [0.8, 0.95, 1.05, 0.7, 1.15, 1.2],
  reported: 'lang-son',
}
