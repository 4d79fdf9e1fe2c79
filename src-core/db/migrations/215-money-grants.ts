/** What a lease lets a desk give away without the core: one grant for a person at a device and a day. */
export const moneyGrants: readonly string[] = [
  `create table money_grant (
    id text not null primary key,
    scope text not null,
    device_id text not null,
    user_id text not null,
    day text not null,
    amount_minor bigint not null,
    spent_minor bigint not null,
    currency text not null,
    issued_at bigint not null,
    until bigint not null
  )`,
  'create unique index money_grant_day on money_grant (user_id, day, device_id)',
]
