/** People who sign in, their sessions, and the desks they sit at. */
export const people: readonly string[] = [
  `create table app_user (
    id text not null primary key,
    name text not null,
    login text not null unique,
    role text not null,
    scope text not null,
    seat text not null,
    story text not null,
    password_hash text not null,
    failures bigint not null,
    locked_until bigint,
    position bigint not null
  )`,
  `create table app_session (
    token_hash text not null primary key,
    user_id text not null,
    device_id text not null,
    created_at bigint not null,
    until bigint not null
  )`,
  'create index app_session_until on app_session (until)',
  `create table device (
    id text not null primary key,
    number bigint not null unique,
    name text not null,
    public_key text not null,
    scope text not null,
    enrolled_at bigint not null,
    revoked_at bigint
  )`,
]
