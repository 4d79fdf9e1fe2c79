/**
 * People and desks that were revoked, leases for work without the core, and the prices they were given with. `lease`
 * holds the latest one for each person, desk and state of the prices, and since when. `signed_under`: the leases a
 * contract may have been signed under. `price_report`: what was signed at another price
 * than today's, for the operator only. `imported_outbox`: what revoked desks had not sent.
 */
export const leases: readonly string[] = [
  'alter table app_user add column revoked_at bigint',
  `create table price_snapshot (
    hash text not null primary key,
    scope text not null,
    body text not null,
    taken_at bigint not null
  )`,
  `create table lease (
    id text not null primary key,
    device_id text not null,
    user_id text not null,
    catalogue text not null,
    price_lists text not null,
    first_at bigint not null,
    issued_at bigint not null,
    until bigint not null,
    unique (device_id, user_id, catalogue)
  )`,
  'create index lease_until on lease (until)',
  `create table lease_verifier (
    device_id text not null,
    user_id text not null,
    verifier text not null,
    of_hash text not null,
    primary key (device_id, user_id)
  )`,
  `create table signed_under (
    agreement_id text not null primary key,
    leases text not null
  )`,
  `create table price_report (
    id text not null primary key,
    at bigint not null,
    scope text not null,
    command_id text not null,
    agreement_id text not null,
    lease_id text not null,
    price_list_id text not null,
    field text not null,
    signed text not null,
    reason text not null
  )`,
  `create table alarm (
    id text not null primary key,
    at bigint not null,
    device_id text not null,
    kind text not null,
    details text not null
  )`,
  `create table imported_outbox (
    hash text not null primary key,
    device_id text not null,
    imported_at bigint not null,
    commands bigint not null,
    drafts text not null
  )`,
]
