-- The ground every module stands on: sessions, the journal with its outbox and seals, idempotency, nodes.

-- Text as search compares it; must equal fold() in kernel/contract.
create function kernel.fold(value text) returns text
language sql immutable strict parallel safe as $$
  select trim(regexp_replace(
    replace(lower(regexp_replace(normalize(value, NFD), '[\u0300-\u036f]', '', 'g')), 'đ', 'd'),
    '\s+', ' ', 'g'))
$$;

create table kernel.setting (
  name text primary key,
  value jsonb not null
);
insert into kernel.setting values ('secret', to_jsonb(encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'hex')));

-- One row: goes up whenever anybody's rights may have changed, so that every session asks again.
create table kernel.rights (
  only_row boolean primary key default true check (only_row),
  version bigint not null
);
insert into kernel.rights values (true, 1);

create table kernel.session (
  token_hash bytea primary key,
  id uuid not null unique,
  account uuid not null,
  position uuid,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  idle_seconds integer not null check (idle_seconds > 0),
  ended_at timestamptz,
  ended_why text,
  device text not null default '',
  address text not null default '',
  actor jsonb,
  actor_until timestamptz,
  rights_version bigint not null default 0
);
create index session_account on kernel.session (account) where ended_at is null;

create table kernel.idempotency (
  account uuid not null,
  key uuid not null,
  endpoint text not null,
  input_hash bytea not null,
  reply jsonb not null,
  at timestamptz not null,
  primary key (account, key)
);
create index idempotency_at on kernel.idempotency (at);

-- Who is asking: the actor of a living session, and the earlier reply when this very request was done before.
-- "stale" asks the caller to find out again what this account may do: somebody's rights have changed since.
create function kernel.enter(p_token bytea, p_key uuid, p_now timestamptz) returns jsonb
language plpgsql stable as $$
declare
  s kernel.session%rowtype;
  v bigint;
  living boolean := false;
  earlier jsonb;
begin
  if p_token is not null then
    select * into s from kernel.session where token_hash = p_token;
    living := found and s.ended_at is null and s.expires_at > p_now and s.seen_at + make_interval(secs => s.idle_seconds) > p_now;
  end if;
  if living then
    select version into v from kernel.rights;
  end if;
  if p_key is not null then
    select jsonb_build_object('endpoint', endpoint, 'hash', encode(input_hash, 'hex'), 'reply', reply) into earlier
      from kernel.idempotency
      where key = p_key and account = case when living then s.account else '00000000-0000-0000-0000-000000000000' end;
  end if;
  if not living then
    return jsonb_build_object('earlier', earlier);
  end if;
  return jsonb_build_object('account', s.account, 'position', s.position, 'session', s.id, 'idle', s.idle_seconds,
    'version', v, 'earlier', earlier,
    'stale', s.rights_version <> v or s.actor is null or s.actor_until <= p_now, 'actor', s.actor);
end $$;

-- The journal: audit trail, timeline and outbox in one. The application may insert and read, nothing else.
create table kernel.journal (
  id bigint generated always as identity primary key,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  event text not null,
  subject uuid not null,
  account uuid,
  position uuid,
  agency uuid,
  actor_kind text not null,
  request uuid not null,
  data jsonb not null,
  personal jsonb,
  personal_salt bytea,
  personal_hash bytea
);
create index journal_subject on kernel.journal (subject, id);
create index journal_xid on kernel.journal (xid, id);
create index journal_account on kernel.journal (account, id);

create table kernel.outbox (
  journal bigint primary key
);

-- What a reaction has already done: one row per reaction and fact, written in the reaction's own transaction.
create table kernel.applied (
  reaction text not null,
  journal bigint not null,
  at timestamptz not null default now(),
  primary key (reaction, journal)
);

-- A sealed batch: whole finished transactions, one digest a row, chained by hash.
create table kernel.seal (
  no bigint primary key,
  xid_from xid8 not null,
  xid_to xid8 not null,
  ids bigint[] not null,
  digests bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null default now()
);

-- Writes what a command recorded: journal rows, the outbox rows of those somebody reacts to, the reply for its key.
create function kernel.leave(
  p_now timestamptz, p_request uuid, p_account uuid, p_position uuid, p_agency uuid, p_kind text,
  p_events jsonb, p_key uuid, p_endpoint text, p_hash bytea, p_reply jsonb
) returns void
language plpgsql as $$
begin
  with fact as (
    select e.*, case when e.personal is null then null else uuid_send(gen_random_uuid()) end as salt
    from jsonb_to_recordset(p_events) as e(event text, subject uuid, agency uuid, data jsonb, personal jsonb, relay boolean)
  ), written as (
    insert into kernel.journal (at, event, subject, account, position, agency, actor_kind, request, data, personal, personal_salt, personal_hash)
    select p_now, event, subject, p_account, p_position, coalesce(agency, p_agency), p_kind, p_request, data, personal, salt,
           case when personal is null then null else sha256(salt || convert_to(personal::text, 'UTF8')) end
    from fact
    returning id, event
  )
  insert into kernel.outbox (journal)
  select w.id from written w where exists (select from fact f where f.event = w.event and f.relay);
  if p_key is not null then
    insert into kernel.idempotency (account, key, endpoint, input_hash, reply, at)
    values (coalesce(p_account, '00000000-0000-0000-0000-000000000000'), p_key, p_endpoint, p_hash, p_reply, p_now);
  end if;
end $$;

-- Lawful erasure of personal data: the chain stays provable because only its salted hash is chained.
create function kernel.erase_personal(p_subject uuid) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare n integer;
begin
  update kernel.journal set personal = null, personal_salt = null where subject = p_subject and personal is not null;
  get diagnostics n = row_count;
  return n;
end $$;

-- Application nodes: each holds a session-level advisory lock on its number; a lock that can be taken is a dead node,
-- whose workers' jobs are then unlocked at once.
create table kernel.node (
  id integer generated always as identity primary key,
  workers text[] not null default '{}',
  started_at timestamptz not null default now()
);
