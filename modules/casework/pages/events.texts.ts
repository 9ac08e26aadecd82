/** What the facts of this module are called in the journal. */
export const eventsVi = {
  'casework.dossier-received': 'Tiếp nhận hồ sơ',
  'casework.dossier-forwarded': 'Chuyển bước',
  'casework.dossier-sent-back': 'Chuyển trả bước trước',
  'casework.dossier-withdrawn': 'Người nộp rút hồ sơ',
  'casework.dossier-assigned': 'Phân công hồ sơ',
  'casework.dossier-claimed': 'Nhận xử lý hồ sơ',
  'casework.paper-checked': 'Kiểm tra giấy tờ',
  'casework.scan-attached': 'Đưa bản quét vào hồ sơ',
  'casework.note-written': 'Ghi chú vào hồ sơ',
  'casework.personal-revealed': 'Xem đầy đủ dữ liệu cá nhân',
  'casework.result-signed': 'Ký kết quả',
  'casework.result-numbered': 'Cấp số kết quả',
  'casework.result-returned': 'Trả kết quả',
}

export const eventsEn: typeof eventsVi = {
  'casework.dossier-received': 'Dossier received',
  'casework.dossier-forwarded': 'Dossier forwarded',
  'casework.dossier-sent-back': 'Dossier sent back',
  'casework.dossier-withdrawn': 'Dossier withdrawn by its applicant',
  'casework.dossier-assigned': 'Dossier assigned',
  'casework.dossier-claimed': 'Dossier taken up',
  'casework.paper-checked': 'Paper checked',
  'casework.scan-attached': 'Scan added',
  'casework.note-written': 'Note written',
  'casework.personal-revealed': 'Personal data seen in full',
  'casework.result-signed': 'Result signed',
  'casework.result-numbered': 'Result numbered',
  'casework.result-returned': 'Result returned',
}
