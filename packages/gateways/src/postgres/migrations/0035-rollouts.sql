-- Roll-outs of messaging over many domains: one at a time for each environment, one row a domain. The rows are the journal of what is done.
create table rollouts (
  id text primary key,
  fingerprint text not null,
  portal_url text not null,
  cloud_id text not null,
  messaging_host text not null,
  enablement text references enablements (id),
  ordered_by text not null,
  canary integer not null,
  canary_passed boolean not null default false,
  at_once integer not null,
  stint integer not null default 1,
  status text not null default 'running' check (status in ('running', 'paused', 'at canary', 'finished', 'cancelled')),
  begun_at timestamptz not null,
  ended_at timestamptz,
  said text
);
create unique index one_rollout_at_a_time on rollouts (portal_url) where status in ('running', 'paused', 'at canary');
create index rollouts_by_time on rollouts (begun_at desc);

-- A password is never here: `password_env` names the environment variable that holds it.
create table rollout_domains (
  rollout text not null references rollouts (id),
  place integer not null,
  domain text not null,
  login text not null,
  account text not null check (account in ('as given', 'to be made')),
  password_env text,
  in_canary boolean not null,
  status text not null check (status in ('ahead', 'provisioned', 'synchronized', 'awaiting password', 'failed', 'left alone')),
  outcome text check (outcome in ('created', 'already existed')),
  tries integer not null default 0,
  due timestamptz not null default '-infinity',
  detail text,
  todo text,
  settled_at timestamptz,
  primary key (rollout, place)
);
create unique index rollout_domains_once on rollout_domains (rollout, domain);
create index rollout_domains_ahead on rollout_domains (rollout, place) where status = 'ahead';
create index rollout_domains_by_status on rollout_domains (rollout, status);
