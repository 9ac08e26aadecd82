-- What the modules installed call the facts they record, written at every start: the journal is read in words.
create table directory.event_name (
  event text primary key,
  module text not null,
  vi text not null,
  en text not null
);
