import type {
  Asked,
  AuditEntry,
  DomainState,
  EnablementStatus,
  PhoneApp,
  SecretField,
  StepName,
  StepStatus,
} from '@enablement/core';
import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely';

/** The columns of `migrations/*.sql`, as queries see them. */
export interface Tables {
  readonly enablements: {
    id: string;
    status: EnablementStatus;
    request_id: string;
    requested_by: string;
    requested_at: Date;
    responsible: string;
    csp_company: string;
    contact_name: string;
    contact_email: string;
    contact_phone: string | null;
    portal_url: string;
    core_host: string;
    client_id: string;
    hand_off_hash: Buffer | null;
    hand_off_expires: Date | null;
    revealed_at: Date | null;
    answered_at: Date | null;
    answered_cloud_id: string | null;
    answered_messaging_host: string | null;
    cloud_id: string | null;
    messaging_host: string | null;
    version: Generated<number>;
  };
  readonly domains: {
    enablement: string;
    domain: string;
    place: GeneratedAlways<string>;
    status: Generated<DomainState['status']>;
    outcome: DomainState['outcome'] | null;
    wanted_by: string;
    round: Generated<number>;
    office_manager_login: string | null;
  };
  readonly steps: {
    run: string;
    name: StepName;
    enablement: string;
    place: GeneratedAlways<string>;
    status: StepStatus;
    detail: string | null;
    todo: string | null;
    asks: Asked | null;
    since: Date;
  };
  readonly secret_links: {
    hash: Buffer;
    code_hash: Buffer;
    enablement: string;
    domain: string | null;
    field: SecretField;
    person: string;
    expires: Date;
    used_at: Date | null;
    renewal: boolean;
    misses: Generated<number>;
  };
  readonly dispatches: {
    id: GeneratedAlways<string>;
    kind: 'start' | 'nudge';
    workflow: string;
    key: string;
    input: JSONColumnType<Record<string, string>> | null;
  };
  readonly reminders: { key: string; enablement: string; text: string; made_at: Date; posted_at: Date | null };
  readonly cards: {
    enablement: string;
    channel: string;
    ts: string | null;
    attempted_at: Date | null;
    shown_version: Generated<number>;
  };
  readonly audit: {
    seq: ColumnType<string, number, never>;
    entry: JSONColumnType<AuditEntry, string, never>;
    previous: string;
    hash: string;
    key: string | null;
    enablement: GeneratedAlways<string | null>;
  };
  readonly audit_head: { seq: ColumnType<string, never, number>; hash: string };
  readonly audit_pages: {
    hash: Buffer;
    code_hash: Buffer;
    person: string;
    enablements: string[] | null;
    about: string;
    people: JSONColumnType<Record<string, string>>;
    expires: Date;
    misses: Generated<number>;
  };
  readonly sign_in_codes: {
    page: Buffer;
    confirmation: Buffer;
    cloud_id: string;
    domain: string;
    phone_user: string;
    person: string;
    issued_at: Date;
    expires: Date;
    misses: Generated<number>;
    code: Buffer | null;
    code_expires: Date | null;
    shown_at: Date | null;
    used_at: Date | null;
  };
  readonly phone_installations: {
    id: string;
    cloud_id: string;
    domain: string;
    phone_user: string;
    app: PhoneApp;
    token_id: string;
    secret: Buffer;
    made_at: Date;
    revoked_at: Date | null;
  };
  readonly secrets: {
    owner: string;
    field: SecretField;
    version: number;
    wrapped_key: Buffer | null;
    ciphertext: Buffer | null;
    fingerprint: string;
    kept_at: Date;
    destroyed_at: Date | null;
  };
  readonly phone_logins: {
    cloud_id: string;
    name: string;
    domain: string;
    extension: string;
    device: string;
    display_name: string;
    password_hash: string;
    wrapped_key: Buffer;
    ciphertext: Buffer;
    version: ColumnType<string, number, number>;
    proved_at: Date;
    read_at: Date;
  };
  readonly phone_deliveries: { cloud_id: string; device: string; payload: Buffer; given_at: Generated<Date> };
  readonly phone_books: {
    cloud_id: string;
    name: string;
    tag: string;
    template: string;
    modified_at: Date;
    read_at: Date;
    body: Buffer;
  };
  readonly phone_tries: { key: Buffer; failures: number; last: Date };
  readonly phone_sources: { key: Buffer; last: Date };
}
