/** Why the epoch is what it is, for desks that hold anchors of another one: '' from the first, `declared`, or `unsaid`. */
export const epochWhy: readonly string[] = ["alter table feed_counter add column epoch_why text not null default ''"]
