-- A one-time link belongs to whatever its secret belongs to in `secrets`: an enablement, a domain of one, or a check for Xima.
alter table secret_links add column owner text;
update secret_links set owner = enablement || coalesce('/' || domain, '');
alter table secret_links alter column owner set not null;
alter table secret_links drop column enablement, drop column domain;
create index secret_links_of_an_owner on secret_links (owner, field);
