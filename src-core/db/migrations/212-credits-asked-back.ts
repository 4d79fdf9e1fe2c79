/** What was asked back about a credit that was asked for, and the answer. */
export const creditsAskedBack: readonly string[] = [
  "alter table adjustment add column question text not null default ''",
  "alter table adjustment add column question_by text not null default ''",
  "alter table adjustment add column answer text not null default ''",
  'alter table adjustment add column waiting_since bigint',
]
