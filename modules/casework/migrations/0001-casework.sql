-- The dossier (hồ sơ thủ tục hành chính) from the counter to its result.

create table casework.dossier (
  id uuid primary key,
  code text not null unique,
  -- Three places that stay apart: where help was given, where it was formally received, who is competent.
  support_agency uuid references directory.agency,
  receiving_agency uuid not null references directory.agency,
  agency uuid not null references directory.agency,

  -- Pinned at receipt: what holds for this dossier, whatever changes later.
  offer uuid not null,
  procedure_version uuid not null,
  process uuid not null,
  procedure_code text not null,
  procedure_name text not null,
  field text not null,
  case_key text,

  channel text not null check (channel in ('direct', 'online', 'postal')),
  state text not null,
  -- National status 1–10 (one-stop §5.3), kept beside the state so that reports and synchronisation read one column.
  status smallint not null check (status between 1 and 10),

  received_at timestamptz not null,
  received_by uuid references directory.position,
  due_at timestamptz not null,
  -- What the due date was computed from: amount, unit, cut-off, policy, calendar version.
  due_inputs jsonb not null,
  clock_state text not null default 'running' check (clock_state in ('running', 'paused', 'finished')),
  paused_since timestamptz,
  -- Processing ended (9 and the other ends); the applicant got the result.
  finished_at timestamptz,
  returned_at timestamptz,
  outcome text check (outcome in ('resolved', 'refused', 'withdrawn', 'stopped', 'declined')),

  -- Where it is now.
  step integer not null,
  step_key text not null,
  step_name text not null,
  step_due_at timestamptz,
  unit uuid references directory.unit,
  assignee uuid references directory.position,
  -- The unit that handles the procedure: it goes on seeing the dossier when leaders and the counter have it.
  handling_unit uuid references directory.unit,

  -- For lists and search: one line a person recognises; the rest of the person is in casework.party.
  applicant_name text not null,
  applicant_id_tail text not null default '',
  summary text not null default '',
  search text not null,
  secret text not null,
  receipt_no text not null,
  pickup text not null default 'counter' check (pickup in ('counter', 'post', 'electronic')),
  copies_of_file smallint not null default 1,

  result_no text,
  result_title text,
  result_signed_by uuid references directory.position,
  result_signed_at timestamptz,

  generated boolean not null default false,
  version integer not null default 1
);
-- Open work by place: unit queues, personal queues, agency lists, all in order of the due date.
create index dossier_assignee on casework.dossier (assignee, due_at) where finished_at is null;
create index dossier_unit on casework.dossier (unit, due_at) where finished_at is null;
create index dossier_handling_unit on casework.dossier (handling_unit, due_at) where finished_at is null;
create index dossier_handling_received on casework.dossier (handling_unit, received_at);
create index dossier_agency_open on casework.dossier (agency, due_at) where finished_at is null;
create index dossier_receiving_open on casework.dossier (receiving_agency, due_at) where finished_at is null;
create index dossier_to_return on casework.dossier (receiving_agency, finished_at) where finished_at is not null and returned_at is null;
create index dossier_agency_received on casework.dossier (agency, received_at);
create index dossier_agency_finished on casework.dossier (agency, finished_at) where finished_at is not null;
create index dossier_search on casework.dossier using gin (agency, search gin_trgm_ops);
create index dossier_receiving_search on casework.dossier using gin (receiving_agency, search gin_trgm_ops);

create table casework.party (
  dossier uuid not null references casework.dossier,
  role text not null check (role in ('applicant', 'owner', 'proxy')),
  kind text not null check (kind in ('citizen', 'enterprise', 'state-body', 'other')),
  name text not null,
  id_number text not null default '',
  birth_date date,
  phone text not null default '',
  email text not null default '',
  address text not null default '',
  admin_unit text,
  authorisation text not null default '',
  primary key (dossier, role)
);

create table casework.paper (
  id uuid primary key,
  dossier uuid not null references casework.dossier,
  no smallint not null,
  name text not null,
  kind text not null check (kind in ('submit', 'show', 'note')),
  originals smallint not null default 0,
  copies smallint not null default 0,
  verdict text not null default 'unseen' check (verdict in ('unseen', 'valid', 'from-database', 'to-fix', 'not-applicable')),
  note text not null default '',
  checked_by uuid,
  checked_at timestamptz,
  unique (dossier, no)
);

-- Every step a dossier has been through or is in: the control sheet (Form 06).
create table casework.step (
  dossier uuid not null references casework.dossier,
  no integer not null,
  key text not null,
  name text not null,
  role text not null,
  unit uuid,
  assignee uuid,
  budget_minutes integer,
  started_at timestamptz not null,
  due_at timestamptz,
  finished_at timestamptz,
  finished_by uuid,
  action text,
  comment text not null default '',
  used_minutes integer,
  late boolean,
  primary key (dossier, no)
);

create table casework.fee (
  id uuid primary key,
  dossier uuid not null references casework.dossier,
  name text not null,
  amount bigint not null check (amount >= 0),
  state text not null check (state in ('due', 'paid', 'exempt')),
  method text check (method in ('cash', 'transfer')),
  reason text not null default '',
  at timestamptz not null,
  by uuid
);
create index fee_dossier on casework.fee (dossier);

create table casework.note (
  id uuid primary key,
  dossier uuid not null references casework.dossier,
  text text not null,
  position uuid,
  account uuid,
  at timestamptz not null
);
create index note_dossier on casework.note (dossier);

-- A counter's unfinished intake: survives a browser that closes; never a dossier, has no number.
create table casework.draft (
  id uuid primary key,
  account uuid not null,
  content jsonb not null,
  title text not null default '',
  updated_at timestamptz not null
);
create index draft_account on casework.draft (account, updated_at);

/*
 * Receives a dossier in one statement: numbers, dossier, people, papers, fees, first steps. The caller has checked and computed
 * everything; the function only writes, so that intake costs one round trip and holds the number counter for as short as possible.
 */
create function casework.receive(p jsonb) returns table (code text, receipt_no text)
language plpgsql as $$
declare
  v_id uuid := (p ->> 'id')::uuid;
  v_now timestamptz := (p ->> 'receivedAt')::timestamptz;
  v_code text;
  v_receipt text;
begin
  select a.text into v_code from numbering.allocate((p ->> 'codeSeries')::uuid, v_now) a;
  select a.text into v_receipt from numbering.allocate((p ->> 'receiptSeries')::uuid, v_now) a;
  insert into casework.dossier (
    id, code, support_agency, receiving_agency, agency, offer, procedure_version, process, procedure_code, procedure_name, field, case_key,
    channel, state, status, received_at, received_by, due_at, due_inputs, step, step_key, step_name, step_due_at, unit, assignee, handling_unit,
    applicant_name, applicant_id_tail, summary, search, secret, receipt_no, pickup, copies_of_file, generated)
  values (
    v_id, v_code, (p ->> 'supportAgency')::uuid, (p ->> 'receivingAgency')::uuid, (p ->> 'agency')::uuid, (p ->> 'offer')::uuid,
    (p ->> 'procedureVersion')::uuid, (p ->> 'process')::uuid, p ->> 'procedureCode', p ->> 'procedureName', p ->> 'field', p ->> 'caseKey',
    p ->> 'channel', p ->> 'state', (p ->> 'status')::smallint, v_now, (p ->> 'receivedBy')::uuid, (p ->> 'dueAt')::timestamptz, p -> 'dueInputs',
    (p ->> 'step')::integer, p ->> 'stepKey', p ->> 'stepName', (p ->> 'stepDueAt')::timestamptz, (p ->> 'unit')::uuid, (p ->> 'assignee')::uuid, (p ->> 'handlingUnit')::uuid,
    p ->> 'applicantName', p ->> 'applicantIdTail', p ->> 'summary',
    kernel.fold(v_code || ' ' || v_receipt || ' ' || (p ->> 'search')), p ->> 'secret', v_receipt, p ->> 'pickup', (p ->> 'copiesOfFile')::smallint,
    coalesce((p ->> 'generated')::boolean, false));
  insert into casework.party (dossier, role, kind, name, id_number, birth_date, phone, email, address, admin_unit, authorisation)
    select v_id, x.role, x.kind, x.name, coalesce(x.id_number, ''), x.birth_date, coalesce(x.phone, ''), coalesce(x.email, ''), coalesce(x.address, ''), x.admin_unit, coalesce(x.authorisation, '')
    from jsonb_to_recordset(p -> 'parties') as x(role text, kind text, name text, id_number text, birth_date date, phone text, email text, address text, admin_unit text, authorisation text);
  insert into casework.paper (id, dossier, no, name, kind, originals, copies, verdict, note, checked_by, checked_at)
    select x.id, v_id, x.no, x.name, x.kind, x.originals, x.copies, x.verdict, coalesce(x.note, ''), (p ->> 'receivedBy')::uuid, v_now
    from jsonb_to_recordset(p -> 'papers') as x(id uuid, no smallint, name text, kind text, originals smallint, copies smallint, verdict text, note text);
  insert into casework.step (dossier, no, key, name, role, unit, assignee, budget_minutes, started_at, due_at, finished_at, finished_by, action, used_minutes, late)
    select v_id, x.no, x.key, x.name, x.role, x.unit, x.assignee, x.budget_minutes, x.started_at, x.due_at, x.finished_at, x.finished_by, x.action, x.used_minutes, x.late
    from jsonb_to_recordset(p -> 'steps') as x(no integer, key text, name text, role text, unit uuid, assignee uuid, budget_minutes integer,
      started_at timestamptz, due_at timestamptz, finished_at timestamptz, finished_by uuid, action text, used_minutes integer, late boolean);
  insert into casework.fee (id, dossier, name, amount, state, method, reason, at, by)
    select x.id, v_id, x.name, x.amount, x.state, x.method, coalesce(x.reason, ''), v_now, (p ->> 'receivedBy')::uuid
    from jsonb_to_recordset(p -> 'fees') as x(id uuid, name text, amount bigint, state text, method text, reason text);
  return query select v_code, v_receipt;
end $$;

-- For modules to the right: one row a dossier with what reports count, without personal data.
create view casework.pub_dossier as
  select d.id, d.code, d.agency, d.receiving_agency, d.unit, d.handling_unit, d.assignee, d.procedure_version, d.procedure_code, d.procedure_name, d.field,
         d.channel, d.state, d.status, d.received_at, d.received_by, d.due_at, d.finished_at, d.returned_at, d.outcome, d.clock_state, d.step_key, d.step_name,
         d.result_no, d.generated,
         (select s.finished_by from casework.step s where s.dossier = d.id and s.role = 'officer' and s.finished_by is not null order by s.no desc limit 1) as officer
  from casework.dossier d;

-- Full personal data shown to one account for a short time, after it gave a reason that the journal keeps.
create table casework.reveal (
  dossier uuid not null references casework.dossier,
  account uuid not null,
  until timestamptz not null,
  primary key (dossier, account)
);
create index dossier_open_due on casework.dossier (due_at, id) where finished_at is null;
create index dossier_received on casework.dossier (received_at, id);
