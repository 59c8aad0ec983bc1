import { domainRun, Refused, waitsOf } from '@enablement/core';
import { expect, test } from 'vitest';
import { begin } from './begin.ts';

test('a cancelled run ends and its secrets are destroyed', async () => {
  const { world, engine, id, enter, pass } = await begin();
  await enter('client secret', 'mock-client-secret');
  expect(await world.register.cancel(id, 'U0OLIVIA')).toBe(true);
  await pass();
  expect(await world.vault.open({ owner: id, field: 'client secret' })).toBeUndefined();
  expect(await engine.outcome('enableCloudSoftphone', id)).toEqual({ status: 'finished' });
});

test('a cancelled run destroys the passwords that came early, too', async () => {
  const { world, id, enter, pass } = await begin({ domains: ['acme.example'] });
  await enter('Office Manager password', 'mock-password', 'acme.example');
  await world.register.cancel(id, 'U0OLIVIA');
  await pass();
  const password = { owner: domainRun(id, 'acme.example'), field: 'Office Manager password' } as const;
  expect(await world.vault.look(password)).toMatchObject({ destroyed: true });
});

test('a skipped domain ends, its password is destroyed, and the others go on', async () => {
  const { world, id, look, enter, answer, pass, engine } = await begin({ domains: ['acme.example', 'globex.example'] });
  await enter('client secret', 'mock-client-secret');
  await answer();
  world.vendors.messaging.provision = async () => {
    throw new Refused('Acrobits does not know cloudId NSACME (404).', 'Ask Acrobits.');
  };
  await enter('Office Manager password', 'mock-password', 'acme.example');
  expect(await world.register.skip(id, ['acme.example', 'nobody.example'], 'U0OLIVIA')).toEqual(['acme.example']);
  expect(await world.register.skip(id, ['acme.example'], 'U0OLIVIA')).toEqual([]);
  await pass();
  const run = domainRun(id, 'acme.example');
  expect(await world.vault.open({ owner: run, field: 'Office Manager password' })).toBeUndefined();
  expect(await engine.outcome('synchronizeMessaging', run)).toEqual({ status: 'finished' });
  expect((await look()).domains).toMatchObject([{ status: 'cancelled' }, { status: 'wanted' }]);
  expect(waitsOf(await look())).toMatchObject([{ domain: 'globex.example', whom: 'operators' }]);
  expect((await world.register.find({ stuck: true, limit: 9 })).total).toBe(0);
});

test('a domain that is skipped in the middle of its provisioning stays skipped, and what Acrobits did is known', async () => {
  const { world, id, look, enter, answer, pass } = await begin({ domains: ['acme.example'] });
  await enter('client secret', 'mock-client-secret');
  await answer();
  world.vendors.messaging.provision = async () => {
    await world.register.skip(id, ['acme.example'], 'U0OLIVIA');
    return 'created';
  };
  await enter('Office Manager password', 'mock-password', 'acme.example');
  await pass();
  expect((await look()).domains).toMatchObject([{ status: 'cancelled', outcome: 'created' }]);
});

test('a domain that was skipped before Acrobits answered is not started, and can be wanted again', async () => {
  const { world, id, look, enter, answer, pass } = await begin({ domains: ['acme.example', 'globex.example'] });
  await enter('Office Manager password', 'mock-password', 'acme.example');
  await world.register.skip(id, ['acme.example'], 'U0OLIVIA');
  await enter('client secret', 'mock-client-secret');
  expect(world.letters[0]?.text).toContain('Domains that want messaging: globex.example\n');
  await answer();
  expect((await look()).domains[0]?.steps).toEqual([]);
  expect(await world.register.want(id, ['acme.example'], 'U0ADA')).toEqual({ added: ['acme.example'], already: [] });
  await pass();
  await enter('Office Manager password', 'mock-password', 'acme.example');
  expect((await look()).domains[0]).toMatchObject({ status: 'synchronized', wantedBy: 'U0ADA' });
});

test('what Acrobits returned can be corrected, and the domain that failed because of it goes on', async () => {
  const { world, id, look, enter, answer, pass } = await begin({ domains: ['acme.example'] });
  const { provision } = world.vendors.messaging;
  world.vendors.messaging.provision = async (credentials) => {
    if (credentials.cloudId !== 'NSACME') throw new Refused('Acrobits does not know this cloudId (404).', 'Ask Acrobits.');
    return provision(credentials);
  };
  await enter('client secret', 'mock-client-secret');
  await answer({ cloudId: 'NSACNE', messagingHost: 'api-us.messaging.acrobits.example' });
  await enter('Office Manager password', 'mock-password', 'acme.example');
  expect((await look()).domains[0]?.status).toBe('wanted');
  const corrected = { cloudId: 'NSACME', messagingHost: 'api-us.messaging.acrobits.example' };
  expect(await world.register.correctAnswer(id, corrected, 'U0OLIVIA')).toBe('corrected');
  await pass();
  expect(await look()).toMatchObject({ answer: corrected, domains: [{ status: 'synchronized' }] });
});

test('a click on “Take over” in the very moment of a retry is not lost', async () => {
  const { world, id, enter, pass } = await begin();
  world.vendors.people.standing = async (person) =>
    person === 'U0OLIVIA' ? { is: 'gone' } : { is: 'member', roles: ['operator'], unsure: false };
  await enter('client secret', 'mock-client-secret');
  const { standing } = world.vendors.people;
  let clicked: boolean | undefined;
  world.vendors.people.standing = async (person) => {
    clicked ??= await world.register.takeOver(id, 'U0ADA');
    return standing(person);
  };
  await world.register.nudge(id, 'U0ADA', 'asked to try again');
  await pass();
  expect(clicked).toBe(true);
  expect(world.letters).toHaveLength(1);
});
