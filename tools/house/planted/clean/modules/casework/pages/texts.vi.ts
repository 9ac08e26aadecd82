export const texts = { desk: 'Bàn làm việc' }
