-- What public services cost: dated tariffs, set by the agency that may set them or for all of them.

create table payments.tariff (
  id uuid primary key,
  -- Null: the same everywhere, set by a ministry. An agency's tariff also holds for the agencies below it.
  agency uuid references directory.agency,
  procedure text not null check (procedure ~ '^[1-9]\.[0-9]{6}$'),
  name text not null,
  kind text not null check (kind in ('fee', 'charge')),
  unit text not null,
  price bigint not null check (price >= 0),
  online bigint check (online >= 0),
  postal bigint check (postal >= 0),
  tier_from integer check (tier_from >= 2),
  tier_price bigint check (tier_price >= 0),
  most bigint check (most >= 0),
  exemption text not null,
  citation text not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  check ((tier_from is null) = (tier_price is null)),
  -- On any day one fee of an agency has one price.
  constraint tariff_one_at_a_time exclude using gist (
    (coalesce(agency, '00000000-0000-0000-0000-000000000000')) with =, procedure with =, (lower(name)) with =,
    daterange(valid_from, valid_to) with &&)
);
create index tariff_in_order on payments.tariff (procedure, name, valid_from desc, id);
