/** A credit decision that takes the place of another: by whom and why. */
export const creditOverrides: readonly string[] = [
  "alter table credit_decision add column overridden_by text not null default ''",
  "alter table credit_decision add column override_reason text not null default ''",
  'alter table credit_decision add column overrides text',
]
