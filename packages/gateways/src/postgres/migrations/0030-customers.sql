-- Plans of customers' domains that are or were applied: one at a time for each domain of a platform.
create table customer_runs (
  id text primary key,
  domain text not null,
  portal_url text not null,
  file jsonb not null,
  allow_delete boolean not null,
  fingerprint text not null,
  ordered_by text not null,
  status text not null default 'applying' check (status in ('applying', 'applied', 'partly applied', 'not applied')),
  begun_at timestamptz not null,
  ended_at timestamptz,
  said text
);
create unique index one_customer_run_at_a_time on customer_runs (portal_url, domain) where status = 'applying';
create index customer_runs_by_time on customer_runs (begun_at desc);

-- What a plan does, thing by thing, and what came of it. No secret stands in a plan.
create table customer_actions (
  run text not null references customer_runs (id),
  place integer not null,
  id text not null,
  action jsonb not null,
  status text not null default 'ahead' check (status in ('ahead', 'done', 'failed', 'skipped')),
  detail text,
  todo text,
  primary key (run, place)
);
create index customer_actions_by_id on customer_actions (run, id);
