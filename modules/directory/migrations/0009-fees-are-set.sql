-- The administrator keeps what procedures cost; whoever works at the counter or watches over procedures sees it.
-- Given once, like every right a role gains later; whoever is signed in asks anew.
with given (key, gained) as (values
  ('counter-clerk', array['payments.tariff.read']),
  ('officer', array['payments.tariff.read']),
  ('supervisor', array['payments.tariff.read']),
  ('catalogue-administrator', array['payments.tariff.edit', 'payments.tariff.read'])
), changed as (
  update directory.role r
  set permissions = array(select unnest(r.permissions || g.gained) order by 1), version = r.version + 1
  from given g
  where r.key = g.key and not r.permissions && g.gained
  returning r.id, r.name, g.gained
)
-- In a new installation nothing has changed for anybody, and the journal begins with its founder.
select kernel.leave(now(), gen_random_uuid(), null, null, null, 'system',
  jsonb_agg(jsonb_build_object('event', 'directory.role-changed', 'subject', id, 'relay', false, 'data',
    jsonb_build_object('name', name, 'added', to_jsonb(gained), 'removed', '[]'::jsonb))),
  null, null, null, null)
from changed where exists (select from kernel.journal)
having count(*) > 0;

update kernel.rights set version = version + 1;
