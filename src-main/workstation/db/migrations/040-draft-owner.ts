/** Who typed a draft; '' for those of before. What another person left is not sent on in one's own name. */
export const outboxMigration040 = `
alter table draft add column user_id text not null default '';
`
