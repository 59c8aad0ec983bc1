import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../scripts/lib/person.ts';
import {
  ask,
  BASE_COMPLETE,
  cardsOf,
  filledIn,
  giveClientSecret,
  giveSecretOn,
  lettersAbout,
  openStage,
  otherPortal,
  type Stage,
} from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ autoReply: true });
});
afterAll(() => stage?.close());

describe('what is wrong is said under its field', () => {
  const wrong: readonly (readonly [what: string, field: string, typed: string, said: string])[] = [
    ['a portal without scheme', 'portalUrl', 'portal.northwind.example', 'Write the whole address, starting with https://'],
    ['a portal over http', 'portalUrl', 'http://portal.northwind.example', 'Only https:// is accepted'],
    ['a portal with a path', 'portalUrl', 'https://portal.northwind.example/portal', 'Only the host is needed'],
    ['a portal with credentials', 'portalUrl', 'https://olivia:pw@portal.northwind.example', 'Leave user name and password out'],
    ['a core hostname with a scheme', 'coreHost', 'https://core1.northwind.example', 'core1.northwind.example'],
    ['a malformed domain', 'domains', 'acme.example ac/me', 'Not a NetSapiens domain: “ac/me”'],
    [
      '51 domains',
      'domains',
      Array.from({ length: 51 }, (_, n) => `d${n}.example`).join('\n'),
      '51 domains are too many for one form',
    ],
    ['an e-mail address that is none', 'contactEmail', 'ops at northwind', ''],
    ['a company of spaces', 'cspCompany', '   ', 'Enter the name of the communication service provider.'],
  ];

  test.for(wrong)('%s', async ([, field, typed, said]) => {
    const csp = `Wrong ${field}`;
    const answer = await stage.olivia.ask(filledIn(stage, { cspCompany: csp, [field]: typed }));
    expect(Object.keys(answer.errors ?? {})).toEqual([field]);
    expect(answer.errors?.[field]).toContain(said);
    await stage.olivia.act('close');
    expect(await cardsOf(stage, csp)).toEqual([]);
  });

  test('several mistakes are all said at once, and the form can be mended and sent', async () => {
    const { olivia } = stage;
    const csp = 'Mended Telecom';
    const answer = await olivia.ask(filledIn(stage, { cspCompany: csp, portalUrl: 'portal', coreHost: 'a b', clientId: 'a b' }));
    expect(Object.keys(answer.errors ?? {}).toSorted()).toEqual(['clientId', 'coreHost', 'portalUrl']);
    expect(await olivia.submit(filledIn(stage, { cspCompany: csp, portalUrl: otherPortal(stage) }))).toMatchObject({ ok: true });
    await olivia.cardSays(csp, 'Waiting for whoever holds the client secret');
    await olivia.press(csp, 'Cancel');
    await olivia.cardSays(csp, 'Cancelled');
  });
});

test('a client secret that NetSapiens does not know is found before Acrobits is told anything; the right one lets the run go on', async () => {
  const { olivia } = stage;
  const csp = 'Mixed Up';
  await ask(stage, { cspCompany: csp, portalUrl: otherPortal(stage) });
  await giveClientSecret(stage, csp, 'of-another-client');
  await olivia.cardSays(csp, 'client ID or client secret is wrong, or the client was revoked');
  expect(await lettersAbout(stage, csp)).toEqual([]);
  await giveSecretOn(await olivia.secretPage(csp, 'New client secret'));
  await olivia.cardSays(csp, BASE_COMPLETE);
});

test('a core hostname that nobody knows is said on the card, corrected there, and the run goes on', async () => {
  const { olivia } = stage;
  const csp = 'Lost Core';
  await ask(stage, { cspCompany: csp, coreHost: 'core1.nowhere.invalid' });
  await giveClientSecret(stage, csp);
  await olivia.cardSays(csp, 'The core hostname core1.nowhere.invalid does not resolve to any address.');
  expect(await lettersAbout(stage, csp)).toEqual([]);
  await olivia.press(csp, 'Correct the values');
  await eventually('the form to correct opens', async () => (await olivia.modal())?.title?.text === 'Correct the values');
  expect((await olivia.submit({ coreHost: 'https://localhost' })).errors).toHaveProperty('coreHost');
  expect((await olivia.submit({ coreHost: 'localhost' })).ok).toBe(true);
  await olivia.cardSays(csp, BASE_COMPLETE);
  const letters = await lettersAbout(stage, csp);
  expect(letters.map(({ text }) => text).join()).toContain('Primary core hostname: localhost');
});

describe('outside of development', () => {
  beforeAll(async () => {
    await stage.stack.program('bot').stop();
    await stage.stack.start('bot', { ALLOW_PRIVATE_HOSTS: '0' });
  });

  test.for([
    ['portalUrl', 'https://192.168.1.10'],
    ['portalUrl', 'https://169.254.169.254'],
    ['portalUrl', 'https://[::1]'],
    ['portalUrl', 'https://[::ffff:10.0.0.1]'],
    ['coreHost', '10.1.2.3'],
    ['coreHost', '127.0.0.1'],
  ] as const)('a private address is refused under its field: %s %s', async ([field, typed]) => {
    const harmless = { portalUrl: 'https://portal.northwind.example', coreHost: 'core1.northwind.example' };
    const answer = await stage.olivia.ask(filledIn(stage, { cspCompany: 'Private', ...harmless, [field]: typed }));
    expect(Object.keys(answer.errors ?? {})).toEqual([field]);
    expect(answer.errors?.[field]).toMatch(/is a private address \(.+\), which cannot be reached from outside/);
    await stage.olivia.act('close');
  });

  test('a name that leads to this machine is refused on the card, and nothing is called', async () => {
    const { olivia, stack } = stage;
    const csp = 'Inside Job';
    const portalUrl = `https://inside.localhost:${stack.ports.netsapiens}`;
    await ask(stage, { cspCompany: csp, portalUrl, coreHost: 'localhost' });
    await giveClientSecret(stage, csp);
    const sentence =
      /The portal host inside\.localhost is a private address \(127\.0\.0\.1\).*The core hostname localhost is a private address/s;
    await olivia.cardSays(csp, sentence);
    await olivia.cardSays(csp, 'Correct the values, or have it mended and press “Try again”.');
    expect(await lettersAbout(stage, csp)).toEqual([]);
  });
});
