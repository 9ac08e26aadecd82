-- Administrators read the journal of their own agencies, newest first.
create index journal_agency on kernel.journal (agency, id);
