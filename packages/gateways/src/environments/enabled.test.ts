import { randomBytes } from 'node:crypto';
import { type EnablementRequest, Secret, Unreachable } from '@enablement/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRegister } from '../postgres/register.ts';
import { startTestDatabase } from '../postgres/testing.ts';
import { createVault } from '../vault/index.ts';
import { SecretsKey } from '../vault/secrets-key.ts';
import { readEnabled } from './enabled.ts';

let server: Awaited<ReturnType<typeof startTestDatabase>>;
beforeAll(async () => {
  server = await startTestDatabase();
});
afterAll(() => server?.remove());

const request = (name: string): EnablementRequest => ({
  cspCompany: name,
  contactName: 'Alex Example',
  contactEmail: 'ops@northwind.example',
  contactPhone: undefined,
  portalUrl: `https://portal.${name}.example`,
  coreHost: `core1.${name}.example`,
  clientId: 'acrobits-softphone',
  domains: [],
});

test('phones are served for runs that are enabled, with the client secret of the vault, and for no others', async () => {
  const { db } = server;
  const key = new SecretsKey(randomBytes(32));
  const vault = createVault({ db, key });
  const register = createRegister({ db, vault, clock: { now: () => new Date() } });
  const begin = async (name: string) => {
    const requested = await register.request(request(name), 'U0OLIVIA', 'C0OPS', `V ${name}`);
    await vault.keep({ owner: requested.id, field: 'client secret' }, new Secret(`canary-${name}`));
    return requested.id;
  };
  const [acme, globex, initech] = [await begin('acme'), await begin('globex'), await begin('initech')];
  await register.enable(acme, { cloudId: 'NSAcme*', messagingHost: 'api.acrobits.example' });
  await register.enable(globex, { cloudId: 'NSGLOBEX', messagingHost: 'api.acrobits.example' });
  await vault.destroy({ owner: globex, field: 'client secret' });

  const told: string[] = [];
  const tell = (line: string) => void told.push(line);
  const environments = await readEnabled(db, vault, tell);
  expect(environments).toMatchObject([
    { cloudId: 'NSACME', portalUrl: 'https://portal.acme.example', coreHost: 'core1.acme.example' },
  ]);
  expect(environments[0]?.clientSecret.reveal()).toBe('canary-acme');
  expect(told).toEqual(['NSGLOBEX: there is no client secret of it, so its phones are not served.']);
  expect((await register.get(initech))?.status).toBe('running');

  // Sealed with another key: that run is left out. The database away: nothing is known of any, and what was known stays.
  expect(await readEnabled(db, createVault({ db, key: new SecretsKey(randomBytes(32)) }), tell)).toEqual([]);
  expect(told.join()).not.toContain('canary');
  const away = async () => {
    throw new Unreachable('PostgreSQL did not answer', '');
  };
  await expect(readEnabled(db, { open: away }, tell)).rejects.toThrow(Unreachable);
});
