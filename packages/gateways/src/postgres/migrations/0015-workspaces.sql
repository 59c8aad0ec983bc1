-- The Slack workspace where a run was asked for. Empty: it was asked before there were several, so it belongs to the only one.
alter table enablements add column team text not null default '';
create index enablements_of_a_team on enablements (team, requested_at desc);

-- Workspaces that installed the app. The bot token is sealed, and bound to the team.
create table installations (
  team text primary key,
  name text not null,
  bot_user text not null,
  installed_by text not null,
  scopes text[] not null,
  version integer not null,
  -- Null once the app was removed there, or its token revoked.
  wrapped_key bytea,
  ciphertext bytea,
  installed_at timestamptz not null,
  removed_at timestamptz
);
