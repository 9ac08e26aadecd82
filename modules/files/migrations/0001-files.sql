-- What was handed in or made, by whom, for which thing. The bytes are in the store, named by their hash.

create table files.file (
  id uuid primary key,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null,
  type text not null,
  size bigint not null check (size > 0),
  -- The thing it belongs to, in the words of the module that owns that thing.
  owner_kind text not null,
  owner uuid not null,
  agency uuid references directory.agency,
  title text not null default '',
  created_at timestamptz not null,
  created_by uuid,
  scan_state text not null check (scan_state in ('clean', 'unscanned')),
  removed_at timestamptz,
  removed_by uuid,
  remove_reason text,
  check ((removed_at is null) = (remove_reason is null))
);
create index file_owner on files.file (owner, owner_kind);
create index file_sha256 on files.file (sha256);

-- What other modules may read: the files that have not been removed.
create view files.pub_file as
  select id, name, title, type, size, sha256, owner_kind, owner, agency, created_at, created_by, scan_state
  from files.file where removed_at is null;
