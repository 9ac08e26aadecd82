import { demoOptions } from '@congso/directory/testing'
import { districtProcedures } from './old-procedures.ts'
import { commune, district, oldCode } from './old-regime.ts'
import type { Scenario } from './scenario.ts'

/** The communes before the mergers of late 2019. */
const communes: readonly (readonly [key: string, kind: 'xã' | 'thị trấn', name: string])[] = [
  ['chi-ne', 'thị trấn', 'Chi Nê'],
  ['thanh-ha', 'thị trấn', 'Thanh Hà'],
  ['an-binh', 'xã', 'An Bình'],
  ['an-lac', 'xã', 'An Lạc'],
  ['co-nghia', 'xã', 'Cố Nghĩa'],
  ['dong-mon', 'xã', 'Đồng Môn'],
  ['dong-tam', 'xã', 'Đồng Tâm'],
  ['hung-thi', 'xã', 'Hưng Thi'],
  ['khoan-du', 'xã', 'Khoan Dụ'],
  ['lac-long', 'xã', 'Lạc Long'],
  ['lien-hoa', 'xã', 'Liên Hòa'],
  ['phu-lao', 'xã', 'Phú Lão'],
  ['phu-thanh', 'xã', 'Phú Thành'],
  ['thanh-nong', 'xã', 'Thanh Nông'],
  ['yen-bong', 'xã', 'Yên Bồng'],
]

/** Huyện Lạc Thủy (Hòa Bình), first half of 2019: 2,896 dossiers received at the district's one-stop, 2,817 resolved, 79 in progress. */
export const lacThuy: Scenario = {
  name: 'lac-thuy-2019h1',
  title: 'Huyện Lạc Thủy, tỉnh Hòa Bình, 01/01–30/06/2019',
  source:
    'Published: dossiers received, resolved and in progress at the district. Made up: days, procedures, people, codes of agencies.',
  openedOn: '2016-07-01',
  from: '2019-01-01',
  to: '2019-06-30',
  plan: [
    district({
      key: 'lac-thuy',
      code: oldCode('H28', 29),
      name: 'Lạc Thủy',
      clerks: 4,
    }),
    ...communes.map(([key, kind, name], index) =>
      commune({ key, code: oldCode('H28', 29, index + 1), kind, name, parent: 'lac-thuy' }),
    ),
  ],
  people: {
    ...demoOptions,
    bornTo: '2000-12-31',
    groups: [
      ['Mường', 60],
      ['Kinh', 38],
      ['Thái', 2],
    ],
  },
  counters: [
    {
      agency: 'lac-thuy',
      weight: 1,
      process: 'division',
      procedures: districtProcedures,
      places: communes.map(([, kind, name]) => `${kind} ${name}, huyện Lạc Thủy, tỉnh Hòa Bình`),
    },
  ],
  received: 2896,
  pending: 79,
  lateShare: 0.016,
  months: [0.95, 0.7, 1.1, 1.05, 1.1, 1.1],
  reported: 'lac-thuy',
}
