-- Codes that sign a phone in once instead of a password, from the page that shows one to what became of it. Neither the page's
-- token, nor its confirmation code, nor the code can be read from here.
create table sign_in_codes (
  page bytea primary key,
  confirmation bytea not null,
  cloud_id text not null,
  domain text not null,
  phone_user text not null,
  person text not null,
  issued_at timestamptz not null,
  expires timestamptz not null,
  misses integer not null default 0,
  -- Made when the page shows it.
  code bytea unique,
  code_expires timestamptz,
  shown_at timestamptz,
  used_at timestamptz
);
create index sign_in_codes_of_a_user on sign_in_codes (cloud_id, domain, phone_user);
create index sign_in_codes_of_a_person on sign_in_codes (person, issued_at);

-- Apps that a code has signed in. `secret` is a keyed hash of the token that lets one in, `token_id` its public part.
create table phone_installations (
  id text primary key,
  cloud_id text not null,
  domain text not null,
  phone_user text not null,
  app text not null check (app in ('acrobits', 'sessiontalk')),
  token_id text not null,
  secret bytea not null unique,
  made_at timestamptz not null,
  revoked_at timestamptz
);
create index phone_installations_of_a_user on phone_installations (cloud_id, domain, phone_user);
