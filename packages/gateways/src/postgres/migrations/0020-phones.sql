-- Log-ins of phones that NetSapiens has let in. The password is hashed, the SIP password sealed as in `secrets`.
create table phone_logins (
  cloud_id      text        not null,
  name          text        not null,
  domain        text        not null,
  extension     text        not null,
  device        text        not null,
  display_name  text        not null,
  password_hash text        not null,
  wrapped_key   bytea       not null,
  ciphertext    bytea       not null,
  version       bigint      not null,
  proved_at     timestamptz not null,
  read_at       timestamptz not null,
  primary key (cloud_id, name)
);
-- Versions are never used twice, not even after a log-in was forgotten and came back.
create sequence phone_login_versions;

-- What each installation of SessionTalk's app got last, hashed: it is told to update only when that changes.
create table phone_deliveries (
  cloud_id text        not null,
  device   text        not null,
  payload  bytea       not null,
  given_at timestamptz not null default now(),
  primary key (cloud_id, device)
);

-- Wrong passwords, under keyed hashes of whose and where from.
create table phone_tries (
  key      bytea       primary key,
  failures integer     not null,
  last     timestamptz not null
);
create index phone_tries_by_time on phone_tries (last);
-- Where somebody has signed in from before: no stranger there.
create table phone_sources (
  key  bytea       primary key,
  last timestamptz not null
);
