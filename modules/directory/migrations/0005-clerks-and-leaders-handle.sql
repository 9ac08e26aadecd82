-- In-day procedures are drafted at the counter, and a leader may send back what is to be signed: both end a step that is theirs.
-- Whose turn it is decides each time; the permission only lets them take it.
update directory.role set permissions = array_append(permissions, 'casework.dossier.handle')
where key in ('counter-clerk', 'leader') and not 'casework.dossier.handle' = any (permissions);
