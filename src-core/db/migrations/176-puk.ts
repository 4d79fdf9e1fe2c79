/** Who may fetch which PUK now: one row for each `number.revealPuk` applied. */
export const pukReveals: readonly string[] = [
  `create table puk_reveal (
    id text not null primary key,
    device_id text not null,
    user_id text not null,
    iccid text not null,
    at bigint not null
  )`,
]
