import { beforeEach, expect, test } from 'vitest';
import { Refused } from '../errors.ts';
import type { PeoplesRegister } from '../ports/register.ts';
import { createMemoryWorld, type MemoryWorld } from '../testing/index.ts';
import type { Draft } from './letters.ts';
import { approvalsOfTeam, correspondenceOfTeam, registerOfTeam } from './team-register.ts';

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
  expect(await globex.find({ limit: 10 })).toEqual({ runs: [], total: 0 });
  expect([...(await globex.companies([id]))]).toEqual([]);
  expect([...(await north.companies())]).toEqual([[id, 'Acme']]);
  expect(await globex.answered(id)).toBeUndefined();
});

test('nobody of another workspace can do anything with it, and nothing has changed', async () => {
  const { prerequisites, version } = (await north.get(id)) ?? { version: -1, prerequisites: request('') };
  const approvals = approvalsOfTeam(world.register, world.approvals, 'T0GLOBEX');
  const letters = correspondenceOfTeam(world.register, world.correspondence, 'T0GLOBEX');
  const draft = { kind: 'reminder', number: 1, subject: 'x', text: 'x' } as unknown as Draft;
  const acts = [
    () => globex.correct(id, prerequisites, 'U1OSCAR'),
    () => globex.cancel(id, 'U1OSCAR'),
    () => globex.takeOver(id, 'U1OSCAR'),
    () => globex.want(id, ['acme.example'], 'U1OSCAR'),
    () => globex.nudge(id, 'U1OSCAR', 'asked to try again'),
    () => globex.nudge(`${id}/acme.example`, 'U1OSCAR', 'asked to try again'),
    () => globex.skip(id, ['acme.example'], 'U1OSCAR'),
    () => globex.snooze(id, new Date('2026-04-01T00:00:00Z'), 'U1OSCAR'),
    () => globex.correctAnswer(id, { cloudId: 'NSSLY', messagingHost: 'api.example' }, 'U1OSCAR'),
    () => approvals.say(id, 'f00d', { says: 'yes', by: 'U1ANNA' }),
    () => approvals.approveShown(id, 1, 'U1ANNA'),
    () => approvals.askAgain(id, 'U1OSCAR'),
    () => letters.order(id, draft, 'U1OSCAR'),
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
