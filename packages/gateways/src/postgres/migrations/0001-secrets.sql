-- Secrets at rest. Each is encrypted with a key of its own, and that key with SECRETS_KEY; owner, field and version are bound
-- into both. A destroyed secret keeps its fingerprint and nothing else.
create table secrets (
  owner        text        not null,
  field        text        not null,
  version      integer     not null,
  wrapped_key  bytea,
  ciphertext   bytea,
  fingerprint  text        not null,
  kept_at      timestamptz not null default now(),
  destroyed_at timestamptz,
  primary key (owner, field),
  constraint destroyed_means_gone check (
    (destroyed_at is null and wrapped_key is not null and ciphertext is not null)
    or (destroyed_at is not null and wrapped_key is null and ciphertext is null)
  )
);
