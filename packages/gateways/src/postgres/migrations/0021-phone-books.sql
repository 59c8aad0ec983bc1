-- Quick Dial as each user's app got it, so that "not modified" can be said, and said by every replica.
create table phone_books (
  cloud_id    text        not null,
  name        text        not null,
  tag         text        not null,
  template    text        not null,
  modified_at timestamptz not null,
  read_at     timestamptz not null,
  body        bytea       not null,
  primary key (cloud_id, name)
);
