-- When a card was last posted or edited: none more often than once a second, after a restart too.
alter table cards add column shown_at timestamptz;

-- How far the card's thread tells the audit, and an attempt to post more of it whose end is not known.
alter table cards add column told_seq bigint not null default 0;
alter table cards add column told_version integer not null default -1;
alter table cards add column telling_at timestamptz;
update cards set told_seq = coalesce((select max(seq) from audit where audit.enablement = cards.enablement), 0);

-- Workspaces that refused Slack's newer blocks (plan, table): their cards say the same in lines.
create table plain_workspaces (
  team text primary key,
  since timestamptz not null
);

-- A button that was pressed is gone until what it is about has changed, also while that takes its time.
create table presses (
  enablement text not null references enablements (id),
  action text not null,
  value text not null,
  by text not null,
  at timestamptz not null,
  primary key (enablement, action, value)
);

-- People as the chat calls them, for those who read a page without it.
create table names (
  person text primary key,
  name text not null
);
