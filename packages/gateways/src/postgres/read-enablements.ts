import {
  type Approval,
  type DomainState,
  domainRun,
  type Enablement,
  type Prerequisites,
  type SentLetter,
  type StepState,
} from '@enablement/core';
import type { Kysely, Selectable, Transaction } from 'kysely';
import { oneOf } from './one-of.ts';
import type { Tables } from './tables.ts';

type Source = Kysely<Tables> | Transaction<Tables>;

/** Enablements as cards and pages see them, read with one query a table. */
export async function readEnablements(
  db: Source,
  rows: readonly Selectable<Tables['enablements']>[],
): Promise<readonly Enablement[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const [domains, steps, approvals, letters] = await Promise.all([
    db.selectFrom('domains').selectAll().where('enablement', '=', oneOf(ids)).orderBy('place').execute(),
    db.selectFrom('steps').selectAll().where('enablement', '=', oneOf(ids)).orderBy('place').execute(),
    db.selectFrom('approvals').selectAll().where('enablement', '=', oneOf(ids)).execute(),
    db.selectFrom('letters').selectAll().where('enablement', '=', oneOf(ids)).orderBy('ordered_at').execute(),
  ]);
  const owners = [...ids, ...domains.map((row) => domainRun(row.enablement, row.domain))];
  const secrets = await db
    .selectFrom('secrets')
    .select(['owner', 'field', 'fingerprint'])
    .where('owner', '=', oneOf(owners))
    .execute();
  const [domainsBy, stepsBy, secretsBy, lettersBy] = [
    Map.groupBy(domains, (row) => row.enablement),
    Map.groupBy(steps, (row) => row.run),
    Map.groupBy(secrets, (row) => row.owner),
    Map.groupBy(letters, (row) => row.enablement),
  ];
  const fingerprint = (owner: string, field: string) => secretsBy.get(owner)?.find((row) => row.field === field)?.fingerprint;
  const approvalOf = new Map(approvals.map((row) => [row.run, toApproval(row)]));
  const stepsOf = (run: string) => (stepsBy.get(run) ?? []).map(toStep);

  return rows.map((row) => ({
    id: row.id,
    status: row.status,
    prerequisites: toPrerequisites(row),
    team: row.team,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    valuesBy: row.values_by ?? undefined,
    responsible: row.responsible,
    answer:
      row.cloud_id !== null && row.messaging_host !== null
        ? { cloudId: row.cloud_id, messagingHost: row.messaging_host }
        : undefined,
    clientSecretFingerprint: fingerprint(row.id, 'client secret'),
    apiKeyFingerprint: fingerprint(row.id, 'API key'),
    revealedAt: row.revealed_at ?? undefined,
    plan: row.plan ?? undefined,
    approval: approvalOf.get(row.id),
    told: row.told !== null && row.told_at !== null ? { values: row.told, at: row.told_at } : undefined,
    snoozed: row.snoozed_until !== null ? { until: row.snoozed_until, by: row.snoozed_by ?? '' } : undefined,
    letters: (lettersBy.get(row.id) ?? []).map(toLetter),
    version: row.version,
    steps: stepsOf(row.id),
    domains: (domainsBy.get(row.id) ?? []).map(
      (domain): DomainState => ({
        domain: domain.domain,
        wantedBy: domain.wanted_by,
        round: domain.round,
        status: domain.status,
        outcome: domain.outcome ?? undefined,
        officeManagerLogin: domain.office_manager_login ?? undefined,
        passwordFingerprint: fingerprint(domainRun(row.id, domain.domain), 'Office Manager password'),
        plan: domain.plan ?? undefined,
        approval: approvalOf.get(domainRun(row.id, domain.domain)),
        steps: stepsOf(domainRun(row.id, domain.domain)),
      }),
    ),
  }));
}

export function toPrerequisites(row: Selectable<Tables['enablements']>): Prerequisites {
  return {
    cspCompany: row.csp_company,
    contactName: row.contact_name,
    contactEmail: row.contact_email,
    contactPhone: row.contact_phone ?? undefined,
    portalUrl: row.portal_url,
    coreHost: row.core_host,
    clientId: row.client_id,
  };
}

export function toApproval(row: Selectable<Tables['approvals']>): Approval {
  const said = <T extends { by: string; at: string }>(one: T) => ({ ...one, at: new Date(one.at) });
  return {
    status: row.status,
    fingerprint: row.fingerprint,
    needed: row.needed,
    votes: row.votes.map(said),
    askedAt: row.asked_at,
    until: row.until,
    askedVersion: row.asked_version,
    rejected: row.rejected ? said(row.rejected) : undefined,
    glassBroken: row.glass_broken ? said(row.glass_broken) : undefined,
  };
}

const toLetter = ({ kind, number, by, ordered_at, sent_at, trouble }: Selectable<Tables['letters']>): SentLetter => ({
  kind,
  number,
  by,
  orderedAt: ordered_at,
  sentAt: sent_at ?? undefined,
  trouble: trouble ?? undefined,
});

function toStep(row: Selectable<Tables['steps']>): StepState {
  return {
    name: row.name,
    status: row.status,
    detail: row.detail ?? undefined,
    todo: row.todo ?? undefined,
    asks: row.asks ?? undefined,
    since: row.since,
  };
}
