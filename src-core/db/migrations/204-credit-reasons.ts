/** A credit note says why it was made; those of before took whole bills back. */
export const creditReasons: readonly string[] = [
  "alter table bill add column reason text not null default ''",
  "update bill set reason = 'correction' where kind = 'creditNote'",
]
