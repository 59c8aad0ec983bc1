-- Who answers for a run and for each domain: asked again before something leaves that cannot be taken back.
alter table enablements add column responsible text;
update enablements set responsible = requested_by;
alter table enablements alter column responsible set not null;

alter table domains add column wanted_by text;
update domains set wanted_by = (select requested_by from enablements where id = domains.enablement);
alter table domains alter column wanted_by set not null;

-- What a problem asks of people beyond trying again.
alter table steps add column asks text check (asks in ('take over'));

-- A new Office Manager password of a synchronized domain: it is provisioned again, in a run of its own.
alter table domains add column round integer not null default 1;
alter table secret_links add column renewal boolean not null default false;
