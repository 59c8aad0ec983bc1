-- What will leave and to whom, secrets as fingerprints; an approval is of exactly that. What Acrobits was told, in the end.
alter table enablements add column plan jsonb;
alter table domains add column plan jsonb;
alter table enablements add column values_by text;
alter table enablements add column told jsonb;
alter table enablements add column told_at timestamptz;
update enablements set
  told = jsonb_strip_nulls(jsonb_build_object(
    'cspCompany', csp_company, 'contactName', contact_name, 'contactEmail', contact_email, 'contactPhone', contact_phone,
    'portalUrl', portal_url, 'coreHost', core_host, 'clientId', client_id)),
  told_at = contacted.since
from steps contacted
where contacted.run = enablements.id and contacted.name = 'Acrobits contacted' and contacted.status = 'done';

-- What approvers were asked about a run (an enablement's id, or `<id>/<domain>`), and what they said.
create table approvals (
  run text primary key,
  enablement text not null references enablements (id),
  status text not null check (status in ('asked', 'approved', 'rejected')),
  fingerprint text not null,
  needed integer not null check (needed > 0),
  votes jsonb not null default '[]',
  asked_at timestamptz not null,
  until timestamptz not null,
  asked_version integer not null,
  rejected jsonb,
  glass_broken jsonb
);
create index approvals_of_an_enablement on approvals (enablement);

-- A problem may ask that approvers are asked once more.
alter table steps drop constraint steps_asks_check;
alter table steps add constraint steps_asks_check check (asks in ('take over', 'approval'));
