-- Dated calendars: when an agency works.

create table worktime.calendar (
  id uuid primary key,
  name text not null,
  -- A calendar of one agency, or (null) the one everybody below falls back on.
  agency uuid unique references directory.agency,
  parent uuid references worktime.calendar,
  version integer not null default 1
);
create unique index calendar_of_all on worktime.calendar ((agency is null)) where agency is null;

-- The working week from a date on: intervals in minutes after local midnight for each weekday (1 = Monday).
create table worktime.week (
  id uuid primary key,
  calendar uuid not null references worktime.calendar,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  days jsonb not null
);
create index week_calendar on worktime.week (calendar);

-- A day that is not like its weekday: off, make-up work, other hours.
create table worktime.day (
  id uuid primary key,
  calendar uuid not null references worktime.calendar,
  date date not null,
  kind text not null check (kind in ('off', 'make-up', 'hours', 'normal')),
  part text check (part in ('morning', 'afternoon')),
  intervals jsonb,
  name text not null,
  source text not null default '',
  code text,
  mark text,
  unique (calendar, date)
);

-- A new stamp with every change of any calendar: compiled calendars in memory are kept under it.
create table worktime.edition (
  only_row boolean primary key default true check (only_row),
  stamp uuid not null default gen_random_uuid()
);
insert into worktime.edition default values;

-- The calendar of all: the civil-service week, the hours most provinces print. Agencies override by calendars of their own.
insert into worktime.calendar (id, name) values ('00000000-0000-7000-8000-000000000001', 'Lịch làm việc chung');
insert into worktime.week (id, calendar, valid_from, days) values
  ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', '1990-01-01',
   (select jsonb_object_agg(d, '[{"start": 450, "end": 690}, {"start": 780, "end": 1020}]'::jsonb) from generate_series(1, 5) d));
