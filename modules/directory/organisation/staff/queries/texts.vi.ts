/** The sheet handed out for filling in; the import knows these headings. */
export const vi = {
  sheet: 'Cán bộ',
  words: 'Danh mục',
  example: 'Ví dụ',
  person: ['Lò Thị Ín', '01/02/1990', '0912345678', 'in.lt@songiang.gov.vn', 'in.lt'],
  title: 'Chuyên viên',
  fileName: (agency: string) => `Mẫu nhập cán bộ - ${agency}.xlsx`,
  headings: [
    ['Họ và tên (*)', 28],
    ['Ngày sinh', 13],
    ['Điện thoại', 15],
    ['Thư điện tử', 30],
    ['Tên đăng nhập', 18],
    ['Đơn vị (*)', 36],
    ['Chức vụ (*)', 30],
    ['Vai trò', 36],
    ['Từ ngày', 13],
  ],
  lists: ['Đơn vị', 'Chức vụ', 'Vai trò'],
} as const
