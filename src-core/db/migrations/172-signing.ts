/** Contracts accepted by phone. `signing_code_secret`: the keyed hash of a code, never in the feed. */
export const signing: readonly string[] = [
  "alter table agreement add column acceptance text not null default 'pad'",
  "alter table agreement add column acceptance_reference text not null default ''",
  'alter table agreement add column withdraw_until text',
  "alter table agreement add column document_check text not null default ''",
  'alter table agreement add column document_checked_at bigint',
  `create table signing_code (
    id text not null primary key,
    scope text not null,
    version bigint not null,
    case_id text not null,
    customer_id text not null,
    summary_hash text not null,
    channel text not null,
    recipient text not null,
    state text not null,
    tries_left bigint not null,
    made_at bigint not null,
    until bigint not null,
    decided_at bigint,
    change_seq bigint not null,
    row_hash bigint not null default 0
  )`,
  'create index signing_code_feed on signing_code (scope, change_seq, row_hash)',
  'create index signing_code_case on signing_code (case_id)',
  `create table signing_code_secret (
    code_id text not null primary key,
    code_hash text not null
  )`,
]
