import { type Environment, Secret } from '@enablement/core';
import { expect, test } from 'vitest';
import { createDesk } from '../testing/desk.ts';
import { deskOf } from './desk-of.ts';

const environment = (cloudId: string): Environment => ({
  cloudId,
  portalUrl: `https://portal.${cloudId.toLowerCase()}.example`,
  coreHost: 'core1.northwind.example',
  clientId: 'acrobits-softphone',
  clientSecret: new Secret('client'),
});

/** Two teams with an environment each, and one that only a file declares. */
async function stage(several: boolean) {
  const here = createDesk();
  const { world } = here;
  const people = { standing: world.people.standing, bookOf: async () => here.book };
  const environments = async () => ['NSACME', 'NSGLOBEX', 'NSFILE'].map(environment);
  const desks = deskOf({ ...here, ...world, people, environments, customersOf: () => here.customers }, { several });
  for (const [team, cloudId] of [
    ['T1', 'NSACME*'],
    ['T2', 'NSGLOBEX'],
  ] as const) {
    const { register } = await desks(team);
    const asked = {
      cspCompany: cloudId,
      contactName: 'Alex Example',
      contactEmail: 'ops@northwind.example',
      contactPhone: undefined,
      portalUrl: `https://portal.${team.toLowerCase()}.example`,
      coreHost: 'core1.northwind.example',
      clientId: 'acrobits-softphone',
      domains: [],
    };
    const { id } = await register.request(asked, 'U1', 'C1', `V-${team}`);
    await world.register.enable(id, { cloudId, messagingHost: 'api.example' });
  }
  return async (team: string) => (await (await desks(team)).environments()).map(({ cloudId }) => cloudId);
}

test('with several workspaces, a team has the environments that it enabled, and no other’s', async () => {
  const of = await stage(true);
  expect([await of('T1'), await of('T2'), await of('T3')]).toEqual([['NSACME'], ['NSGLOBEX'], []]);
});

test('with one, all of them', async () => {
  const of = await stage(false);
  expect(await of('T1')).toEqual(['NSACME', 'NSGLOBEX', 'NSFILE']);
});
