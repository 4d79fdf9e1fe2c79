/** What others know: the watch list (hashes only) and the built-in bureau's records. Never in the feed. */
export const outside: readonly string[] = [
  `create table watch_entry (
    hash text not null,
    kind text not null,
    reason text not null,
    primary key (hash, kind)
  )`,
  `create table bureau_record (
    person_hash text not null primary key,
    paid_on_time bigint not null,
    paid_late bigint not null,
    open_debt_minor bigint not null,
    insolvencies bigint not null
  )`,
]
