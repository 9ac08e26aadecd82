export const paper = JSON.parse('1') as number
export const kinds = ['a', 'b'] as const
