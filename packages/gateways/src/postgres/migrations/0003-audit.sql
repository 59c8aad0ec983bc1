-- Who did what, when and with which outcome. Each entry's hash covers the entry and the hash before it (docs/architecture.md).
-- The table of before had no chain and could be changed by anybody; nobody relies on it yet.
drop table audit;

create table audit (
  seq bigint primary key,
  entry jsonb not null,
  previous text not null,
  hash text not null,
  -- Of deeds with the same key one is recorded. It is not part of the entry, and the chain does not cover it.
  key text unique,
  enablement text generated always as (entry #>> '{subject,enablement}') stored
);
create index audit_of_an_enablement on audit (enablement, seq);

-- The end of the chain. Its row is locked by whoever appends, last of all that a transaction locks, until the transaction ends.
create table audit_head (
  one boolean primary key default true check (one),
  seq bigint not null,
  hash text not null
);
insert into audit_head (seq, hash) values (0, repeat('0', 64));

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is append-only: % of % refused', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete on audit for each row execute function refuse_change();
create trigger append_only_as_a_whole before truncate on audit for each statement execute function refuse_change();
create trigger head_stays before delete on audit_head for each row execute function refuse_change();
create trigger head_stays_as_a_whole before truncate on audit_head for each statement execute function refuse_change();
create function refuse_step_back() returns trigger language plpgsql as $$
begin
  if new.seq <= old.seq then
    raise exception 'the audit is append-only: its head does not go back' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger head_goes_on before update on audit_head for each row execute function refuse_step_back();
-- Also where session_replication_role switches ordinary triggers off.
alter table audit enable always trigger append_only;
alter table audit enable always trigger append_only_as_a_whole;
alter table audit_head enable always trigger head_stays;
alter table audit_head enable always trigger head_stays_as_a_whole;
alter table audit_head enable always trigger head_goes_on;

-- Pages on which one person downloads a part of the audit.
create table audit_pages (
  hash bytea primary key,
  code_hash bytea not null,
  person text not null,
  -- Null is the whole audit.
  enablements text[],
  about text not null,
  people jsonb not null,
  expires timestamptz not null,
  misses integer not null default 0
);
