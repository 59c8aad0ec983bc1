import { randomBytes } from 'node:crypto';
import { type DriftPorts, days, hours, minutes, recheckDue, Secret, seconds, ximaPlace } from '@enablement/core';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createVault, loadSecretsKey } from '../vault/index.ts';
import { createAudit } from './audit/audit.ts';
import { createDrifts } from './drifts.ts';
import { createPosts } from './posts.ts';
import { createReadinessReports } from './readiness-reports.ts';
import { createRegister } from './register.ts';
import { startTestDatabase } from './testing.ts';
import { createXimaRegister } from './xima.ts';

let server: Awaited<ReturnType<typeof startTestDatabase>>;
beforeAll(async () => {
  server = await startTestDatabase();
});
afterAll(() => server.remove());

/** An enabled environment and a check for Xima, on a platform that does as it is told; time is moved by hand. */
async function begin() {
  const { db } = server;
  await sql`truncate enablements, domains, steps, cards, secrets, dispatches, xima_checks, readiness_reports, posts, watches, drifts cascade`.execute(
    db,
  );
  let now = new Date('2026-03-02T09:00:00Z');
  const clock = { now: () => now };
  const key = await loadSecretsKey({ env: { SECRETS_KEY: randomBytes(32).toString('base64') }, dataDir: '.' });
  const vault = createVault({ db, key });
  const register = createRegister({ db, vault, clock });
  const xima = createXimaRegister({ db, key, clock });
  const drifts = createDrifts({ db, clock, random: () => 0.5 });
  const platform = {
    client: 'accepted' as 'accepted' | 'refused',
    password: 'canary',
    certificateEnds: new Date('2027-01-01T00:00:00Z'),
  };
  const looked: string[] = [];
  const ports: DriftPorts = {
    register,
    vault,
    xima,
    drifts,
    clock,
    declared: [],
    random: () => 0.5,
    timer: { after: () => () => {} },
    platform: { portal: async () => ({ answer: 'speaks v2', version: '44.4.10' }) },
    messagingInspection: { key: async () => 'accepted' },
    probes: {
      addresses: async () => ({ found: 'public', v4: ['203.0.113.10'], v6: ['2001:db8::10'] }),
      services: async () => ({ udp: [], tcp: [], tls: [] }),
      takesMail: async () => true,
      tls: async (host) => {
        looked.push(host);
        const validTo = platform.certificateEnds;
        return { handshake: 'done', version: 'TLSv1.3', names: [host], validTo, took: 5 };
      },
      https: async () => ({ status: 200, isHtml: false, clockAhead: seconds(0), took: 5 }),
      sip: async () => ({ answered: true, status: 200, reason: 'OK', took: 5 }),
    },
    inspection: {
      client: async () => platform.client,
      logIn: async (_access, _username, password) =>
        password.reveal() === platform.password
          ? { loggedIn: true, scope: 'Office Manager', domain: 'acme.example' }
          : { loggedIn: false, why: 'wrong password', seen: 'invalid_grant' },
      key: async () => ({ key: 'not a key', seen: 'none was given' }),
      open: () => ({
        domain: async () => ({ visible: true }),
        users: async () => ({ count: 3, first: [] }),
        phoneNumber: async (_domain, number) => ({
          number,
          application: 'to-user',
          destinationUser: '100',
          destinationHost: undefined,
        }),
        userByLogin: async () => undefined,
        devices: async () => [],
        subscriptions: async () => [],
      }),
    },
  };
  const request = {
    cspCompany: 'Northwind Telecom',
    contactName: 'Alex Example',
    contactEmail: 'ops@northwind.example',
    contactPhone: undefined,
    portalUrl: 'https://portal.northwind.example',
    coreHost: 'core1.northwind.example',
    clientId: 'acrobits-softphone',
    domains: [],
  };
  const { id } = await register.request(request, 'U0OLIVIA', 'C0OPS', 'V1', 'T1');
  await vault.keep({ owner: id, field: 'client secret' }, new Secret('canary-client'));
  await vault.keep({ owner: id, field: 'API key' }, new Secret('canary-key'));
  await register.enable(id, { cloudId: 'NSACME', messagingHost: 'api-us.messaging.example' });
  const look = (every = days(1)) => recheckDue(ports, every);
  const advance = (duration: number) => {
    now = new Date(now.getTime() + duration);
  };
  return {
    db,
    id,
    ports,
    platform,
    looked,
    drifts,
    xima,
    vault,
    register,
    reports: createReadinessReports(db),
    look,
    advance,
    async wait(duration: number) {
      advance(duration);
      return look();
    },
    cards: async () =>
      (await createPosts({ db, clock }).stale()).map(({ subject }) => subject).filter((one) => one.startsWith('drift/')),
    all: () => db.selectFrom('drifts').selectAll().orderBy('opened_at').execute(),
  };
}

const named = (row: { items: readonly { check: string }[] } | undefined) => row?.items.map(({ check }) => check);

test('what was just enabled is looked at within the hour, and then once a day, give or take a tenth', async () => {
  const { look, wait, looked, reports, id, cards } = await begin();
  expect(await look()).toBe(0);
  expect(await wait(minutes(31))).toBe(1);
  expect(looked).toEqual(['portal.northwind.example', 'api-us.messaging.example']);
  expect((await reports.last(id))?.name).toBe('NSACME');
  expect(await wait(hours(23))).toBe(0);
  expect(await wait(hours(1))).toBe(1);
  expect(await cards()).toEqual([]);
});

test('a client that is revoked opens one card, however often it is looked at, and the card closes when it is mended', async () => {
  const { wait, look, platform, cards, all, drifts } = await begin();
  await look();
  await wait(hours(1));
  platform.client = 'refused';
  for (let day = 0; day < 3; day++) await wait(days(1));
  const [first, ...more] = await all();
  expect(more).toEqual([]);
  expect(named(first)).toEqual(['oauth-client']);
  expect(await cards()).toEqual([`drift/${first?.id}`]);
  platform.client = 'accepted';
  // While something is open it is looked at every hour.
  expect(await wait(minutes(70))).toBe(1);
  expect((await drifts.get(first?.id ?? ''))?.closedAt).toBeDefined();
  platform.client = 'refused';
  await wait(days(2));
  expect(await all()).toHaveLength(2);
});

test('a certificate that ends within 14 days joins the card that is open', async () => {
  const { wait, look, platform, all } = await begin();
  await look();
  await wait(hours(1));
  platform.client = 'refused';
  await wait(days(2));
  platform.certificateEnds = new Date('2026-03-14T00:00:00Z');
  await wait(hours(2));
  const [only, ...more] = await all();
  expect(more).toEqual([]);
  expect(named(only)?.sort()).toEqual(['messaging-certificate-end', 'oauth-client', 'portal-certificate-end']);
});

test('a password for Xima that stops working is found, and somebody may have it looked at now', async () => {
  const { wait, look, platform, all, xima, vault, drifts, db } = await begin();
  const values = {
    domain: 'acme.example',
    sipProxyServerHost: 'portal.northwind.example',
    sipProxyServerPort: 5060,
    apiUrl: 'https://portal.northwind.example',
    apiClientId: 'xima',
    apiUsername: 'xima@acme.example',
    did: '15551230100',
  };
  const { id } = await xima.request(values, 'U0OLIVIA', 'C0OPS', 'V2', 'T1');
  for (const field of ['api_client_secret', 'api_password'] as const)
    await vault.keep(ximaPlace(id, field), new Secret('canary'));
  const at = new Date('2026-03-02T09:00:00Z');
  await xima.report(id, 1, { kind: 'xima', name: 'acme.example', startedAt: at, endedAt: at, findings: [] });
  await look();
  expect(await wait(hours(1))).toBe(2);
  platform.password = 'changed';
  expect(await drifts.now({ xima: id }, 'U0OLIVIA')).toBe(true);
  expect(await look()).toBe(1);
  expect((await all()).map((row) => [row.subject, named(row)])).toEqual([[`xima/${id}`, ['xima-api-user']]]);
  // Wrong log-ins are counted by the platform, so nobody hurries.
  expect(await wait(hours(2))).toBe(0);
  platform.password = 'canary';
  // A new report may mean that it was mended, so it is looked at again soon.
  await drifts.next({ xima: id }, new Date('2099-01-01T00:00:00Z'));
  await xima.again(id, 'U0ADA');
  await xima.report(id, 2, { kind: 'xima', name: 'acme.example', startedAt: at, endedAt: at, findings: [] });
  const { due_at: due } = await db
    .selectFrom('watches')
    .select('due_at')
    .where('subject', '=', `xima/${id}`)
    .executeTakeFirstOrThrow();
  expect(due.getTime()).toBeLessThan(Date.parse('2099-01-01T00:00:00Z'));
  await xima.close(id, 'U0OLIVIA');
  await drifts.now({ xima: id }, 'U0OLIVIA');
  await look();
  expect((await all())[0]?.closed_at).not.toBeNull();
  expect(await drifts.now({ xima: id }, 'U0OLIVIA')).toBe(false);
});

test('whoever dies while looking leaves it to the next look, and two never look at the same', async () => {
  const { drifts, look, id, advance } = await begin();
  await look();
  const claim = async () => (await Promise.all(Array.from({ length: 4 }, () => drifts.due(minutes(10), hours(1))))).flat();
  advance(minutes(31));
  expect(await claim()).toEqual([{ enablement: id }]);
  advance(minutes(9));
  expect(await claim()).toEqual([]);
  advance(minutes(2));
  expect(await claim()).toEqual([{ enablement: id }]);
});

test('a drift is audited from its opening to its end, and again when the same thing breaks later', async () => {
  const { wait, look, platform, id, db } = await begin();
  await look();
  await wait(hours(1));
  platform.client = 'refused';
  await wait(days(2));
  platform.client = 'accepted';
  await wait(hours(2));
  const deeds: string[] = [];
  for await (const { entry } of createAudit(db).entries([id])) if (entry.action.startsWith('drift')) deeds.push(entry.action);
  expect(deeds).toEqual(['drift opened', 'drift closed']);
});
