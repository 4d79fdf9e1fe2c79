/** First shape of outbox.db. Never edited after release. */
export const outboxMigration010 = `
create table meta (name text primary key, value text not null) strict, without rowid;

create table draft (
  case_id text not null,
  step text not null,
  fields text not null,
  saved_at integer not null,
  primary key (case_id, step)
) strict, without rowid;

create table draft_id (
  case_id text not null,
  purpose text not null,
  id text not null,
  primary key (case_id, purpose)
) strict, without rowid;

create table command (
  device_seq integer primary key,
  id text not null unique,
  type text not null,
  command text not null,
  scope text not null,
  state text not null,
  code text not null,
  details text not null,
  snapshot text not null,
  choices text not null,
  captured_at integer not null,
  decided_at integer,
  resolves text,
  resolved_by text,
  is_settled integer not null
) strict;
create index command_open on command (device_seq) where state in ('captured', 'quarantined');
create index command_unsettled on command (device_seq) where is_settled = 0;
create index command_refused on command (device_seq) where state in ('rejected', 'conflict') and resolved_by is null;
create index command_decided on command (decided_at);

create table command_touch (
  aggregate text not null,
  device_seq integer not null,
  command_id text not null,
  primary key (aggregate, device_seq)
) strict, without rowid;

create table blob (
  hash text primary key,
  size integer not null,
  kept_at integer not null,
  sent_at integer
) strict, without rowid;

create table session (
  user_id text primary key,
  token text not null,
  name text not null,
  role text not null,
  scope text not null,
  desk_name text not null,
  desk_number integer not null,
  hash_key text not null,
  until integer not null,
  signed_in_at integer not null,
  active_at integer not null,
  is_current integer not null,
  is_valid integer not null,
  is_tile integer not null
) strict, without rowid;
`
