import { randomBytes } from 'node:crypto';
import { createMemoryWorld } from '@enablement/core/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createVault, loadSecretsKey } from '../vault/index.ts';
import { createAudit } from './audit/audit.ts';
import { createDispatches } from './dispatches.ts';
import { createLinks } from './links.ts';
import { createPosts } from './posts.ts';
import { startTestDatabase } from './testing.ts';
import { ximaSuite } from './xima.suite.ts';
import { createXimaRegister } from './xima.ts';

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
  await sql`truncate xima_checks, readiness_reports, posts, secret_links, dispatches, secrets cascade`.execute(db);
  const { clock, advance } = movableClock();
  const key = await loadSecretsKey({ env: { SECRETS_KEY: randomBytes(32).toString('base64') }, dataDir: '.' });
  const vault = createVault({ db, key });
  return {
    vault,
    clock,
    advance,
    xima: createXimaRegister({ db, key, clock }),
    links: createLinks({ db, vault, key, clock }),
    dispatches: createDispatches(db),
    audit: createAudit(db),
    posts: createPosts({ db, clock }),
  };
}

ximaSuite('in memory', async () => {
  const { clock, advance } = movableClock();
  const { xima, links, vault, audit, register } = createMemoryWorld({ clock });
  return { xima, links, vault, audit, dispatches: register, clock, advance };
});
ximaSuite('on PostgreSQL', postgresWorld);

test('a post is stale until what it shows is the newest, and what stands in its thread comes after it', async () => {
  const { posts, xima } = await postgresWorld();
  const values = {
    domain: 'acme.example',
    sipProxyServerHost: 'portal.northwind.example',
    sipProxyServerPort: 5060,
    apiUrl: 'https://portal.northwind.example',
    apiClientId: 'xima',
    apiUsername: 'xima@acme.example',
    did: '15551230100',
  };
  const { id } = await xima.request(values, 'U0OLIVIA', 'C0OPS', 'V1', 'T1');
  const [post, ...more] = await posts.stale();
  expect(more).toEqual([]);
  expect(post).toMatchObject({ subject: `xima/${id}`, channel: 'C0OPS', ts: undefined, attempted: undefined });
  await posts.shown(`xima/${id}`, '1.1', post?.version ?? 0);
  expect(await posts.stale()).toMatchObject([{ subject: `xima/${id}#details`, thread: '1.1' }]);
  await posts.shown(`xima/${id}#details`, '1.2', 99);
  expect(await posts.stale()).toEqual([]);
  for (let time = 0; time < 2; time++) await xima.remind(id, 1001);
  expect(await posts.stale()).toMatchObject([{ subject: `xima/${id}#reminder 1001`, thread: '1.1', channel: 'C0OPS' }]);
  await posts.shown(`xima/${id}#reminder 1001`, '1.3', 0);
  await xima.again(id, 'U0OLIVIA');
  expect(await posts.stale()).toMatchObject([{ subject: `xima/${id}`, ts: '1.1' }]);
  await posts.move(`xima/${id}`, 'D1');
  expect(await posts.stale()).toMatchObject([{ subject: `xima/${id}`, channel: 'D1', ts: undefined }]);
});
