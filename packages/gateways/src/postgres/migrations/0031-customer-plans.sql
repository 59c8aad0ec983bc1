-- Plans of customers' domains that a team looks at together in the chat, before somebody applies them.
create table customer_plans (
  id text primary key,
  team text not null,
  room text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  portal_url text not null,
  source jsonb not null,
  status text not null default 'making' check (status in ('making', 'made', 'unusable', 'discarded', 'applying')),
  file jsonb,
  plan jsonb,
  fingerprint text,
  said text,
  approval jsonb,
  run text references customer_runs (id),
  -- The card: noted before it is posted, so that after a crash it is looked for before another is posted.
  card_ts text,
  card_attempted_at timestamptz,
  card_shown text,
  closed boolean not null default false
);
create index customer_plans_open on customer_plans (asked_at) where not closed;
create index customer_plans_by_run on customer_plans (run);
