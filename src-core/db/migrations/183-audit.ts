/**
 * The audit as one chain: its rows have a place, the hash before them and their own, and nobody changes or removes one.
 * The head stands in the feed counter's row.
 */
export const auditChain: readonly string[] = [
  'alter table audit rename to audit_early',
  'drop index audit_subject',
  `create table audit (
    sequence bigint not null primary key,
    id text not null unique,
    at bigint not null,
    user_id text not null,
    device_id text not null,
    type text not null,
    subject text not null,
    touches text not null,
    case_id text not null,
    command_id text not null,
    resolves text not null,
    result text not null,
    code text not null,
    body_hash text not null,
    previous text not null,
    hash text not null
  )`,
  'create index audit_subject on audit (subject)',
  "create index audit_case on audit (case_id, sequence) where case_id <> ''",
  "create index audit_resolves on audit (resolves) where resolves <> ''",
  'alter table feed_counter add column audit_sequence bigint not null default 0',
  "alter table feed_counter add column audit_head text not null default ''",
  "alter table feed_counter add column audit_previous text not null default ''",
]

const refusal = 'rows of the audit are neither changed nor removed'

/** Refuses it in the database itself, in each one's own words. */
export const auditGuards = {
  sqlite: [
    `create trigger audit_no_update before update on audit begin select raise(abort, '${refusal}'); end`,
    `create trigger audit_no_delete before delete on audit begin select raise(abort, '${refusal}'); end`,
  ],
  postgres: [
    `create function refuse_audit_change() returns trigger language plpgsql as
      $$ begin raise exception '${refusal}'; end $$`,
    `create trigger audit_no_change before update or delete or truncate on audit
      for each statement execute function refuse_audit_change()`,
  ],
} as const
