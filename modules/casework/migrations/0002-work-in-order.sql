-- Lists order by the due date and then by the key, and begin again after a row: with the key in the index they read just their page.
drop index casework.dossier_assignee;
drop index casework.dossier_unit;
drop index casework.dossier_handling_unit;
drop index casework.dossier_agency_open;
drop index casework.dossier_receiving_open;
drop index casework.dossier_to_return;
drop index casework.dossier_handling_received;
drop index casework.dossier_agency_received;
-- Counted by urgency at every look at a desk, from the index alone.
create index dossier_assignee on casework.dossier (assignee, due_at, id) include (paused_since) where finished_at is null;
create index dossier_unit on casework.dossier (unit, due_at, id) where finished_at is null;
create index dossier_handling_unit on casework.dossier (handling_unit, due_at, id) where finished_at is null;
create index dossier_agency_open on casework.dossier (agency, due_at, id) where finished_at is null;
create index dossier_receiving_open on casework.dossier (receiving_agency, due_at, id) where finished_at is null;
create index dossier_to_return on casework.dossier (receiving_agency, finished_at, id) where finished_at is not null and returned_at is null;
create index dossier_handling_received on casework.dossier (handling_unit, received_at, id);
create index dossier_agency_received on casework.dossier (agency, received_at, id);
-- The two heaps that are usually small beside the rest of a place: not yet claimed, and waiting for the citizen.
create index dossier_unclaimed on casework.dossier (unit, due_at, id) where finished_at is null and assignee is null;
create index dossier_waiting on casework.dossier (agency, due_at, id) where finished_at is null and paused_since is not null;
