-- The permissions the installed modules declare, written at every start: what a role may hold, and what a pattern in a role means.
create table directory.permission (
  name text primary key,
  module text not null,
  vi text not null,
  en text not null
);

-- Every version of an administrative unit; directory.admin_unit holds the one that stands.
create table directory.admin_unit_version (
  code text not null references directory.admin_unit,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  kind text not null,
  name text not null,
  full_name text not null,
  parent text references directory.admin_unit,
  decree text not null,
  primary key (code, valid_from)
);

-- Lists of people go on from the last one shown.
create index person_in_order on directory.person (search collate "C", id);
create index role_grant_role on directory.role_grant (role);
-- The journal grows with time, so the block range of a date is known almost for nothing.
create index journal_at on kernel.journal using brin (at);

-- The roles of a one-stop house. An agency may change them and add its own; they are data, not code.
insert into directory.role (id, key, name, name_en, description, permissions) values
  ('01990000-0000-7000-8000-000000000001', 'counter-clerk', 'Cán bộ tiếp nhận', 'Counter clerk',
   'Hướng dẫn, kiểm tra và tiếp nhận hồ sơ tại Trung tâm Phục vụ hành chính công.',
   array['casework.dossier.receive', 'casework.dossier.read', 'casework.personal.read', 'procedures.catalogue.read', 'worktime.calendar.read']),
  ('01990000-0000-7000-8000-000000000002', 'officer', 'Chuyên viên thụ lý', 'Officer',
   'Thụ lý, thẩm định hồ sơ được giao và dự thảo kết quả.',
   array['casework.dossier.read', 'casework.dossier.handle', 'casework.personal.read', 'procedures.catalogue.read', 'worktime.calendar.read']),
  ('01990000-0000-7000-8000-000000000003', 'division-head', 'Lãnh đạo phòng', 'Head of division',
   'Giao việc trong phòng, kiểm tra kết quả trước khi trình ký.',
   array['casework.dossier.read', 'casework.dossier.assign', 'casework.dossier.handle', 'casework.personal.read', 'procedures.catalogue.read', 'reports.casework.read', 'worktime.calendar.read']),
  ('01990000-0000-7000-8000-000000000004', 'leader', 'Lãnh đạo cơ quan', 'Leader',
   'Ký kết quả giải quyết, chỉ đạo và theo dõi toàn cơ quan.',
   array['casework.dossier.read', 'casework.dossier.assign', 'casework.dossier.sign', 'casework.personal.read', 'directory.delegation.edit', 'directory.organisation.read', 'procedures.catalogue.read', 'reports.casework.read', 'worktime.calendar.read']),
  ('01990000-0000-7000-8000-000000000005', 'records-clerk', 'Văn thư', 'Records clerk',
   'Cấp số, đóng dấu và phát hành kết quả.',
   array['casework.dossier.read', 'casework.dossier.number', 'numbering.series.read', 'procedures.catalogue.read', 'worktime.calendar.read']),
  ('01990000-0000-7000-8000-000000000006', 'result-clerk', 'Cán bộ trả kết quả', 'Result clerk',
   'Nhận kết quả từ phòng chuyên môn và trả cho người dân.',
   array['casework.dossier.read', 'casework.dossier.return', 'casework.personal.read', 'procedures.catalogue.read', 'worktime.calendar.read']),
  ('01990000-0000-7000-8000-000000000007', 'supervisor', 'Kiểm soát thủ tục hành chính', 'Supervisor',
   'Theo dõi, đôn đốc hồ sơ trễ hạn; xem báo cáo và nhật ký.',
   array['casework.dossier.read', 'casework.dossier.supervise', 'directory.audit.read', 'directory.organisation.read', 'procedures.catalogue.read', 'reports.casework.read', 'worktime.calendar.read']),
  ('01990000-0000-7000-8000-000000000008', 'catalogue-administrator', 'Quản trị danh mục', 'Catalogue administrator',
   'Cập nhật danh mục thủ tục, quy trình, lịch làm việc và sổ, số.',
   array['numbering.series.edit', 'numbering.series.read', 'procedures.catalogue.edit', 'procedures.catalogue.read', 'procedures.offer.edit', 'procedures.process.edit', 'worktime.calendar.edit', 'worktime.calendar.read']),
  ('01990000-0000-7000-8000-000000000009', 'system-administrator', 'Quản trị hệ thống', 'System administrator',
   'Quản lý cơ quan, đơn vị, con người, tài khoản, vai trò và quyền.',
   array['directory.account.edit', 'directory.audit.read', 'directory.delegation.edit', 'directory.organisation.edit', 'directory.organisation.read', 'directory.role.edit', 'files.file.remove', 'numbering.series.edit', 'numbering.series.read', 'procedures.catalogue.read', 'worktime.calendar.edit', 'worktime.calendar.read']),
  ('01990000-0000-7000-8000-000000000010', 'reporter', 'Người xem báo cáo', 'Reporter',
   'Xem và xuất báo cáo, không xem dữ liệu cá nhân.',
   array['procedures.catalogue.read', 'reports.casework.read']);

-- One row says once that a former commune went into a new one: importing again finds it and changes nothing.
create unique index admin_unit_change_once on directory.admin_unit_change (old_name, old_district, old_province, new_code);

-- A sheet of staff waiting to be looked at and imported: people see row by row what would happen before anything does.
create table directory.staff_sheet (
  id uuid primary key,
  agency uuid not null references directory.agency,
  cells jsonb not null,
  kept_at timestamptz not null,
  imported_at timestamptz
);
create index staff_sheet_kept on directory.staff_sheet (kept_at);
