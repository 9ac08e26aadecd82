-- A number given in vain is voided, with its reason, by whoever keeps the register or the system; no role could do so until now.
-- Roles are data: an agency may take the right away again, so it is given once and at no later start. Whoever is signed in asks anew.
with changed as (
  update directory.role
  set permissions = array(select unnest(permissions || array['numbering.number.void']) order by 1), version = version + 1
  where key in ('records-clerk', 'system-administrator') and not 'numbering.number.void' = any (permissions)
  returning id, name
)
-- In a new installation nothing has changed for anybody, and the journal begins with its founder.
select kernel.leave(now(), gen_random_uuid(), null, null, null, 'system',
  jsonb_agg(jsonb_build_object('event', 'directory.role-changed', 'subject', id, 'relay', false, 'data',
    jsonb_build_object('name', name, 'added', jsonb_build_array('numbering.number.void'), 'removed', '[]'::jsonb))),
  null, null, null, null)
from changed where exists (select from kernel.journal)
having count(*) > 0;

-- Also for what 0005 gave: sessions that were open then still act with the rights of before.
update kernel.rights set version = version + 1;
