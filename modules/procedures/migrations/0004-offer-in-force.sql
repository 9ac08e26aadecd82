-- An offer with an end to come is in force until then: what is looked up by agency or process is no longer only the open-ended.
drop index procedures.offer_agency;
drop index procedures.offer_process;
create index offer_agency on procedures.offer (agency, valid_to);
create index offer_process on procedures.offer (process, valid_to);
