-- What is looked at again after go-live: an enablement, or `xima/<id>`, and when it is due next.
create table watches (
  subject text primary key,
  due_at timestamptz not null,
  -- Warnings that were there at the first look; null before it.
  accepted jsonb
);

-- Times during which something that worked before did not.
create table drifts (
  id uuid primary key default gen_random_uuid(),
  subject text not null,
  items jsonb not null,
  opened_at timestamptz not null,
  closed_at timestamptz
);
create unique index one_open_drift_a_subject on drifts (subject) where closed_at is null;
