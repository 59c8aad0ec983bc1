import { parse } from 'node-html-parser';
import { beforeEach, expect, test } from 'vitest';
import { OUTCOMES } from '../outcomes.ts';
import { switchNames } from '../switches.ts';
import { type Acrobits, filedFor, openAcrobits } from '../testing/open-acrobits.ts';
import { openRecordingPlatform } from '../testing/recording-platform.ts';

let acrobits: Acrobits;
beforeEach(async () => {
  acrobits = await openAcrobits();
});

const open = async (path: string) => parse(await (await fetch(acrobits.url + path)).text());
const send = (path: string, fields: Record<string, string>): Promise<Response> =>
  fetch(acrobits.url + path, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) });

test('a person chooses what the next provisioning meets, sees it wait, and may forget it', async () => {
  const choices = (await open('/clouds')).querySelectorAll('#outcome option').map((option) => option.getAttribute('value'));
  expect(choices).toEqual(['', ...Object.keys(OUTCOMES)]);
  await send('/clouds/next', { outcome: 'conflict', times: '2' });
  await send('/clouds/next', { outcome: 'hang up', times: '' });
  const waiting = async () => (await open('/clouds')).querySelectorAll('[data-waiting]').map(({ text }) => text);
  expect(await waiting()).toEqual(['conflict, 2 times', 'hang up']);
  expect((await acrobits.provision()).status).toBe(409);
  expect(await waiting()).toEqual(['conflict', 'hang up']);
  await send('/clouds/next', {});
  expect(await waiting()).toEqual([]);
  expect((await acrobits.provision()).status).toBe(201);
});

test.each([
  ['an outcome that there is not', { outcome: 'constructor' }, 422],
  ['no number of times', { outcome: 'conflict', times: 'often' }, 303],
  ['far too many times', { outcome: 'conflict', times: '1e9' }, 303],
])('%s does no harm', async (_, fields, status) => {
  expect((await send('/clouds/next', fields)).status).toBe(status);
});

test('every switch stands on its page with its reason, as it is turned', async () => {
  await send('/switches', { wrongKey: '403', changedOfficeManager: 'kept', stranger: 'x' });
  const page = await open('/switches?saved');
  expect(page.querySelector('[role="status"]')?.text).toBe('Saved.');
  const turned = page
    .querySelectorAll('[data-switch]')
    .map((field) => [
      field.getAttribute('data-switch'),
      field.querySelectorAll('input[checked]').map((input) => input.getAttribute('value')),
    ]);
  expect(turned).toEqual(switchNames.map((name) => [name, [acrobits.company.desk.state.switches[name]]]));
  expect(turned).toContainEqual(['wrongKey', ['403']]);
  expect((await send('/switches', { wrongKey: '418' })).status).toBe(422);
});

test('a domain is left out and taken in again, and the repair makes NetSapiens follow', async () => {
  const platform = await openRecordingPlatform();
  await acrobits.control('seed', { clouds: [filedFor(platform.url)] });
  await acrobits.provision();
  const { subscriber } = acrobits.company;
  await subscriber.settled();
  const exclude = async (excluded: string) => {
    await send('/clouds/NSACME/domains/acme.example/exclude', { excluded });
    await subscriber.settled();
    return (await open('/clouds')).querySelector('[data-domain="acme.example"]')?.text;
  };
  expect(await exclude('yes')).toContain('left out');
  expect(platform.subscriptions).toEqual([]);
  expect(await exclude('no')).toContain('subscriptions created');
  platform.subscriptions.pop();
  await send('/clouds/repair', {});
  await subscriber.settled();
  expect(platform.subscriptions).toHaveLength(2);
  await platform.close();
});

test('a hand-off may be filed in another region, whose host is then sent back', async () => {
  const values = {
    portalUrl: 'https://portal.example.net/',
    coreHost: 'core1.example.net',
    clientId: 'acrobits-softphone',
    clientSecret: 'canary-secret',
  };
  expect((await send('/set-up', { ...values, messagingHost: 'https://api-eu.messaging.example' })).status).toBe(422);
  await send('/set-up', { ...values, messagingHost: 'api-eu.messaging.example' });
  const told = (await open('/clouds')).querySelectorAll('[data-cloud="NSACME"] [data-value]').map(({ text }) => text);
  expect(told.at(-1)).toBe('api-eu.messaging.example');
});
