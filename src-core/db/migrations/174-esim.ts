/** Activation codes of eSIMs: kept apart, and given with the line they are assigned to. */
export const eSims: readonly string[] = [
  "alter table sim_secret add column activation_code text not null default ''",
  "alter table sim_card add column activation_code text not null default ''",
]
