import { days, domainRun, draft, NO_APPROVAL, type Standing } from '@enablement/core';
import { expect, test } from 'vitest';
import { begin } from './begin.ts';

const policy = { approval: { ...NO_APPROVAL, contact: true, domains: true } };
const adam: Standing = { is: 'member', roles: ['operator', 'approver'], unsure: false };

const MOMENTS = [
  'Prerequisites gathered',
  'Client secret received: look',
  'Client secret received: remind 1',
  'Prerequisites checked',
  'Acrobits contacted: begin',
  'Acrobits contacted',
  'Acrobits answered: look',
  'Values stored',
  'Letter to Acrobits sent',
  'Letter to Acrobits: explain',
  'Office Manager credentials received: look',
  'Office Manager credentials proved',
  'Domain provisioned at Acrobits',
  'Both subscriptions seen in NetSapiens',
  'Office Manager password destroyed',
  'Domain synchronized',
].flatMap((step) => [`before ${step}`, `inside ${step}`]);

test.each(MOMENTS)('dying %s, with approvals, a correction and a reminder, changes nothing', async (dieAt) => {
  const { world, id, look, enter, answer, pass, died } = await begin({ policy, domains: ['acme.example'], dieAt });
  world.vendors.people.standing = async () => adam;
  const approve = async (domain?: string) => {
    const known = await look();
    const approval = domain === undefined ? known.approval : known.domains[0]?.approval;
    const run = domain === undefined ? id : domainRun(id, domain);
    const ballot = await world.approvals.say(run, approval?.fingerprint ?? '', { says: 'yes', by: 'U0ADAM' });
    expect(ballot).toEqual({ outcome: 'approved' });
    await pass();
  };
  await pass(days(1));
  await enter('client secret', 'mock-client-secret');
  await approve();
  await answer();
  const { prerequisites } = await look();
  await world.register.correct(id, { ...prerequisites, coreHost: 'core2.northwind.example' }, 'U0OLIVIA');
  await world.correspondence.order(id, draft(await look(), 'correction'), 'U0OLIVIA');
  await pass();
  await approve();
  await enter('Office Manager password', 'mock-password', 'acme.example');
  await approve('acme.example');

  expect(died()).toBe(true);
  expect(world.letters.map(({ subject }) => subject.split(':')[0])).toEqual([
    'Cloud Softphone for Northwind Telecom',
    'Correction',
  ]);
  expect(await look()).toMatchObject({ status: 'enabled', domains: [{ status: 'synchronized' }] });
  const deeds = world.audit.all.map(({ entry }) => entry.action);
  const times = (action: string) => deeds.filter((deed) => deed === action).length;
  expect([times('approval asked for'), times('letter to Acrobits sent'), times('domain synchronized')]).toEqual([3, 1, 1]);
  // One of the secret that was missing for a day, and three for the approvers.
  expect(world.register.reminders.map(({ whom }) => whom)).toEqual(['responsible', 'approvers', 'approvers', 'approvers']);
});
