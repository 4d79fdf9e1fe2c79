/** Who took a credit or charge back, when and why ('' and null while it stands), and a disputed top-up. */
export const reversals: readonly string[] = [
  "alter table adjustment add column reversed_by text not null default ''",
  "alter table adjustment add column reversed_name text not null default ''",
  'alter table adjustment add column reversed_at bigint',
  "alter table adjustment add column reversal_note text not null default ''",
  'alter table dispute add column payment_id text',
]
