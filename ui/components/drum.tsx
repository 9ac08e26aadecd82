/** Lines of a bronze drum as plain geometry: a star of 14 rays, rings, tangent circles, rays. One per page, on one surface. */
export function Drum() {
  return (
    <svg class="cs-drum" viewBox="0 0 800 800" aria-hidden="true" dangerouslySetInnerHTML={{ __html: drumLines }} />
  )
}

const centre = 400
const drumLines = drawDrum()

function drawDrum(): string {
  const rings = [128, 135, 186, 194, 246, 254, 330, 338, 392, 398].map(radius => circle(centre, centre, radius))
  return [
    `<path d="${star(14, 118, 46)}"/>`,
    ...rings,
    ...around(28, 157, 9, 0),
    ...around(28, 157, 3.5, 0),
    ...around(20, 220, 17, 0),
    ...around(20, 220, 7.5, 0),
    `<path d="${teeth(72, 260, 324)}"/>`,
    `<path d="${waves(36, 365)}"/>`,
  ].join('')
}

function star(rays: number, outer: number, inner: number): string {
  const points = Array.from({ length: rays * 2 }, (_, i) => point((i * 180) / rays, i % 2 === 0 ? outer : inner))
  return `M${points.join('L')}Z`
}

function around(count: number, radius: number, size: number, turn: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    const angle = radians((i * 360) / count + turn)
    return circle(centre + radius * Math.sin(angle), centre - radius * Math.cos(angle), size)
  })
}

function teeth(count: number, inner: number, outer: number): string {
  const points = Array.from({ length: count * 2 }, (_, i) => point((i * 180) / count, i % 2 === 0 ? inner : outer))
  return `M${points.join('L')}Z`
}

/** Short S-lines that go around, in place of the drum's birds. */
function waves(count: number, radius: number): string {
  return Array.from({ length: count }, (_, i) => {
    const at = (i * 360) / count
    return `M${point(at - 3, radius - 20)}C${point(at + 4, radius - 8)} ${point(at - 4, radius + 8)} ${point(at + 3, radius + 20)}`
  }).join('')
}

function circle(x: number, y: number, radius: number): string {
  return `<circle cx="${short(x)}" cy="${short(y)}" r="${radius}"/>`
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
