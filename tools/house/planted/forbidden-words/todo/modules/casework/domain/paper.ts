// TODO: decide
export const one = 1
