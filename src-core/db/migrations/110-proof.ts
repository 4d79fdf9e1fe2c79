/** Numbers the feed's counter leapt over when a core began: no change bears one of them. */
export const proof: readonly string[] = [
  `create table feed_leap (
    from_value bigint not null primary key,
    until_value bigint not null
  )`,
]
