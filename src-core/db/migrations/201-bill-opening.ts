/** Where a payer's allowances stood when a bill's period began: what its usage is priced anew from. */
export const billOpening: readonly string[] = [
  `create table bill_opening (
    bill_id text not null primary key,
    allowances text not null
  )`,
]
