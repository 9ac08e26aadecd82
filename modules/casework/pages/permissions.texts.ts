/** What each permission of this module lets a person do, as administrators read it. */
export const permissionsVi = {
  'casework.dossier.receive': 'Tiếp nhận hồ sơ',
  'casework.dossier.read': 'Xem hồ sơ',
  'casework.dossier.handle': 'Thụ lý hồ sơ',
  'casework.dossier.assign': 'Phân công hồ sơ',
  'casework.dossier.sign': 'Ký duyệt kết quả',
  'casework.dossier.number': 'Cấp số kết quả',
  'casework.dossier.return': 'Trả kết quả',
  'casework.dossier.supervise': 'Giám sát giải quyết hồ sơ',
  'casework.personal.read': 'Xem đầy đủ dữ liệu cá nhân',
}

export const permissionsEn: typeof permissionsVi = {
  'casework.dossier.receive': 'Receive dossiers',
  'casework.dossier.read': 'See dossiers',
  'casework.dossier.handle': 'Work on dossiers',
  'casework.dossier.assign': 'Assign dossiers',
  'casework.dossier.sign': 'Approve results',
  'casework.dossier.number': 'Number results',
  'casework.dossier.return': 'Return results',
  'casework.dossier.supervise': 'Supervise casework',
  'casework.personal.read': 'See full personal data',
}
