/** Phone numbers and SIMs; PIN and PUK apart, they never enter the feed. */
export const numbers: readonly string[] = [
  `create table phone_number (
    id text not null primary key,
    scope text not null,
    version bigint not null,
    state text not null,
    case_id text,
    held_until bigint,
    held_by text,
    change_seq bigint not null
  )`,
  'create index phone_number_feed on phone_number (scope, change_seq)',
  'create index phone_number_state on phone_number (state)',
  'create index phone_number_case on phone_number (case_id)',
  `create table sim_card (
    id text not null primary key,
    scope text not null,
    version bigint not null,
    kind text not null,
    state text not null,
    stock text not null,
    product_id text,
    change_seq bigint not null
  )`,
  'create index sim_card_feed on sim_card (scope, change_seq)',
  'create index sim_card_state on sim_card (state, kind)',
  `create table sim_secret (
    iccid text not null primary key,
    pin text not null,
    puk text not null
  )`,
]
