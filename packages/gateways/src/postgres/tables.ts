import type {
  Action,
  ActionStatus,
  Asked,
  AuditEntry,
  CustomerFile,
  CustomerRunStatus,
  DomainState,
  EnablementStatus,
  RolloutDomain,
  RolloutDomainStatus,
  RolloutStatus,
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
    handed: boolean;
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
  readonly customer_runs: {
    id: string;
    domain: string;
    portal_url: string;
    file: JSONColumnType<CustomerFile>;
    allow_delete: boolean;
    fingerprint: string;
    ordered_by: string;
    status: Generated<CustomerRunStatus>;
    begun_at: Date;
    ended_at: Date | null;
    said: string | null;
  };
  readonly customer_actions: {
    run: string;
    place: number;
    id: string;
    action: JSONColumnType<Action>;
    status: Generated<ActionStatus>;
    detail: string | null;
    todo: string | null;
  };
  readonly rollouts: {
    id: string;
    fingerprint: string;
    portal_url: string;
    cloud_id: string;
    messaging_host: string;
    enablement: string | null;
    ordered_by: string;
    canary: number;
    canary_passed: Generated<boolean>;
    at_once: number;
    stint: Generated<number>;
    status: Generated<RolloutStatus>;
    begun_at: Date;
    ended_at: Date | null;
    said: string | null;
  };
  readonly rollout_domains: {
    rollout: string;
    place: number;
    domain: string;
    login: string;
    account: RolloutDomain['account'];
    password_env: string | null;
    in_canary: boolean;
    status: RolloutDomainStatus;
    outcome: RolloutDomain['outcome'] | null;
    tries: Generated<number>;
    /** Before any moment unless it was put off. */
    due: Generated<Date>;
    detail: string | null;
    todo: string | null;
    settled_at: Date | null;
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
}
