-- Coming in is a statement of the application, which the database plans once for each connection.
drop function kernel.enter(bytea, uuid, timestamptz);
