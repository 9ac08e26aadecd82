-- Failed sign-ins by user name, whether or not somebody has that name: names nobody has lock like real ones, so that the
-- door does not tell who works here. Only a digest is kept, because people type passwords into the wrong box.
create table directory.sign_in_guard (
  name_hash bytea primary key,
  failed_at timestamptz[] not null default '{}'
);
alter table directory.account drop column failures, drop column last_failure_at, drop column locked_until;

create index challenge_expires on directory.challenge (expires_at);
create index account_search on directory.account using gin (kernel.fold(user_name) gin_trgm_ops);

-- An administrator may demand a second factor of anybody, beyond those of whom the policy demands it.
alter table directory.account add column second_factor_demanded boolean not null default false;
