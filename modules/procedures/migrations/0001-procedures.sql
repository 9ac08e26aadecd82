-- The catalogue of administrative procedures: what the nation publishes, what each agency adds, and how work is done inside.

create table procedures.procedure (
  id uuid primary key,
  -- National code d.dddddd; the full string with suffixes is kept on each version.
  code text not null unique,
  current uuid,
  withdrawn_at date
);

-- One published state of a procedure; never edited. A changed record becomes a new version.
create table procedures.version (
  id uuid primary key,
  procedure uuid not null references procedures.procedure,
  no integer not null,
  full_code text not null,
  name text not null,
  field text not null,
  levels text[] not null,
  kind text not null default '',
  decision text not null default '',
  online_level text not null default '',
  -- The whole record as read (domain NationalRecord), and what could not be read, verbatim.
  content jsonb not null,
  unparsed jsonb not null default '[]',
  content_hash text not null,
  source text not null,
  valid_from date not null,
  valid_to date,
  imported_at timestamptz not null,
  search text generated always as (kernel.fold(full_code || ' ' || name || ' ' || field)) stored,
  initials text not null,
  unique (procedure, no)
);
alter table procedures.procedure add foreign key (current) references procedures.version deferrable initially deferred;
create index version_search on procedures.version using gin (search gin_trgm_ops);
create index version_initials on procedures.version using gin (initials gin_trgm_ops);
create index version_field on procedures.version (field);

-- An internal process (quy trình nội bộ, quy trình điện tử). Published ones are immutable; dossiers pin theirs.
create table procedures.process (
  id uuid primary key,
  -- Versions of one process share the line.
  line uuid not null,
  no integer not null,
  name text not null,
  agency uuid references directory.agency,
  definition jsonb not null,
  total_hours numeric,
  state text not null check (state in ('draft', 'published', 'retired')),
  published_at timestamptz,
  valid_from date,
  decision text not null default '',
  version integer not null default 1,
  unique (line, no)
);
create function procedures.keep_published() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (old.state <> 'draft' and (new.definition <> old.definition or new.total_hours is distinct from old.total_hours or new.state = 'draft')) then
    raise exception 'a published process is never changed' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger process_is_kept before update or delete on procedures.process for each row execute function procedures.keep_published();

-- An agency offers a procedure: the local layer. Dated; the row in force is the one with valid_to null.
create table procedures.offer (
  id uuid primary key,
  agency uuid not null references directory.agency,
  procedure uuid not null references procedures.procedure,
  -- The published record and the process that a dossier received now is pinned to.
  version uuid not null references procedures.version,
  process uuid not null references procedures.process,
  handling_unit uuid references directory.unit,
  -- Time limit chosen from (or read out of) the record: amount, unit, cut-off, due time, clock policy.
  limit_amount numeric not null,
  limit_unit text not null check (limit_unit in ('working-day', 'working-hour', 'calendar-day', 'month', 'year', 'same-day')),
  cut_off text not null default '',
  due_time text not null default 'hour-of-receipt' check (due_time in ('hour-of-receipt', 'end-of-day')),
  after_pause text not null default 'restart' check (after_pause in ('restart', 'pause-and-extend')),
  -- Cases with their own limits and papers: [{key, name, amount, unit, papers?: number[]}].
  cases jsonb not null default '[]',
  -- The papers the counter checks: [{no, group, name, kind, originals, copies, form}], from the record, adjusted locally.
  papers jsonb not null,
  -- [{name, amount | null, text}]: null means that the text decides, never 0.
  fees jsonb not null default '[]',
  channels text[] not null default '{direct,online,postal}',
  open boolean not null default true,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  revision integer not null default 1
);
create unique index offer_in_force on procedures.offer (agency, procedure) where valid_to is null;
create index offer_procedure on procedures.offer (procedure);

create view procedures.pub_version as
  select v.id, v.procedure, v.no, p.code, v.full_code, v.name, v.field, v.levels, v.decision, v.online_level, v.content, v.search, v.initials, v.valid_from, v.valid_to
  from procedures.version v join procedures.procedure p on p.id = v.procedure;
create view procedures.pub_process as
  select id, line, no, name, agency, definition, total_hours, state, valid_from from procedures.process;
create view procedures.pub_offer as
  select o.id, o.agency, o.procedure, o.version, o.process, o.handling_unit, o.limit_amount, o.limit_unit, o.cut_off, o.due_time, o.after_pause,
         o.cases, o.papers, o.fees, o.channels, o.open, o.valid_from, o.valid_to, o.revision,
         v.full_code as code, v.name, v.field, v.decision, v.search, v.initials, c.definition, c.total_hours, c.valid_from as process_from
  from procedures.offer o
  join procedures.version v on v.id = o.version
  join procedures.process c on c.id = o.process;
