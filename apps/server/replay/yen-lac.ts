import { demoOptions } from '@congso/directory/testing'
import { communeProcedures, districtProcedures } from './old-procedures.ts'
import { commune, district, oldCode } from './old-regime.ts'
import type { Scenario } from './scenario.ts'

/** The seventeen communes, the town first; how busy each counter is beside the others is made up. */
const communes: readonly (readonly [key: string, kind: 'xã' | 'thị trấn', name: string, weight: number])[] = [
  ['yen-lac-town', 'thị trấn', 'Yên Lạc', 8],
  ['binh-dinh', 'xã', 'Bình Định', 5],
  ['dai-tu', 'xã', 'Đại Tự', 5],
  ['dong-cuong', 'xã', 'Đồng Cương', 5],
  ['dong-van', 'xã', 'Đồng Văn', 6],
  ['hong-chau', 'xã', 'Hồng Châu', 4],
  ['hong-phuong', 'xã', 'Hồng Phương', 3],
  ['lien-chau', 'xã', 'Liên Châu', 5],
  ['nguyet-duc', 'xã', 'Nguyệt Đức', 5],
  ['tam-hong', 'xã', 'Tam Hồng', 7],
  ['te-lo', 'xã', 'Tề Lỗ', 5],
  ['trung-ha', 'xã', 'Trung Hà', 3],
  ['trung-kien', 'xã', 'Trung Kiên', 4],
  ['trung-nguyen', 'xã', 'Trung Nguyên', 6],
  ['van-tien', 'xã', 'Văn Tiến', 4],
  ['yen-dong', 'xã', 'Yên Đồng', 6],
  ['yen-phuong', 'xã', 'Yên Phương', 5],
]

const placeOf = (kind: string, name: string) => `${kind} ${name}, huyện Yên Lạc, tỉnh Vĩnh Phúc`

/** Huyện Yên Lạc (Vĩnh Phúc), year 2018: more than 80,000 dossiers in the whole district, more than 97 % in time. */
export const yenLac: Scenario = {
  name: 'yen-lac-2018',
  title: 'Huyện Yên Lạc, tỉnh Vĩnh Phúc, 2018',
  source:
    'Published: more than 80,000 dossiers, more than 97 % on time or early. Made up: the exact number, counters, days, procedures, people, codes of agencies.',
  openedOn: '2016-07-01',
  from: '2018-01-01',
  to: '2018-12-31',
  plan: [
    district({
      key: 'yen-lac',
      code: oldCode('H62', 25),
      name: 'Yên Lạc',
      clerks: 6,
    }),
    ...communes.map(([key, kind, name], index) =>
      commune({ key, code: oldCode('H62', 25, index + 1), kind, name, parent: 'yen-lac' }),
    ),
  ],
  people: {
    ...demoOptions,
    bornTo: '1999-12-31',
    groups: [
      ['Kinh', 99],
      ['Mường', 1],
    ],
  },
  counters: [
    {
      agency: 'yen-lac',
      weight: 14,
      process: 'division',
      procedures: districtProcedures,
      places: communes.map(([, kind, name]) => placeOf(kind, name)),
    },
    ...communes.map(([key, kind, name, weight]) => ({
      agency: key,
      weight,
      process: 'commune' as const,
      procedures: communeProcedures,
      places: [placeOf(kind, name)],
    })),
  ],
  received: 80_500,
  inTimeAbove: 97,
  lateShare: 0.021,
  months: [1, 0.7, 1.05, 1, 1.05, 1.15, 1.15, 1.1, 1, 1, 0.95, 0.9],
  reported: 'yen-lac',
}
