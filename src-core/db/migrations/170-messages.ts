/**
 * Messages to customers. `message_template`: their wording, JSON by language. `message_secret`: the whole text of one
 * that holds a secret, until it is sent. `sent_message`: what the built-in gateway wrote down instead of sending.
 */
export const messages: readonly string[] = [
  `create table message (
    id text not null primary key,
    scope text not null,
    version bigint not null,
    customer_id text not null,
    case_id text,
    template text not null,
    channel text not null,
    recipient text not null,
    language text not null,
    subject text not null,
    body text not null,
    state text not null,
    cause text not null,
    tries bigint not null,
    about text not null,
    queued_at bigint not null,
    sent_at bigint,
    by_name text not null,
    change_seq bigint not null,
    row_hash bigint not null default 0
  )`,
  'create index message_feed on message (scope, change_seq, row_hash)',
  'create index message_state on message (state)',
  'create index message_about on message (about)',
  'create index message_customer on message (customer_id)',
  `create table message_template (
    id text not null primary key,
    scope text not null,
    name text not null,
    channel text not null,
    subject text not null,
    body text not null
  )`,
  `create table message_secret (
    message_id text not null primary key,
    body text not null
  )`,
  `create table sent_message (
    id text not null primary key,
    at bigint not null,
    channel text not null,
    recipient text not null,
    subject text not null,
    body text not null
  )`,
]
