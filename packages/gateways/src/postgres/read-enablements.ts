import { type DomainState, domainRun, type Enablement, type Prerequisites, type StepState } from '@enablement/core';
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
  const [domains, steps] = await Promise.all([
    db.selectFrom('domains').selectAll().where('enablement', '=', oneOf(ids)).orderBy('place').execute(),
    db.selectFrom('steps').selectAll().where('enablement', '=', oneOf(ids)).orderBy('place').execute(),
  ]);
  const owners = [...ids, ...domains.map((row) => domainRun(row.enablement, row.domain))];
  const secrets = await db
    .selectFrom('secrets')
    .select(['owner', 'field', 'fingerprint'])
    .where('owner', '=', oneOf(owners))
    .execute();
  const [domainsBy, stepsBy, secretsBy] = [
    Map.groupBy(domains, (row) => row.enablement),
    Map.groupBy(steps, (row) => row.run),
    Map.groupBy(secrets, (row) => row.owner),
  ];
  const fingerprint = (owner: string, field: string) => secretsBy.get(owner)?.find((row) => row.field === field)?.fingerprint;
  const stepsOf = (run: string) => (stepsBy.get(run) ?? []).map(toStep);

  return rows.map((row) => ({
    id: row.id,
    status: row.status,
    prerequisites: toPrerequisites(row),
    team: row.team,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    responsible: row.responsible,
    answer:
      row.cloud_id !== null && row.messaging_host !== null
        ? { cloudId: row.cloud_id, messagingHost: row.messaging_host }
        : undefined,
    clientSecretFingerprint: fingerprint(row.id, 'client secret'),
    apiKeyFingerprint: fingerprint(row.id, 'API key'),
    revealedAt: row.revealed_at ?? undefined,
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
