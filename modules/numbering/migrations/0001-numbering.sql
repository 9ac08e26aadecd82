-- Official numbers: counted in the transaction that uses them, unique by constraint, never used twice.

create extension if not exists btree_gist with schema public;

create table numbering.series (
  id uuid primary key,
  kind text not null check (kind ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  -- Null: one series that every agency shares.
  agency uuid references directory.agency,
  -- Empty: called after its kind.
  name text not null default '',
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  version integer not null default 1,
  -- On any day one kind of number of one agency comes from one series.
  constraint series_one_at_a_time exclude using gist (
    kind with =, (coalesce(agency, '00000000-0000-0000-0000-000000000000')) with =, daterange(valid_from, valid_to) with &&)
);
create index series_agency on numbering.series (agency, kind);

-- How a series counts and writes from a date on. Numbers already issued keep the text they were issued with.
create table numbering.scheme (
  series uuid not null references numbering.series,
  valid_from date not null,
  pattern text not null,
  reset text not null check (reset in ('never', 'yearly', 'daily')),
  -- Where counting starts in the period in which the scheme begins; later periods start at 1.
  first integer not null check (first between 1 and 999999999),
  -- Whether the text of a number alone says its period.
  names_period boolean not null,
  primary key (series, valid_from)
);

create table numbering.counter (
  series uuid not null references numbering.series,
  period text not null,
  value integer not null,
  -- When the latest number was given.
  at timestamptz not null,
  primary key (series, period)
) with (fillfactor = 50);

create table numbering.allocated (
  series uuid not null references numbering.series,
  period text not null,
  value integer not null,
  text text not null,
  -- Where the text must be unique: the whole series (empty) when it names its period, its period otherwise, as 15/QĐ-UBND comes back every year.
  within text not null,
  at timestamptz not null,
  voided_at timestamptz,
  void_reason text,
  primary key (series, period, value),
  check ((voided_at is null) = (void_reason is null))
);
-- Also finds numbers by how they begin.
create unique index allocated_text on numbering.allocated (series, (lower(text) collate "C"), within);

-- The period a moment counts in, in Vietnam time. Whole dates, so that 1/11 and 11/1 never share a counter. Equals periodOf in domain/pattern.ts.
create function numbering.period_of(p_reset text, p_local date) returns text
language sql immutable strict parallel safe as $$
  select case p_reset when 'never' then 'all' when 'yearly' then to_char(p_local, 'YYYY') else to_char(p_local, 'YYYY-MM-DD') end
$$;

-- The number a period begins with: the scheme's first in the period in which the scheme begins, 1 in the ones after.
create function numbering.start_of(p_reset text, p_from date, p_first integer, p_local date) returns integer
language sql immutable strict parallel safe as $$
  select case when numbering.period_of(p_reset, p_from) = numbering.period_of(p_reset, p_local) then p_first else 1 end
$$;

-- The text of a number. Equals writeNumber in domain/pattern.ts; patterns are checked there before they are stored.
create function numbering.write(p_pattern text, p_agency text, p_local date, p_value integer) returns text
language plpgsql immutable parallel safe as $$
declare
  v_width integer := coalesce(substring(p_pattern from '\{n:([1-9])\}')::integer, 1);
  v_number text := p_value::text;
  v_text text := p_pattern;
begin
  v_text := regexp_replace(v_text, '\{n(:[1-9])?\}', lpad(v_number, greatest(v_width, length(v_number)), '0'));
  v_text := replace(v_text, '{yymmdd}', to_char(p_local, 'YYMMDD'));
  v_text := replace(v_text, '{yyyy}', to_char(p_local, 'YYYY'));
  v_text := replace(v_text, '{yy}', to_char(p_local, 'YY'));
  v_text := replace(v_text, '{mm}', to_char(p_local, 'MM'));
  v_text := replace(v_text, '{dd}', to_char(p_local, 'DD'));
  return replace(v_text, '{agency}', coalesce(p_agency, ''));
end $$;

-- The series that numbers of a kind come from at a moment: the agency's own, otherwise the shared one. Without a moment: the one that has no end.
create function numbering.series_of(p_kind text, p_agency uuid, p_at timestamptz default null) returns uuid
language sql stable parallel safe as $$
  with today as (select (p_at at time zone interval '7 hours')::date as day)
  select coalesce(
    (select id from numbering.series, today where agency = p_agency and kind = p_kind
       and (day is null or valid_from <= day) and (valid_to is null or valid_to > day)),
    (select id from numbering.series, today where agency is null and kind = p_kind
       and (day is null or valid_from <= day) and (valid_to is null or valid_to > day)))
$$;

-- Kinds of number that every agency of the one-stop mechanism needs; an agency gets its series at its first number and changes it
-- from a date on when its own rules say otherwise. Dossier code: Circular 01/2018/TT-VPCP Art. 19; suffixes of the slips: forms in
-- Appendix I of Circular 03/2025/TT-VPCP.
create table numbering.standard (
  kind text primary key,
  pattern text not null,
  reset text not null check (reset in ('never', 'yearly', 'daily')),
  names_period boolean not null
);
insert into numbering.standard values
  ('dossier-code', '{agency}-{yymmdd}-{n:4}', 'daily', true),
  ('receipt-slip', '{n}/TNHS-TTPVHCC', 'yearly', false),
  ('supplement-slip', '{n}/PBS-TTPVHCC', 'yearly', false),
  ('refusal-slip', '{n}/PTC-TTPVHCC', 'yearly', false),
  ('apology', '{n}/PXL', 'yearly', false),
  ('control-sheet', '{n}/PKS-TTPVHCC', 'yearly', false),
  ('tracking-book', '{n}/STD-TTPVHCC', 'yearly', false),
  ('result', '{n}', 'yearly', false);

-- The series of a kind, made by the standard of that kind when there is none; null for a kind without a standard. Two transactions
-- that want it at once get the same one. It holds for every date, also for those of a replay of past years: since the country has its name.
create function numbering.series_for(p_kind text, p_agency uuid, p_at timestamptz default null) returns uuid
language plpgsql as $$
declare
  v_id uuid := numbering.series_of(p_kind, p_agency, p_at);
begin
  if v_id is not null then
    return v_id;
  end if;
  with made as (
    insert into numbering.series (id, kind, agency, valid_from)
      select gen_random_uuid(), kind, p_agency, '1976-07-02' from numbering.standard where kind = p_kind
      on conflict do nothing returning id, valid_from
  )
  insert into numbering.scheme (series, valid_from, pattern, reset, first, names_period)
    select m.id, m.valid_from, s.pattern, s.reset, 1, s.names_period from made m, numbering.standard s where s.kind = p_kind;
  return numbering.series_of(p_kind, p_agency, p_at);
end $$;

-- The next number, in the caller's transaction: if that rolls back the number was never given, so there are no gaps.
create function numbering.allocate(p_series uuid, p_at timestamptz) returns table (value integer, text text, period text)
language plpgsql as $$
#variable_conflict use_column
declare
  v_local date := (p_at at time zone interval '7 hours')::date;
  v_scheme record;
  v_period text;
  v_value integer;
  v_text text;
begin
  select c.pattern, c.reset, c.names_period, a.code as agency,
         numbering.start_of(c.reset, c.valid_from, c.first, v_local) as first
    into v_scheme
    from numbering.series s
    join lateral (
      select * from numbering.scheme where series = s.id and valid_from <= v_local order by valid_from desc limit 1
    ) c on true
    left join directory.pub_agency a on a.id = s.agency
    where s.id = p_series and daterange(s.valid_from, s.valid_to) @> v_local;
  if not found then
    raise exception using errcode = 'CGN01', message = format('series %s gives no number on %s', p_series, v_local);
  end if;
  v_period := numbering.period_of(v_scheme.reset, v_local);
  -- The row stays locked until the caller commits or rolls back: whoever comes next waits and gets the number after.
  insert into numbering.counter as c (series, period, value, at) values (p_series, v_period, v_scheme.first, p_at)
    on conflict (series, period) do update set value = greatest(c.value + 1, excluded.value), at = excluded.at
    returning c.value into v_value;
  v_text := numbering.write(v_scheme.pattern, v_scheme.agency, v_local, v_value);
  insert into numbering.allocated (series, period, value, text, within, at)
    values (p_series, v_period, v_value, v_text, case when v_scheme.names_period then '' else v_period end, p_at);
  return query select v_value, v_text, v_period;
end $$;

-- The last day in Vietnam on which a series gave a number.
create function numbering.last_issued_on(p_series uuid) returns date
language sql stable parallel safe as $$
  select (max(at) at time zone interval '7 hours')::date from numbering.counter where series = p_series
$$;

-- What other modules may read.
create view numbering.pub_series as select id, kind, agency, name, valid_from, valid_to from numbering.series;
create view numbering.pub_number as select series, period, value, text, at, voided_at from numbering.allocated;
