import { expect, test } from 'vitest';
import { filedFor, openAcrobits } from './testing/open-acrobits.ts';
import { openRecordingPlatform } from './testing/recording-platform.ts';

test('the switches are listed with what they imitate, and turned by name', async () => {
  const acrobits = await openAcrobits();
  const told: unknown = await (await acrobits.control('switches', { wrongKey: 403 })).json();
  expect(told).toContainEqual({
    name: 'wrongKey',
    value: '403',
    label: 'A wrong API key',
    why: 'The requirements document 201 and 200 only.',
    choices: { '401': 'is refused with 401', '403': 'is refused with 403' },
  });
  expect(await (await fetch(`${acrobits.url}/_mock/switches`)).json()).toEqual(told);
});

test('a mistake in one switch leaves the others as they were', async () => {
  const acrobits = await openAcrobits();
  expect((await acrobits.control('switches', { wrongKey: '403', unknownCloud: '200' })).status).toBe(400);
  expect((await acrobits.provision({ key: 'guessed' })).status).toBe(401);
});

test('a wrong key is 401 or 403, an unknown cloudId 404 or like a wrong key', async () => {
  const acrobits = await openAcrobits();
  const both = async () => [
    (await acrobits.provision({ key: 'guessed' })).status,
    (await acrobits.provision({ cloudId: 'NSNOBODY' })).status,
  ];
  expect(await both()).toEqual([401, 404]);
  await acrobits.control('switches', { wrongKey: '403', unknownCloud: '401' });
  expect(await both()).toEqual([403, 401]);
  await acrobits.control('reset', {});
  expect(await both()).toEqual([401, 404]);
});

test('provisioning again with a new password takes it over, or a 200 keeps the old one', async () => {
  const acrobits = await openAcrobits();
  const platform = await openRecordingPlatform();
  await acrobits.control('seed', { clouds: [filedFor(platform.url)] });
  const statusOf = async (password: string) => {
    const { status } = await acrobits.provision({ password });
    await acrobits.company.subscriber.settled();
    return [status, acrobits.company.desk.state.clouds[0]?.domains.at(-1)?.subscriptions.status];
  };
  platform.password = 'first';
  expect(await statusOf('first')).toEqual([201, 'created']);
  platform.password = 'second';
  expect(await statusOf('second')).toEqual([200, 'created']);
  await acrobits.control('switches', { changedOfficeManager: 'kept' });
  platform.password = 'third';
  expect(await statusOf('third')).toEqual([200, 'failed']);
  // A domain that was known without an Office Manager takes the first one in any case.
  expect((await acrobits.provision({ domainName: 'globex.example', password: 'third' })).status).toBe(200);
  await acrobits.company.subscriber.settled();
  expect(acrobits.company.desk.state.clouds[0]?.domains[0]).toMatchObject({
    domain: 'globex.example',
    subscriptions: { status: 'created' },
  });
  await platform.close();
});

test('subscriptions may be left to the next repair', async () => {
  const acrobits = await openAcrobits();
  const platform = await openRecordingPlatform();
  await acrobits.control('seed', { clouds: [filedFor(platform.url)], switches: { subscriptions: 'left to the repair' } });
  expect((await acrobits.provision()).status).toBe(201);
  await acrobits.company.subscriber.settled();
  expect(platform.calls).toEqual([]);
  const report: unknown = await (await acrobits.control('repair', {})).json();
  expect(report).toEqual([
    { cloudId: 'NSACME', domain: 'globex.example', status: 'never tried', detail: 'no Office Manager was given yet' },
    {
      cloudId: 'NSACME',
      domain: 'acme.example',
      status: 'created',
      detail: 'both are there',
      changes: { created: 2, repaired: 0, removed: 0 },
    },
  ]);
  expect(platform.subscriptions).toHaveLength(2);
  await platform.close();
});
