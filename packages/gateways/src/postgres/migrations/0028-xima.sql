-- Checks for Xima CCaaS. Their secrets lie in `secrets` under `xima/<id>`.
create table xima_checks (
  id text primary key,
  status text not null check (status in ('waiting', 'checking', 'checked', 'closed')),
  request_id text not null unique,
  -- The Slack workspace where it was asked for.
  team text not null default '',
  requested_by text not null,
  requested_at timestamptz not null,
  domain text not null,
  sip_proxy_server_host text not null,
  sip_proxy_server_port integer not null,
  api_url text not null,
  api_client_id text not null,
  api_username text not null,
  did text not null,
  round integer not null default 1,
  -- The page for whoever sets Xima up: token and code are stored hashed, and it reveals once.
  hand_over_hash bytea unique,
  hand_over_code_hash bytea,
  hand_over_misses integer not null default 0,
  hand_over_expires timestamptz,
  hand_over_revealed_at timestamptz
);
create unique index one_live_check_for_xima on xima_checks (api_url, domain) where status <> 'closed';

-- The last readiness report of each thing that is checked: an enablement, or `xima/<id>`.
create table readiness_reports (
  subject text primary key,
  report jsonb not null,
  made_at timestamptz not null
);

-- Messages that are kept up to date in the chat, other than the cards of enablements. One with a parent stands in its thread.
create table posts (
  subject text primary key,
  parent text references posts (subject),
  team text not null default '',
  channel text not null,
  ts text,
  attempted_at timestamptz,
  version integer not null default 0,
  shown_version integer not null default -1
);
