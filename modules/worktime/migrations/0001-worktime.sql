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

-- Goes up with every change of any calendar, so that compiled calendars in memory know when they are old.
create table worktime.edition (
  only_row boolean primary key default true check (only_row),
  no bigint not null
);
insert into worktime.edition values (true, 1);
