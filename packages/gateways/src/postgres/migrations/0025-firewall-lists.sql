-- The last firewall list that people were shown, so that the next one says what is new.
create table firewall_lists (
  only_one boolean primary key default true check (only_one),
  made_at timestamptz not null,
  groups jsonb not null
);
