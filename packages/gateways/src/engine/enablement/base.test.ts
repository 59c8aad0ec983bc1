import { hours, minutes, stepOf, Unreachable } from '@enablement/core';
import { expect, test } from 'vitest';
import { begin } from './begin.ts';

test('base enablement ends when Acrobits’ values are stored, and waits for no domain', async () => {
  const { world, look, enter, answer, steps } = await begin({ domains: ['acme.example'] });
  await enter('client secret', 'mock-client-secret');
  expect((await look()).steps.at(-1)).toMatchObject({ name: 'Acrobits answered', status: 'waiting', detail: 'Acrobits' });
  expect(world.letters).toHaveLength(1);
  await answer();
  expect(await look()).toMatchObject({ status: 'enabled', answer: { cloudId: 'NSACME' } });
  expect(await steps()).toEqual([
    'Prerequisites gathered: done',
    'Client secret received: done',
    'Prerequisites checked: done',
    'Acrobits contacted: done',
    'Acrobits answered: done',
    'Values stored: done',
    'Base enablement complete: done',
  ]);
  expect(await steps('acme.example')).toEqual(['Office Manager credentials received: waiting']);
});

test('the letter names everything but the secrets, and carries the link', async () => {
  const { world, enter } = await begin({ domains: ['acme.example'] });
  await enter('client secret', 'mock-client-secret');
  const [letter] = world.letters;
  for (const fact of [
    'Northwind Telecom',
    'Alex Example',
    'ops@northwind.example',
    'https://portal.northwind.example',
    'core1.northwind.example',
    'acrobits-softphone',
    'acme.example',
  ])
    expect(letter?.text).toContain(fact);
  expect(letter?.text).toMatch(/https:\/\/enablement\.northwind\.example\/acrobits\/\S{43}/);
  expect(JSON.stringify(letter)).not.toContain('mock-client-secret');
});

test('a portal that is no API host is a problem with a next step; corrected values let the run go on', async () => {
  const { world, id, look, enter, pass } = await begin();
  world.vendors.platform.portal = async () => ({ answer: 'not an API host', seen: 'an HTML page' });
  await enter('client secret', 'mock-client-secret');
  const problem = stepOf((await look()).steps, 'Prerequisites checked');
  expect(problem).toMatchObject({
    status: 'problem',
    detail: expect.stringContaining('an HTML page'),
    todo: expect.stringContaining('Correct the values'),
  });
  expect(world.letters).toHaveLength(0);
  world.vendors.platform.portal = async () => ({ answer: 'no version' });
  const { prerequisites } = await look();
  expect(await world.register.correct(id, { ...prerequisites, portalUrl: 'https://api.northwind.example' }, 'U0OLIVIA')).toBe(
    'corrected',
  );
  await pass();
  const { steps } = await look();
  expect(stepOf(steps, 'Acrobits contacted')?.status).toBe('done');
  expect(stepOf(steps, 'Prerequisites gathered')?.detail).toContain('portal https://api.northwind.example,');
});

test('a client secret that NetSapiens does not know stops the run before Acrobits is told; the right one lets it go on', async () => {
  const { world, look, enter, pass } = await begin();
  world.vendors.inspection = { ...world.vendors.inspection, client: async () => 'refused' };
  await enter('client secret', 'of-another-client');
  expect(stepOf((await look()).steps, 'Prerequisites checked')).toMatchObject({
    status: 'problem',
    detail: expect.stringContaining('client ID or client secret is wrong'),
  });
  expect(world.letters).toHaveLength(0);
  // Some platforms do not say which half of a log-in was wrong; that holds nobody up.
  world.vendors.inspection = { ...world.vendors.inspection, client: async () => 'unclear' };
  await enter('client secret', 'mock-client-secret');
  await pass();
  expect(stepOf((await look()).steps, 'Acrobits contacted')?.status).toBe('done');
});

test.each([
  ['nothing', { resolved: 'nothing' }, 'does not resolve'],
  ['a private address', { resolved: 'private', address: '10.0.0.7' }, 'private address (10.0.0.7)'],
] as const)('a core hostname that resolves to %s is refused', async (_, resolution, said) => {
  const { world, look, enter } = await begin();
  world.vendors.network.resolve = async (host) =>
    host.startsWith('core1') ? resolution : { resolved: 'public', addresses: ['203.0.113.10'] };
  await enter('client secret', 'mock-client-secret');
  expect(stepOf((await look()).steps, 'Prerequisites checked')).toMatchObject({
    status: 'problem',
    detail: expect.stringContaining(said),
  });
});

test('while the mail server is down the run says so and tries by itself; one letter comes out', async () => {
  const { world, look, enter, pass } = await begin();
  const { send } = world.vendors.mail;
  world.vendors.mail.send = async () => {
    throw new Unreachable('The mail server does not answer.', 'Check SMTP_URL.');
  };
  await enter('client secret', 'mock-client-secret');
  await pass(minutes(2));
  expect(stepOf((await look()).steps, 'Acrobits contacted')).toMatchObject({
    status: 'problem',
    detail: 'The mail server does not answer.',
  });
  world.vendors.mail.send = send;
  await pass(hours(1));
  expect(stepOf((await look()).steps, 'Acrobits contacted')?.status).toBe('done');
  expect(world.letters).toHaveLength(1);
});

test('a cloudId that another environment has is not stored', async () => {
  const { world, id, look, enter, answer } = await begin();
  world.register.holderOfCloudId = async () => ({ company: 'Globex Voice', team: '' });
  await enter('client secret', 'mock-client-secret');
  await answer();
  const told = async () => stepOf((await look()).steps, 'Values stored');
  expect(await told()).toMatchObject({ status: 'problem', detail: expect.stringContaining('which Globex Voice already has') });
  // Nobody of this workspace is told whose it is in another one.
  world.register.holderOfCloudId = async () => ({ company: 'Globex Voice', team: 'T0GLOBEX' });
  await world.links.reopen(id, 'U0OLIVIA');
  await answer();
  expect((await told())?.detail).toContain('which an environment of another workspace already has');
  expect((await look()).status).toBe('running');
  world.register.holderOfCloudId = async () => undefined;
  await world.links.reopen(id, 'U0OLIVIA');
  await answer({ cloudId: 'NSNORTH', messagingHost: 'api-us.messaging.acrobits.example' });
  expect(await look()).toMatchObject({ status: 'enabled', answer: { cloudId: 'NSNORTH' } });
});

test('an error of our own shows on the card and is tried again on a click, not lost', async () => {
  const { world, id, look, enter, pass } = await begin();
  const { portal } = world.vendors.platform;
  world.vendors.platform.portal = async () => {
    throw new TypeError('bug');
  };
  await enter('client secret', 'mock-client-secret');
  expect(stepOf((await look()).steps, 'Prerequisites checked')).toMatchObject({
    status: 'problem',
    detail: expect.stringContaining('TypeError'),
    todo: expect.stringContaining('Try again'),
  });
  world.vendors.platform.portal = portal;
  await world.register.nudge(id, 'U0OLIVIA', 'try again');
  await pass();
  expect(stepOf((await look()).steps, 'Acrobits contacted')?.status).toBe('done');
});

test('crashing anywhere changes nothing: the journal answers, one letter, one provisioning, no secret in it', async () => {
  const { world, engine, look, enter, answer, pass } = await begin({ domains: ['acme.example'] });
  const crash = async () => {
    engine.crash();
    await pass();
  };
  await crash();
  await enter('client secret', 'canary-client-secret');
  await crash();
  await answer();
  await crash();
  await enter('Office Manager password', 'canary-password', 'acme.example');
  await crash();
  expect(await look()).toMatchObject({ status: 'enabled', domains: [{ status: 'synchronized', outcome: 'created' }] });
  expect(world.letters).toHaveLength(1);
  expect(engine.journalled()).not.toMatch(/canary|mock-cloud-api-key/);
});
