export function Desk(props: { days: number }) {
  return <p title={`còn ${props.days} ngày`} />
}
