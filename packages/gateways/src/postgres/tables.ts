import type {
  Action,
  ActionStatus,
  Approval,
  Asked,
  AuditEntry,
  CustomerFile,
  CustomerPlan,
  CustomerRunStatus,
  DomainState,
  EnablementStatus,
  KeptPlanStatus,
  LetterKind,
  PhoneApp,
  Plan,
  PlanSource,
  Prerequisites,
  ReminderFor,
  RolloutDomain,
  RolloutDomainStatus,
  RolloutStatus,
  SecretField,
  StepName,
  StepStatus,
  XimaStatus,
} from '@enablement/core';
import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely';
import type { StoredFinding, StoredReport } from './readiness-reports.ts';

/** Written as text, read as what it means; dates in it are text (ISO 8601). */
type Jsonb<T extends object> = JSONColumnType<T> | null;
type Said = { by: string; at: string };

/** The columns of `migrations/*.sql`, as queries see them. */
export interface Tables {
  readonly enablements: {
    id: string;
    status: EnablementStatus;
    request_id: string;
    team: Generated<string>;
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
    /** Who changed the values last, unless it was who asked. */
    values_by: string | null;
    plan: Jsonb<Plan>;
    told: Jsonb<Prerequisites>;
    told_at: Date | null;
    snoozed_until: Date | null;
    snoozed_by: string | null;
    version: Generated<number>;
  };
  readonly installations: {
    team: string;
    name: string;
    bot_user: string;
    installed_by: string;
    scopes: string[];
    version: number;
    wrapped_key: Buffer | null;
    ciphertext: Buffer | null;
    installed_at: Date;
    removed_at: Date | null;
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
    plan: Jsonb<Plan>;
  };
  readonly approvals: {
    run: string;
    enablement: string;
    status: Approval['status'];
    fingerprint: string;
    needed: number;
    votes: JSONColumnType<Said[]>;
    asked_at: Date;
    until: Date;
    asked_version: number;
    rejected: Jsonb<Said & { reason: string }>;
    glass_broken: Jsonb<Said & { reason: string }>;
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
    owner: string;
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
    input: JSONColumnType<Record<string, string | number>> | null;
  };
  readonly reminders: {
    key: string;
    enablement: string;
    text: string;
    whom: Generated<ReminderFor>;
    made_at: Date;
    attempted_at: Date | null;
    posted_at: Date | null;
  };
  readonly letters: {
    enablement: string;
    kind: LetterKind;
    number: number;
    subject: string;
    text: string;
    told: Jsonb<Prerequisites>;
    by: string;
    ordered_at: Date;
    sent_at: Date | null;
    trouble: string | null;
  };
  readonly cards: {
    enablement: string;
    channel: string;
    ts: string | null;
    attempted_at: Date | null;
    shown_version: Generated<number>;
    shown_at: Date | null;
    told_seq: ColumnType<string, number | undefined, number>;
    told_version: Generated<number>;
    telling_at: Date | null;
  };
  readonly plain_workspaces: { team: string; since: Date };
  readonly presses: { enablement: string; action: string; value: string; by: string; at: Date };
  readonly names: { person: string; name: string };
  readonly homes: { team: string; person: string; room: string; opened_at: Date; shown: string | null; shown_at: Date | null };
  readonly vendor_contacts: {
    vendor: 'NetSapiens' | 'Acrobits' | 'Mail server';
    host: string;
    answered_at: Date | null;
    failed_at: Date | null;
    failure: string | null;
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
  readonly customer_plans: {
    id: string;
    team: string;
    room: string;
    asked_by: string;
    asked_at: Date;
    portal_url: string;
    source: JSONColumnType<PlanSource>;
    status: Generated<KeptPlanStatus>;
    file: JSONColumnType<CustomerFile> | null;
    plan: JSONColumnType<CustomerPlan> | null;
    fingerprint: string | null;
    said: string | null;
    approval: JSONColumnType<Approval> | null;
    run: string | null;
    card_ts: string | null;
    card_attempted_at: Date | null;
    card_shown: string | null;
    closed: Generated<boolean>;
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
  readonly firewall_lists: {
    only_one: Generated<boolean>;
    made_at: Date;
    groups: JSONColumnType<Record<string, string[]>>;
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
  readonly xima_checks: {
    id: string;
    status: XimaStatus;
    team: string;
    request_id: string;
    requested_by: string;
    requested_at: Date;
    domain: string;
    sip_proxy_server_host: string;
    sip_proxy_server_port: number;
    api_url: string;
    api_client_id: string;
    api_username: string;
    did: string;
    round: Generated<number>;
    hand_over_hash: ColumnType<Buffer | null, Buffer | null | undefined>;
    hand_over_code_hash: ColumnType<Buffer | null, Buffer | null | undefined>;
    hand_over_misses: Generated<number>;
    hand_over_expires: ColumnType<Date | null, Date | null | undefined>;
    hand_over_revealed_at: ColumnType<Date | null, Date | null | undefined>;
  };
  readonly readiness_reports: { subject: string; report: JSONColumnType<StoredReport>; made_at: Date };
  readonly watches: {
    subject: string;
    due_at: Date;
    accepted: JSONColumnType<readonly string[]> | null;
  };
  readonly drifts: {
    id: Generated<string>;
    subject: string;
    items: JSONColumnType<readonly StoredFinding[]>;
    opened_at: Date;
    closed_at: ColumnType<Date | null, undefined, Date>;
  };
  readonly posts: {
    subject: string;
    parent: ColumnType<string | null, string | undefined>;
    team: string;
    channel: string;
    ts: ColumnType<string | null, string | undefined, string | null>;
    attempted_at: ColumnType<Date | null, Date | undefined, Date | null>;
    version: Generated<number>;
    shown_version: Generated<number>;
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
