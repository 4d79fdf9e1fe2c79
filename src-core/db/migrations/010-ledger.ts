/** The feed's counter, the permanent ledger with its audit, settings and attachments. Words of PostgreSQL; see ddl.ts. */
export const ledger: readonly string[] = [
  `create table feed_counter (
    id bigint not null primary key check (id = 1),
    value bigint not null,
    epoch text not null
  )`,
  `create table ledger (
    id text not null primary key,
    device_id text not null,
    device_seq bigint not null,
    type text not null,
    body_hash text not null,
    command text not null,
    result text not null,
    code text not null,
    details text not null,
    snapshot text not null,
    choices text not null,
    resolved_by text,
    decided_at bigint not null,
    unique (device_id, device_seq)
  )`,
  `create table audit (
    id text not null primary key,
    at bigint not null,
    user_id text not null,
    device_id text not null,
    type text not null,
    subject text not null,
    result text not null
  )`,
  'create index audit_subject on audit (subject)',
  `create table command_outcome (
    id text not null primary key,
    scope text not null,
    version bigint not null,
    result text not null,
    code text not null,
    details text not null,
    snapshot text not null,
    choices text not null,
    decided_at bigint not null,
    change_seq bigint not null
  )`,
  'create index command_outcome_feed on command_outcome (scope, change_seq)',
  `create table blob (
    hash text not null primary key,
    bytes bytea not null,
    received_at bigint not null
  )`,
  `create table setting (
    name text not null primary key,
    value text not null
  )`,
]
