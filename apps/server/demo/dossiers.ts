import { officePlan, seeded, type Random } from '@congso/directory/testing'
import type { Upload } from '@congso/kernel/contract'
import type { Runner } from '@congso/kernel/server'
import { openMinutesBetween, type WorkCalendar } from '@congso/worktime'
import { castOf, type Cast, type Staff } from '../replay/cast.ts'
import type { Course } from '../replay/conduct.ts'
import { courseOf, moveDeed, type Deed } from '../replay/course.ts'
import { momentsOf } from '../replay/dossier.ts'
import { promiseOf } from '../replay/plan-day.ts'
import { wayThrough, type Stage } from '../replay/way.ts'
import { later } from '../replay/working-day.ts'
import { broughtBy } from './brought.ts'
import { claimDeed, findingDeed, noteDeed, scanDeed } from './deeds.ts'
import { earlier } from './moment.ts'
import type { DemoOffer } from './offers.ts'
import type { Piece } from './pieces.ts'

/** What the demo's dossiers are lived with; `edge` is the last moment anybody was at work. */
export type Scene = {
  runner: Runner
  calendar: WorkCalendar
  staff: Staff
  edge: number
  scan: (what: string, mark: string) => Promise<Upload>
}

/** A dossier that goes its way: where it is received, what for, when. */
export type Ordinary = { no: number; receiving: string; offered: DemoOffer; at: number }

/** A dossier left to itself: done early, on time or now and then late; still under way where its end lies ahead. */
export function ordinaryCourse(scene: Scene, { no, receiving, offered, at }: Ordinary): Course {
  const { runner, calendar, edge } = scene
  const random = seeded(`demo/ordinary/${no}`)
  const cast = castFor(scene, receiving, offered)
  const stages = wayThrough(offered.offer.definition, cast, random)
  const open = openMinutesBetween(calendar, at, promiseOf(offered.offer, at, calendar))
  const spent =
    random.next() < 0.07 ? open + 30 + random.next() * 700 : Math.max(4, open * (0.15 + random.next() * 0.8))
  const collectedAfter = random.next() < 0.05 ? null : 5 + random.next() ** 2 * 1400
  const moments = momentsOf(stages, { at, finish: later(calendar, at, spent), collectedAfter }, calendar)
  const deeds = stages.flatMap((stage, index): Deed[] => {
    const moment = moments[index]
    return moment === undefined
      ? []
      : [
          ...claimed(scene, stage, moments[index - 1] ?? at, moment),
          moveDeed(runner, { ...stage, at: moment, comment: remark(random, stage) }),
        ]
  })
  const beside =
    random.next() < 0.12
      ? [
          noteDeed(
            runner,
            Math.min(edge, later(calendar, at, 9)),
            cast.clerks[0] ?? stages[0]?.by ?? missing(),
            random.pick(notes),
          ),
        ]
      : []
  return courseOf(
    runner,
    { at, by: random.pick(cast.clerks), input: () => brought(random, receiving, offered) },
    inOrder([...deeds, ...beside]),
  )
}

/** A dossier that has come exactly to the step it is wanted at. */
export function pieceCourse(scene: Scene, piece: Piece, offered: DemoOffer, no: number): Course {
  const { runner, calendar, edge } = scene
  const random = seeded(`demo/piece/${no}`)
  const cast = castOfPiece(scene, offered, piece.leader)
  const stages = wayThrough(offered.offer.definition, cast, random)
  const here = stages.findIndex(stage => stage.step === piece.at)
  if (here < 0) throw new RangeError(`${piece.code} has no step ${piece.at}`)
  const at = receiptOf(scene, piece, offered)
  const done = stages.slice(0, piece.sentBack ? here + 1 : here)
  const room = openMinutesBetween(calendar, at, edge)
  const momentOfPart = (part: number) => later(calendar, at, room * 0.9 * part)
  const parts = done.length + 1
  const moves = done.flatMap((stage, index): Deed[] => {
    const moment = momentOfPart((index + 1) / parts)
    return [
      ...claimed(scene, stage, momentOfPart(index / parts), moment),
      moveDeed(runner, { ...stage, at: moment, comment: remark(random, stage) }),
    ]
  })
  const last = momentOfPart(1)
  const clerk = cast.clerks[0] ?? missing()
  return courseOf(
    runner,
    { at, by: clerk, input: () => brought(random, offered.agency, offered, piece) },
    inOrder([
      ...moves,
      ...arrived(scene, piece, stages, here, last),
      ...scans(scene, piece, clerk, momentOfPart(0.3 / parts), no),
    ]),
  )
}

/** What happened when the dossier came to its step: taken by somebody, sent back to it, found wanting. */
function arrived({ runner }: Scene, piece: Piece, stages: readonly Stage[], here: number, at: number): Deed[] {
  const [stage, next] = [stages[here] ?? missing(), stages[here + 1]]
  if (piece.sentBack && next)
    return [moveDeed(runner, { at, by: next.by, action: { key: 'send-back', kind: 'back' }, comment: piece.sentBack })]
  if (piece.toFix) return [findingDeed(runner, at, stage.by, 1, piece.toFix)]
  return piece.at === 'check' && !piece.unclaimed ? [claimDeed(runner, at, stage.by)] : []
}

/** Every second piece has its first paper scanned. */
function scans({ runner, scan }: Scene, piece: Piece, by: Stage['by'], at: number, no: number): Deed[] {
  return no % 2 === 0 && piece.at !== 'check' ? [scanDeed(runner, at, by, 1, () => scan(piece.code, `${no}`))] : []
}

/** A step of the counter lies in the unit until somebody takes it. */
function claimed({ runner, calendar }: Scene, { step, by }: Stage, from: number, until: number): Deed[] {
  return step === 'check' ? [claimDeed(runner, Math.min(until, later(calendar, from, 3)), by)] : []
}

/** When a piece must have been received so that its promise lies where it is wanted. */
function receiptOf({ calendar, edge }: Scene, { back, due = 0, caseKey }: Piece, { offer }: DemoOffer): number {
  if (back !== undefined) return earlier(calendar, edge, back)
  const limit = offer.cases.find(one => one.key === caseKey) ?? {
    amount: offer.limit_amount,
    unit: offer.limit_unit,
  }
  if (limit.unit !== 'working-day') throw new RangeError(`${offer.code} is not promised in working days`)
  return earlier(calendar, edge, limit.amount * workingDay - due)
}

/** Working minutes of a day of the demo's calendar. */
const workingDay = 480

function castFor({ staff }: Scene, receiving: string, { agency, unit }: DemoOffer): Cast {
  return castOf(officePlan, staff, { receiving, agency, unit })
}

/** Those whose desks a visitor opens: the first clerk, and the leader the piece is meant for. */
function castOfPiece(scene: Scene, offered: DemoOffer, leader: Piece['leader']): Cast {
  const cast = castFor(scene, offered.agency, offered)
  return {
    ...cast,
    clerks: cast.clerks.slice(0, 1),
    leaders: leader === undefined ? cast.leaders : [cast.leaders[leader] ?? missing()],
  }
}

function brought(random: Random, receiving: string, { offer, agency }: DemoOffer, piece?: Piece) {
  const place = officePlan.find(one => one.key === (agency === 'department' ? 'tan-hoa' : agency))?.name ?? receiving
  return broughtBy(random, {
    offer,
    caseKey: piece?.caseKey,
    name: piece?.name,
    commune: place.replace('Ủy ban nhân dân ', ''),
  })
}

const notes = [
  'Người nộp xin nhận kết quả vào buổi chiều.',
  'Đã gọi điện nhắc người nộp mang theo giấy tờ tùy thân khi nhận kết quả.',
  'Số nhà theo sổ cũ, đã đối chiếu với địa chỉ mới.',
  'Người nộp lớn tuổi, đề nghị trả kết quả tại nhà qua bưu chính nếu cần.',
]
const remarks: Readonly<Record<string, readonly string[]>> = {
  assign: ['Kiểm tra thực địa trước khi dự thảo.', 'Làm trong tuần này.'],
  appraise: ['Hồ sơ đủ điều kiện, trình dự thảo.', 'Đã kiểm tra thực địa, phù hợp quy hoạch.'],
  check: ['Thông tin đã đối chiếu với Cơ sở dữ liệu quốc gia về dân cư.'],
  review: ['Đồng ý, trình lãnh đạo.'],
}

function remark(random: Random, { step }: Stage): string | undefined {
  const list = remarks[step]
  return list && random.next() < 0.3 ? random.pick(list) : undefined
}

function inOrder(deeds: readonly Deed[]): Deed[] {
  return deeds.toSorted((a, b) => a.at - b.at)
}

function missing(): never {
  throw new RangeError('nobody does this part')
}
