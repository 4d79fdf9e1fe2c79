/**
 * Leases, one for each person who signed in here: as signed, with the key of the market's hashes that came beside it.
 * `tries`: passwords tried without the core since the last right one.
 */
export const outboxMigration030 = `
create table lease (
  user_id text primary key,
  text text not null,
  signature text not null,
  hash_key text not null,
  tries integer not null
) strict, without rowid;
`
