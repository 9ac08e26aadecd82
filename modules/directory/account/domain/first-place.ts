/** Where the first administrator of an empty installation stands; both are changed like any other unit and position. */
export const firstPlace = { unitName: 'Lãnh đạo', title: 'Quản trị hệ thống' }
