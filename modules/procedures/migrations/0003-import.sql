-- What came of loading a file of records: how many of what, and which were refused and why, for whoever keeps the catalogue.
create table procedures.import (
  id uuid primary key,
  at timestamptz not null,
  by_account uuid,
  file_name text not null,
  source text not null,
  valid_from date not null,
  imported integer not null,
  changed integer not null,
  unchanged integer not null,
  refused jsonb not null,
  unparsed jsonb not null
);
create index import_at on procedures.import (at desc, id desc);
