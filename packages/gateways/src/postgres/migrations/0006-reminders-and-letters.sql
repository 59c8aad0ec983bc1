-- Nobody is reminded until then.
alter table enablements add column snoozed_until timestamptz;
alter table enablements add column snoozed_by text;

-- Whom a reminder is for decides where it is posted: in the card's thread, or in the open.
alter table reminders add column whom text not null default 'responsible'
  check (whom in ('responsible', 'approvers', 'room', 'escalation'));
-- Set before the first posting: after a crash we look for the message before we post another.
alter table reminders add column attempted_at timestamptz;

-- Letters to Acrobits that a person sends by a click. The number makes two clicks on one draft one letter.
create table letters (
  enablement text not null references enablements (id),
  kind text not null check (kind in ('follow-up', 'correction', 'withdrawal')),
  number integer not null,
  subject text not null,
  text text not null,
  -- What a correction tells; they are what Acrobits knows once it is sent.
  told jsonb,
  by text not null,
  ordered_at timestamptz not null,
  sent_at timestamptz,
  -- Why it has not left yet.
  trouble text,
  primary key (enablement, kind, number)
);
