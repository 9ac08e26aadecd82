export const decidedAt = () => Date.now()
