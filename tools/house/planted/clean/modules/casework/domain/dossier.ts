/** Days between two moments; the law counts them in Vietnam. */
export function daysBetween(from: number, to: number): number {
  return new Date(to).getDate() - new Date(from).getDate()
}

export const units = ['ngày làm việc', 'giờ']
