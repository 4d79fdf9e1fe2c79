/** Shared counters: colleagues by name, and cases handed over; what is said and looked up beside a step. */
export const counter: readonly string[] = [
  `create table colleague (
    id text not null primary key,
    scope text not null,
    version bigint not null,
    name text not null,
    role text not null,
    seat text not null,
    change_seq bigint not null,
    row_hash bigint not null default 0
  )`,
  'create index colleague_feed on colleague (scope, change_seq, row_hash)',
  `insert into colleague (id, scope, version, name, role, seat, change_seq)
    select id, scope, 1, name, role, seat, coalesce((select value from feed_counter), 0) from app_user
    where revoked_at is null`,
  `create table knowledge (
    id text not null primary key,
    scope text not null,
    version bigint not null,
    kind text not null,
    recipe text not null,
    step text not null,
    title text not null,
    body text not null,
    position bigint not null,
    change_seq bigint not null,
    row_hash bigint not null default 0
  )`,
  'create index knowledge_feed on knowledge (scope, change_seq, row_hash)',
  'alter table service_case add column handed_by_id text',
  "alter table service_case add column handed_by text not null default ''",
  'alter table service_case add column handed_at bigint',
  "alter table service_case add column handed_note text not null default ''",
]
