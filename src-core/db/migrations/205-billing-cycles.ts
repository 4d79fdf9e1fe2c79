/** How often a payer has asked to be billed, kept before there is an account. */
export const billingCycles: readonly string[] = [
  `create table billing_cycle (
    customer_id text not null primary key,
    frequency text not null,
    cycle_day bigint not null,
    anchor_month bigint not null
  )`,
]
