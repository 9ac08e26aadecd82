export const message = 'Đã đóng hồ sơ'
