/** Numbers on their way from other operators. */
export const portIns: readonly string[] = [
  `create table port_in (
    id text not null primary key,
    scope text not null,
    version bigint not null,
    customer_id text not null,
    case_id text not null,
    product_id text not null,
    msisdn text not null,
    donor text not null,
    code text not null,
    on_date text not null,
    day_part text not null,
    temporary_msisdn text not null,
    state text not null,
    refusal text not null,
    tries bigint not null,
    requested_at bigint not null,
    answered_at bigint,
    cut_over_at bigint,
    change_seq bigint not null,
    row_hash bigint not null default 0
  )`,
  'create index port_in_feed on port_in (scope, change_seq, row_hash)',
  'create index port_in_state on port_in (state)',
  'create index port_in_msisdn on port_in (msisdn)',
]
