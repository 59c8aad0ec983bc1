import { randomBytes } from 'node:crypto';
import { Secret } from '@enablement/core';
import { createMemoryWorld } from '@enablement/core/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createVault, loadSecretsKey } from '../vault/index.ts';
import { createApprovals } from './approvals.ts';
import { auditSuite } from './audit/audit.suite.ts';
import { createAudit } from './audit/audit.ts';
import { createCorrespondence } from './correspondence.ts';
import { createDispatches } from './dispatches.ts';
import { createLinks } from './links.ts';
import { answersSuite } from './register/answers.suite.ts';
import { approvalsSuite } from './register/approvals.suite.ts';
import { findingSuite } from './register/finding.suite.ts';
import { lettersSuite } from './register/letters.suite.ts';
import { linksSuite } from './register/links.suite.ts';
import { registerSuite } from './register/register.suite.ts';
import { createRegister } from './register.ts';
import { startTestDatabase } from './testing.ts';

let server: Awaited<ReturnType<typeof startTestDatabase>>;
beforeAll(async () => {
  server = await startTestDatabase();
});
afterAll(() => server.remove());

function movableClock() {
  let now = new Date('2026-03-02T09:00:00Z');
  return {
    clock: { now: () => now },
    advance: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
  };
}

async function postgresWorld() {
  const { db } = server;
  await sql`truncate enablements, domains, steps, secret_links, dispatches, reminders, cards, secrets, approvals, letters cascade`.execute(
    db,
  );
  const { clock, advance } = movableClock();
  const key = await loadSecretsKey({ env: { SECRETS_KEY: randomBytes(32).toString('base64') }, dataDir: '.' });
  const vault = createVault({ db, key });
  return {
    db,
    vault,
    clock,
    advance,
    register: createRegister({ db, vault, clock }),
    links: createLinks({ db, vault, key, clock }),
    dispatches: createDispatches(db),
    audit: createAudit(db),
    approvals: createApprovals({ db, clock }),
    correspondence: createCorrespondence({ db, clock }),
  };
}

async function memoryWorld() {
  const { clock, advance } = movableClock();
  const { register, links, vault, audit, approvals, correspondence } = createMemoryWorld({ clock });
  return { register, links, vault, audit, approvals, correspondence, dispatches: register, clock, advance };
}
for (const [name, make] of [
  ['in memory', memoryWorld],
  ['on PostgreSQL', postgresWorld],
] as const) {
  for (const suite of [registerSuite, answersSuite, linksSuite, approvalsSuite, lettersSuite, findingSuite, auditSuite])
    suite(name, make);
}

const REQUEST = {
  cspCompany: 'Northwind Telecom',
  contactName: 'Alex Example',
  contactEmail: 'ops@northwind.example',
  contactPhone: undefined,
  portalUrl: 'https://portal.northwind.example',
  coreHost: 'core1.northwind.example',
  clientId: 'acrobits-softphone',
  domains: ['acme.example'],
};

test('tokens, codes and secrets are in no table in a readable form', async () => {
  const { register, links, db } = await postgresWorld();
  const { id } = await register.request(REQUEST, 'U0OLIVIA', 'C0OPS', 'V1');
  const { token, code } = await links.issue({
    enablement: id,
    field: 'client secret',
    person: 'U0OLIVIA',
    expires: new Date('2026-03-02T09:15:00Z'),
  });
  await links.accept(token, code, new Secret('canary-client-secret'));
  const hand = await links.acrobits(id, new Date('2026-04-01T00:00:00Z'));
  const tables = [
    'enablements',
    'domains',
    'steps',
    'secret_links',
    'dispatches',
    'reminders',
    'cards',
    'audit',
    'secrets',
    'approvals',
    'letters',
  ];
  const rows = await Promise.all(
    tables.map((table) =>
      sql`select t::text as row, encode(convert_to(t::text, 'UTF8'), 'escape') from ${sql.table(table)} t`.execute(db),
    ),
  );
  const text = JSON.stringify(rows.map((result) => result.rows));
  for (const hidden of [token.reveal(), hand.reveal(), 'canary-client-secret']) {
    expect(text).not.toContain(hidden);
    expect(text).not.toContain(Buffer.from(hidden).toString('hex'));
  }
});
