export const root = 'unit'
