import { WorktimeFault } from './fault.ts'
import { civilOf, dayNumber, dayNumberOf, localDate, type DayNumber, type LocalDate } from './local-time.ts'

/** A date of the Vietnamese lunar calendar; `leap` marks the second of two months of the same number. */
export type LunarDate = { year: number; month: number; day: number; leap: boolean }

/*
 * Computed for the meridian of UTC+7, which is what makes the Vietnamese calendar differ from the Chinese one
 * (Decision 121/CP of 1967). Rules as Hồ Ngọc Đức describes them ("Thuật toán tính âm lịch"): a month begins on the
 * day of the new moon, month 11 holds the winter solstice, and when thirteen months lie between two solstice months
 * the first without a principal term (trung khí) is the leap month. New moon and sun follow Jean Meeus,
 * "Astronomical Algorithms", chapters 49 and 25. One month of the range, 4/2054, begins so near to midnight (23 s) that
 * its first day depends on the future rotation of the earth.
 */
const FIRST_YEAR = 1990
const LAST_YEAR = 2100
const UNIX_EPOCH_JD = 2_440_587.5
const J2000_JD = 2_451_545
const VIETNAM_DAYS = 7 / 24
const FIRST_MOON_JD = 2_451_550.09766
const SYNODIC_MONTH = 29.530588861
const RAD = Math.PI / 180

/** The lunar date of a day, 1990–2100. */
export function lunarOf(date: LocalDate): LunarDate {
  const day = dayNumber(date)
  const solarYear = civilOf(day).year
  assertYear(solarYear)
  const ruling = day >= eleventhMonth(solarYear).start ? solarYear : solarYear - 1
  const month = lunarMonths(ruling).findLast(item => item.start <= day)
  if (month === undefined) throw new WorktimeFault('worktime.outside-lunar-years', date)
  return {
    year: month.month >= 11 ? ruling : ruling + 1,
    month: month.month,
    day: day - month.start + 1,
    leap: month.leap,
  }
}

/** The day of a lunar date, 1990–2100; `worktime.no-such-lunar-day` when that month is short or has no leap twin. */
export function solarOf(lunar: LunarDate): LocalDate {
  assertYear(lunar.year)
  const months = lunarMonths(lunar.month >= 11 ? lunar.year : lunar.year - 1)
  const found = months.find(item => item.month === lunar.month && item.leap === lunar.leap)
  if (found === undefined || lunar.day < 1 || lunar.day > found.length) {
    throw new WorktimeFault('worktime.no-such-lunar-day', `${lunar.year}-${lunar.month}-${lunar.day}`)
  }
  return localDate(found.start + lunar.day - 1)
}

type LunarMonth = { month: number; leap: boolean; start: DayNumber; length: number }

/** The months from month 11 of lunar year `year` up to the one before the next month 11: 12, or 13 with a leap month. */
function lunarMonths(year: number): LunarMonth[] {
  const first = eleventhMonth(year).moon
  const count = eleventhMonth(year + 1).moon - first
  const starts = Array.from({ length: count + 1 }, (_, index) => newMoonDay(first + index))
  const leapIndex = count === 13 ? leapMonthIndex(starts) : count
  return starts.slice(0, count).map((start, index) => ({
    month: (((index >= leapIndex ? index - 1 : index) + 10) % 12) + 1,
    leap: index === leapIndex,
    start,
    length: (starts[index + 1] ?? start) - start,
  }))
}

/** The first month without a principal term: the sun is in the same 30° sector at its beginning and at its end (never month 11). */
function leapMonthIndex(starts: readonly DayNumber[]): number {
  const sectors = starts.map(sunSector)
  return sectors.findIndex((sector, index) => sector === sectors[index + 1])
}

/** The month that holds the winter solstice of a solar year (sun at 270°, sector 9). */
function eleventhMonth(solarYear: number): { moon: number; start: DayNumber } {
  const yearEnd = dayNumberOf(solarYear, 12, 31)
  let moon = Math.floor((yearEnd + UNIX_EPOCH_JD - FIRST_MOON_JD) / SYNODIC_MONTH)
  while (newMoonDay(moon + 1) <= yearEnd) moon += 1
  if (sunSector(newMoonDay(moon)) >= 9) moon -= 1
  return { moon, start: newMoonDay(moon) }
}

/** The 30° sector (0–11) in which the sun stands at 00:00 in Viet Nam. */
function sunSector(day: DayNumber): number {
  return Math.floor(sunLongitude(day + UNIX_EPOCH_JD - VIETNAM_DAYS) / 30)
}

/** Apparent longitude of the sun in degrees, 0–360 (Meeus chapter 25, low accuracy: 0.01°). */
function sunLongitude(universalJd: number): number {
  const t = (universalJd + terrestrialLead(universalJd) - J2000_JD) / 36_525
  const mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t
  const anomaly = (357.52911 + 35_999.05029 * t - 0.0001537 * t * t) * RAD
  const centre =
    (1.914602 - 0.004817 * t - 0.000014 * t * t) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.000289 * Math.sin(3 * anomaly)
  const node = (125.04 - 1934.136 * t) * RAD
  const longitude = mean + centre - 0.00569 - 0.00478 * Math.sin(node)
  return longitude - Math.floor(longitude / 360) * 360
}

/** The day in Viet Nam on which new moon `k` (0 = 6 January 2000) falls. */
function newMoonDay(k: number): DayNumber {
  const terrestrial = newMoon(k)
  return Math.floor(terrestrial - terrestrialLead(terrestrial) + VIETNAM_DAYS - UNIX_EPOCH_JD)
}

/** Julian day (terrestrial time) of new moon `k`, within seconds (Meeus chapter 49). */
function newMoon(k: number): number {
  const t = k / 1236.85
  const e = 1 - 0.002516 * t - 0.0000074 * t * t
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t * t
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t + 0.00001238 * t ** 3
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t * t - 0.00000227 * t ** 3
  let jd = FIRST_MOON_JD + SYNODIC_MONTH * k + 0.00015437 * t * t - 0.00000015 * t ** 3
  for (const [size, sunFold, moonFold, latitudeFold] of MOON_TERMS) {
    const angle = sunFold * sun + moonFold * moon + latitudeFold * latitude
    jd += size * e ** Math.abs(sunFold) * Math.sin(angle * RAD)
  }
  jd -= 0.00017 * Math.sin((124.7746 - 1.56375588 * k) * RAD)
  for (const [size, phase, speed] of PLANET_TERMS) jd += size * Math.sin((phase + speed * k) * RAD)
  return jd
}

/** Size in days, then how often the anomalies of sun and moon and the argument of latitude enter the angle. */
const MOON_TERMS: readonly (readonly [number, number, number, number])[] = [
  [-0.4072, 0, 1, 0],
  [0.17241, 1, 0, 0],
  [0.01608, 0, 2, 0],
  [0.01039, 0, 0, 2],
  [0.00739, -1, 1, 0],
  [-0.00514, 1, 1, 0],
  [0.00208, 2, 0, 0],
  [-0.00111, 0, 1, -2],
  [-0.00057, 0, 1, 2],
  [0.00056, 1, 2, 0],
  [-0.00042, 0, 3, 0],
  [0.00042, 1, 0, 2],
  [0.00038, 1, 0, -2],
  [-0.00024, -1, 2, 0],
  [-0.00007, 2, 1, 0],
  [0.00004, 0, 2, -2],
  [0.00004, 3, 0, 0],
  [0.00003, 1, 1, -2],
  [0.00003, 0, 2, 2],
  [-0.00003, 1, 1, 2],
  [0.00003, -1, 1, 2],
  [-0.00002, -1, 1, -2],
  [-0.00002, 1, 3, 0],
  [0.00002, 0, 4, 0],
]

/** Size in days, phase in degrees, speed in degrees per new moon. */
const PLANET_TERMS: readonly (readonly [number, number, number])[] = [
  [0.000325, 299.77, 0.107408],
  [0.000165, 251.88, 0.016321],
  [0.000164, 251.83, 26.651886],
  [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239],
  [0.000062, 141.74, 53.303771],
  [0.00006, 207.14, 2.453732],
  [0.000056, 154.84, 7.30686],
  [0.000047, 34.52, 27.261239],
  [0.000042, 207.19, 0.121824],
  [0.00004, 291.34, 1.844379],
  [0.000037, 161.72, 24.198154],
  [0.000035, 239.56, 25.513099],
  [0.000023, 331.55, 3.592518],
]

/** Terrestrial time minus universal time in days, by the polynomials of Espenak and Meeus for 2005–2150. */
function terrestrialLead(jd: number): number {
  const year = 2000 + (jd - J2000_JD) / 365.25
  const t = year - 2000
  const seconds =
    year < 2050
      ? 62.92 + 0.32217 * t + 0.005589 * t * t
      : -20 + 32 * ((year - 1820) / 100) ** 2 - 0.5628 * (2150 - year)
  return seconds / 86_400
}

function assertYear(year: number): void {
  if (!Number.isInteger(year) || year < FIRST_YEAR || year > LAST_YEAR) {
    throw new WorktimeFault('worktime.outside-lunar-years', String(year))
  }
}
