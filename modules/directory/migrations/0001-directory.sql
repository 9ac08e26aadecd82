-- Who is who, where, and what they may do: everything dated.

create table directory.admin_unit (
  code text primary key,
  level text not null check (level in ('province', 'district', 'commune')),
  kind text not null,
  name text not null,
  full_name text not null,
  parent text references directory.admin_unit,
  valid_from date not null,
  valid_to date,
  source text not null default '',
  search text generated always as (kernel.fold(full_name)) stored
);
create index admin_unit_parent on directory.admin_unit (parent);
create index admin_unit_search on directory.admin_unit using gin (search gin_trgm_ops);

-- An old unit and the new one it went into; several rows for one old unit mean that a person must choose.
create table directory.admin_unit_change (
  id uuid primary key,
  old_code text not null default '',
  old_name text not null,
  old_district text not null default '',
  old_province text not null default '',
  new_code text not null references directory.admin_unit,
  effective date not null,
  repaired text not null default '',
  search text generated always as (kernel.fold(old_name || ' ' || old_district || ' ' || old_province)) stored
);
create index admin_unit_change_new on directory.admin_unit_change (new_code);
create index admin_unit_change_search on directory.admin_unit_change using gin (search gin_trgm_ops);

create table directory.agency (
  id uuid primary key,
  code text not null unique,
  name text not null,
  short_name text not null,
  kind text not null check (kind in ('province', 'department', 'centre', 'district', 'commune', 'other')),
  parent uuid references directory.agency,
  -- The agency itself and all above it, nearest last: a subtree is one array look-up.
  path uuid[] not null,
  admin_unit text references directory.admin_unit,
  address text not null default '',
  phone text not null default '',
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  version integer not null default 1,
  search text generated always as (kernel.fold(code || ' ' || name || ' ' || short_name)) stored
);
create index agency_parent on directory.agency (parent);
create index agency_path on directory.agency using gin (path);
create index agency_search on directory.agency using gin (search gin_trgm_ops);

create table directory.unit (
  id uuid primary key,
  agency uuid not null references directory.agency,
  parent uuid references directory.unit,
  code text not null default '',
  name text not null,
  kind text not null check (kind in ('leadership', 'one-stop', 'office', 'division', 'other')),
  sort integer not null default 0,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  version integer not null default 1
);
create index unit_agency on directory.unit (agency);

create table directory.person (
  id uuid primary key,
  name text not null,
  birth_date date,
  phone text not null default '',
  email text not null default '',
  version integer not null default 1,
  search text generated always as (kernel.fold(name || ' ' || phone || ' ' || email)) stored
);
create index person_search on directory.person using gin (search gin_trgm_ops);

create table directory.position (
  id uuid primary key,
  unit uuid not null references directory.unit,
  title text not null,
  -- What work comes to the position: roles of process steps are matched against it.
  rank text not null check (rank in ('leader', 'deputy', 'head', 'officer', 'clerk', 'records', 'administrator', 'other')),
  sort integer not null default 0,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  version integer not null default 1
);
create index position_unit on directory.position (unit);

-- Who holds a position, from when to when; one holder at a time.
create table directory.holding (
  id uuid primary key,
  position uuid not null references directory.position,
  person uuid not null references directory.person,
  valid_from date not null,
  valid_to date check (valid_to > valid_from)
);
create extension if not exists btree_gist with schema public;
alter table directory.holding add constraint holding_one_at_a_time
  exclude using gist (position with =, daterange(valid_from, valid_to) with &&);
create index holding_person on directory.holding (person);

create table directory.account (
  id uuid primary key,
  person uuid not null references directory.person,
  user_name text not null unique check (user_name = lower(user_name)),
  state text not null default 'active' check (state in ('active', 'closed')),
  password_hash text,
  password_at timestamptz,
  must_change boolean not null default false,
  previous_hashes text[] not null default '{}',
  failures integer not null default 0,
  last_failure_at timestamptz,
  locked_until timestamptz,
  totp_secret text,
  totp_pending text,
  -- The last time step a one-time code was used for: a code works once.
  totp_step bigint,
  recovery_hashes text[] not null default '{}',
  oidc_issuer text,
  oidc_subject text,
  position uuid references directory.position,
  last_sign_in_at timestamptz,
  version integer not null default 1,
  unique (oidc_issuer, oidc_subject)
);
create index account_person on directory.account (person);

create table directory.passkey (
  id text primary key,
  account uuid not null references directory.account,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkey_account on directory.passkey (account);

-- A question asked of a browser and answered once: passkey challenges, OIDC states, second sign-in steps.
create table directory.challenge (
  id uuid primary key,
  kind text not null,
  account uuid,
  data jsonb not null,
  expires_at timestamptz not null
);

create table directory.role (
  id uuid primary key,
  key text not null unique,
  name text not null,
  name_en text not null,
  description text not null default '',
  permissions text[] not null,
  version integer not null default 1
);

-- A role given to a position, how far it reaches, from when to when.
create table directory.role_grant (
  id uuid primary key,
  position uuid not null references directory.position,
  role uuid not null references directory.role,
  reach text not null check (reach in ('own', 'unit', 'agency', 'subtree', 'all')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from)
);
create index role_grant_position on directory.role_grant (position);

-- A position's rights lent to another person for a time, with the form of signature it gives.
create table directory.delegation (
  id uuid primary key,
  position uuid not null references directory.position,
  person uuid not null references directory.person,
  form text not null check (form in ('KT.', 'TL.', 'TUQ.')),
  permissions text[],
  reason text not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null check (valid_to > valid_from),
  ended_at timestamptz
);
create index delegation_person on directory.delegation (person);
create index delegation_position on directory.delegation (position);

-- What other modules may read.
create view directory.pub_agency as
  select id, code, name, short_name, kind, parent, path, admin_unit, address, phone, valid_from, valid_to from directory.agency;
create view directory.pub_unit as
  select id, agency, parent, name, kind, sort, valid_from, valid_to from directory.unit;
-- Positions with whoever holds them on a date: filter by valid_from/valid_to of the holding.
create view directory.pub_position as
  select p.id, p.unit, u.agency, u.name as unit_name, p.title, p.rank, p.sort, p.valid_from, p.valid_to,
         h.person, h.valid_from as held_from, h.valid_to as held_to, n.name as person_name
  from directory.position p
  join directory.unit u on u.id = p.unit
  left join directory.holding h on h.position = p.id
  left join directory.person n on n.id = h.person;
create view directory.pub_account as
  select a.id, a.person, n.name as person_name, a.state from directory.account a join directory.person n on n.id = a.person;
create view directory.pub_role_grant as
  select g.position, r.key as role, r.permissions, g.reach, g.valid_from, g.valid_to
  from directory.role_grant g join directory.role r on r.id = g.role;
