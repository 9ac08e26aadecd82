-- An offer or a version may be replaced on the day it began: its period is then empty, and only dossiers that pin it by id still read it.
alter table procedures.offer drop constraint offer_check, add constraint offer_period check (valid_to >= valid_from);

-- What the list of procedures looks for: records with text that a person must still read, and offers of one agency.
alter table procedures.version add column unread integer generated always as (jsonb_array_length(unparsed)) stored;
create index offer_agency on procedures.offer (agency) where valid_to is null;
create index offer_process on procedures.offer (process) where valid_to is null;
create index version_procedure on procedures.version (procedure, no);
