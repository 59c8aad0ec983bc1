-- Who has opened the app's Home tab: it is brought up to date for those who did lately.
create table homes (
  team text not null,
  person text not null,
  -- The person's direct messages with the app: what they start from Home is shown there.
  room text not null,
  opened_at timestamptz not null,
  -- SHA-256 of what is shown, so that what has not changed is not published again.
  shown text,
  shown_at timestamptz,
  primary key (team, person)
);
create index homes_opened on homes (opened_at);

-- How each vendor answered the workflows last; nobody is asked for the sake of this table.
create table vendor_contacts (
  vendor text not null check (vendor in ('NetSapiens', 'Acrobits', 'Mail server')),
  host text not null,
  answered_at timestamptz,
  failed_at timestamptz,
  failure text,
  primary key (vendor, host)
);

-- What people are waited for, and what went wrong, of thousands of runs.
create index steps_that_hold on steps (status, since) where status in ('waiting', 'problem');
create index enablements_of_a_person on enablements (responsible, requested_at desc);
create index enablements_asked_by on enablements (requested_by, requested_at desc);
