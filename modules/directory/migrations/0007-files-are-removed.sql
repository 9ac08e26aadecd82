-- Who removes a file must be able to read the dossier it is in: the system's administrator is not, so nobody could.
-- Given once, like every right a role gains later; whoever is signed in asks anew.
with changed as (
  update directory.role
  set permissions = array(select unnest(permissions || array['files.file.remove']) order by 1), version = version + 1
  where key in ('records-clerk', 'supervisor') and not 'files.file.remove' = any (permissions)
  returning id, name
)
-- In a new installation nothing has changed for anybody, and the journal begins with its founder.
select kernel.leave(now(), gen_random_uuid(), null, null, null, 'system',
  jsonb_agg(jsonb_build_object('event', 'directory.role-changed', 'subject', id, 'relay', false, 'data',
    jsonb_build_object('name', name, 'added', jsonb_build_array('files.file.remove'), 'removed', '[]'::jsonb))),
  null, null, null, null)
from changed where exists (select from kernel.journal)
having count(*) > 0;

update kernel.rights set version = version + 1;
