import { useId } from '@congso/kernel/html'

/** Lines of a bronze drum as plain geometry: a star of 14 rays, rings, tangent circles, rays. One per page, on one surface. */
export function Drum() {
  const id = useId()
  return (
    <svg
      class="cs-drum"
      viewBox="0 0 800 800"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: drumLines.replaceAll('drum-sector', id) }}
    />
  )
}

const centre = 400
const sectors = 14
const drumLines = drawDrum()

/** The drum is one sector, turned fourteen times: a page carries one kilobyte of it instead of ten. */
function drawDrum(): string {
  const rings = [104, 110, 143, 149, 197, 203, 264, 270, 336, 342, 376, 382]
  const sector = `<g id="drum-sector"><path d="${sectorPath()}"/></g>`
  const turned = Array.from(
    { length: sectors - 1 },
    (_, i) => `<use href="#drum-sector" transform="rotate(${short(((i + 1) * 360) / sectors)} 400 400)"/>`,
  )
  return [...rings.map(radius => `<circle cx="400" cy="400" r="${radius}"/>`), sector, ...turned].join('')
}

function sectorPath(): string {
  const angle = 360 / sectors
  const parts = [
    `M${point(-angle / 2, 38)}L${point(0, 95)}L${point(angle / 2, 38)}`,
    ...at(2, angle, turn => circle(turn, 126, 8) + circle(turn, 126, 3)),
    ...at(2, angle, turn => circle(turn, 173, 14) + circle(turn, 173, 6)),
    ...at(5, angle, turn => `M${point(turn - angle / 10, 210)}L${point(turn, 257)}L${point(turn + angle / 10, 210)}`),
    ...at(3, angle, wave),
    ...at(8, angle, turn => `M${point(turn, 350)}L${point(turn + 0.8, 368)}`),
  ]
  return parts.join('')
}

function at(count: number, angle: number, draw: (turn: number) => string): string[] {
  return Array.from({ length: count }, (_, i) => draw(((i + 0.5) / count - 0.5) * angle))
}

/** A short S-line, in place of the drum's birds. */
function wave(turn: number): string {
  return `M${point(turn, 278)}C${point(turn + 3.4, 287)} ${point(turn + 3.4, 295)} ${point(turn, 304)}S${point(turn - 3.4, 321)} ${point(turn, 330)}`
}

function circle(turn: number, radius: number, size: number): string {
  const angle = radians(turn)
  const left = short(centre + radius * Math.sin(angle) - size)
  return `M${left} ${short(centre - radius * Math.cos(angle))}a${size} ${size} 0 1 0 ${size * 2} 0a${size} ${size} 0 1 0-${size * 2} 0`
}

function point(degrees: number, radius: number): string {
  const angle = radians(degrees)
  return `${short(centre + radius * Math.sin(angle))} ${short(centre - radius * Math.cos(angle))}`
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}

function short(n: number): number {
  return Math.round(n * 10) / 10
}
