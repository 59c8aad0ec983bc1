import { beforeEach, expect, test } from 'vitest';
import { Refused } from '../errors.ts';
import type { PeoplesRegister } from '../ports/register.ts';
import { createMemoryWorld, type MemoryWorld } from '../testing/index.ts';
import { registerOfTeam } from './team-register.ts';

const request = (portalUrl: string) => ({
  cspCompany: 'Acme',
  contactName: 'Alex Example',
  contactEmail: 'ops@acme.example',
  contactPhone: undefined,
  portalUrl,
  coreHost: 'core1.acme.example',
  clientId: 'acrobits-softphone',
  domains: [],
});

let world: MemoryWorld;
let north: PeoplesRegister;
let globex: PeoplesRegister;
let id: string;
beforeEach(async () => {
  world = createMemoryWorld();
  north = registerOfTeam(world.register, 'T0NORTH');
  globex = registerOfTeam(world.register, 'T0GLOBEX');
  id = (await north.request(request('https://portal.acme.example'), 'U0OLIVIA', 'C0OPS', 'V1')).id;
});

test('a run belongs to the workspace where it was asked for', async () => {
  expect(await north.get(id)).toMatchObject({ team: 'T0NORTH' });
  expect(await north.list()).toHaveLength(1);
  expect(await globex.get(id)).toBeUndefined();
  expect(await globex.list()).toEqual([]);
});

test('nobody of another workspace can do anything with it, and nothing has changed', async () => {
  const { prerequisites, version } = (await north.get(id)) ?? { version: -1, prerequisites: request('') };
  const acts = [
    () => globex.correct(id, prerequisites, 'U1OSCAR'),
    () => globex.cancel(id, 'U1OSCAR'),
    () => globex.takeOver(id, 'U1OSCAR'),
    () => globex.want(id, ['acme.example'], 'U1OSCAR'),
    () => globex.nudge(id, 'U1OSCAR', 'asked to try again'),
    () => globex.nudge(`${id}/acme.example`, 'U1OSCAR', 'asked to try again'),
  ];
  for (const act of acts) await expect(act()).rejects.toThrow(Refused);
  expect((await north.get(id))?.version).toBe(version);
});

test('an environment of another workspace is not told about, and not enabled twice', async () => {
  await expect(globex.request(request('https://portal.acme.example'), 'U1OSCAR', 'C1OPS', 'V2')).rejects.toThrow(
    'another Slack workspace',
  );
  const own = await globex.request(request('https://portal.globex.example'), 'U1OSCAR', 'C1OPS', 'V3');
  expect(own.outcome).toBe('created');
  expect(await globex.cancel(own.id, 'U1OSCAR')).toBe(true);
});
