export const decidedAt = () => new Date()
