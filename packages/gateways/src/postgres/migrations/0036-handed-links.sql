-- A page that is handed to a customer, who is in no Slack of ours; such links live for days.
alter table secret_links add column handed boolean not null default false;
