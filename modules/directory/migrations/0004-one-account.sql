-- Two administrators making an account for one person at the same moment make one.
create unique index account_one_per_person on directory.account (person);
drop index directory.account_person;
