/** Verification of callers: levels reached in a contact, wrong answers over all desks, words agreed. */
export const callers: readonly string[] = [
  `create table caller_verification (
    id text not null primary key,
    scope text not null,
    version bigint not null,
    customer_id text not null,
    case_id text,
    contact_id text,
    matched text not null,
    level bigint not null,
    at bigint not null,
    by_name text not null,
    desk_name text not null,
    change_seq bigint not null,
    row_hash bigint not null default 0
  )`,
  'create index caller_verification_feed on caller_verification (scope, change_seq, row_hash)',
  'create index caller_verification_customer on caller_verification (customer_id)',
  `create table caller_lock (
    id text not null primary key,
    scope text not null,
    version bigint not null,
    failures bigint not null,
    since bigint not null,
    locked_until bigint,
    unlocked_by text not null,
    reason text not null,
    changed_at bigint not null,
    change_seq bigint not null,
    row_hash bigint not null default 0
  )`,
  'create index caller_lock_feed on caller_lock (scope, change_seq, row_hash)',
  `create table security_word (
    id text not null primary key,
    scope text not null,
    version bigint not null,
    answer_hash text not null,
    set_at bigint not null,
    set_by text not null,
    change_seq bigint not null,
    row_hash bigint not null default 0
  )`,
  'create index security_word_feed on security_word (scope, change_seq, row_hash)',
]
