create table enablements (
  id text primary key,
  status text not null check (status in ('running', 'enabled', 'cancelled')),
  request_id text not null unique,
  requested_by text not null,
  requested_at timestamptz not null,
  csp_company text not null,
  contact_name text not null,
  contact_email text not null,
  contact_phone text,
  portal_url text not null,
  core_host text not null,
  client_id text not null,
  -- Acrobits' page: the token is stored hashed; the page reveals once and takes one answer until somebody reopens it.
  hand_off_hash bytea unique,
  hand_off_expires timestamptz,
  revealed_at timestamptz,
  answered_at timestamptz,
  -- What Acrobits sent last, and what was validated and stored.
  answered_cloud_id text,
  answered_messaging_host text,
  cloud_id text,
  messaging_host text,
  version integer not null default 0
);
-- One live enablement for each NetSapiens environment.
create unique index one_live_enablement_a_portal on enablements (portal_url) where status <> 'cancelled';
create index enablements_by_time on enablements (requested_at desc);

create table domains (
  enablement text not null references enablements (id),
  domain text not null,
  place bigint generated always as identity,
  status text not null default 'wanted' check (status in ('wanted', 'running', 'synchronized', 'cancelled')),
  outcome text check (outcome in ('created', 'already existed')),
  office_manager_login text,
  primary key (enablement, domain)
);

create table steps (
  run text not null,
  name text not null,
  enablement text not null references enablements (id),
  place bigint generated always as identity,
  status text not null,
  detail text,
  todo text,
  since timestamptz not null,
  primary key (run, name)
);
create index steps_of_an_enablement on steps (enablement);

create table secret_links (
  hash bytea primary key,
  code_hash bytea not null,
  enablement text not null references enablements (id),
  domain text,
  field text not null,
  person text not null,
  expires timestamptz not null,
  used_at timestamptz,
  misses integer not null default 0
);

-- The outbox towards the engine: written with the fact that causes it, delivered by the bot.
create table dispatches (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('start', 'nudge')),
  workflow text not null,
  key text not null,
  input jsonb
);

-- The outbox towards Slack: reminders go into the card's thread, each once.
create table reminders (
  key text primary key,
  enablement text not null references enablements (id),
  text text not null,
  made_at timestamptz not null,
  posted_at timestamptz
);

-- Where each card stands and what it shows.
create table cards (
  enablement text primary key references enablements (id),
  channel text not null,
  ts text,
  -- Set before the first posting: after a crash we look for the message before we post another.
  attempted_at timestamptz,
  shown_version integer not null default -1
);

create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  enablement text not null,
  by text not null,
  what text not null
);
