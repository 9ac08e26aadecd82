import { texts } from './texts.vi.ts'

export function Desk() {
  return (
    <p class="desk" title={`${texts.desk}`}>
      {texts.desk} đ
    </p>
  )
}
