export function Desk() {
  return <p>Bàn làm việc</p>
}
