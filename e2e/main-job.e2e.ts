import { afterAll, beforeAll, expect, test } from 'vitest';
import { buttonsOf, call, textOf } from '../scripts/lib/person.ts';
import { countSubscriptions } from './platform.ts';
import {
  ask,
  BASE_COMPLETE,
  CLIENT_SECRET,
  cardsOf,
  filledIn,
  giveClientSecret,
  giveCredentials,
  lettersAbout,
  openStage,
  otherPortal,
  PASSWORD,
  type Stage,
  synchronized,
} from './stage.ts';

const CSP = 'Northwind Telecom';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ autoReply: true });
});
afterAll(() => stage?.close());

test('two domains are enabled from Slack, one new at Acrobits and one known there', async () => {
  const { olivia, stack } = stage;
  await ask(stage, { cspCompany: CSP, domains: 'acme.example globex.example' });
  const first = await olivia.cardSays(CSP, 'Waiting for whoever holds the client secret');
  await giveClientSecret(stage, CSP);
  await olivia.cardSays(CSP, BASE_COMPLETE);
  for (const domain of ['acme.example', 'globex.example']) await giveCredentials(stage, CSP, domain);
  const last = await olivia.cardSays(CSP, 'Enabled under cloudId NSACME, 2 domains synchronized');

  expect(await cardsOf(stage, CSP)).toHaveLength(1);
  expect(last.ts).toBe(first.ts);
  expect(textOf(last)).toContain('acme.example: created (201), both subscriptions seen, password destroyed');
  expect(textOf(last)).toContain('globex.example: already existed (200), both subscriptions seen, password destroyed');
  expect(buttonsOf(last)).toEqual([]);
  expect(await countSubscriptions(stack.urls.netsapiens, 'acme.example')).toEqual(['message', 'messagesession']);
  expect(await countSubscriptions(stack.urls.netsapiens, 'globex.example')).toEqual(['message', 'messagesession']);
});

test('the card shows the Enablement Sequence in its order', async () => {
  const card = textOf(await stage.olivia.card(CSP));
  const places = [
    'Prerequisites gathered',
    'Client secret received',
    'Prerequisites checked',
    'Acrobits contacted',
    'Acrobits answered',
    'Values stored',
    'Base enablement complete',
    'Messaging synchronization',
  ].map((words) => card.indexOf(words));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

test('Acrobits has one letter, and no secret is in it', async () => {
  const letters = await lettersAbout(stage, CSP);
  expect(letters).toHaveLength(1);
  const [letter] = letters;
  expect(letter?.deliveries).toBe(1);
  expect(letter?.text).toContain('OAuth client ID: acrobits-softphone');
  for (const secret of [CLIENT_SECRET, PASSWORD, 'mock-cloud-api-key']) expect(JSON.stringify(letter)).not.toContain(secret);
});

test('no secret was said in Slack or printed by any program', async () => {
  const traffic = JSON.stringify(await call(`${stage.stack.urls.slack}/_slack/requests`));
  expect(traffic).toContain('Northwind Telecom');
  for (const secret of [CLIENT_SECRET, PASSWORD, 'mock-cloud-api-key']) {
    expect(traffic).not.toContain(secret);
    expect(stage.stack.output()).not.toContain(secret);
  }
});

test('a domain added later with the same command is synchronized on the same card', async () => {
  const { olivia, stack } = stage;
  await olivia.command('/enable-acrobits domain initech.example');
  await olivia.wordsSay(
    '`initech.example` was added to Northwind Telecom. Its card now asks for the Office Manager credentials.',
  );
  await giveCredentials(stage, CSP, 'initech.example');
  await synchronized(stage, CSP, 'initech.example');
  await olivia.cardSays(CSP, '3 domains synchronized');
  expect(await cardsOf(stage, CSP)).toHaveLength(1);
  expect(await countSubscriptions(stack.urls.netsapiens, 'initech.example')).toEqual(['message', 'messagesession']);
  await olivia.command('/enable-acrobits domain initech.example');
  await olivia.wordsSay('`initech.example` is on the card of Northwind Telecom already.');
});

test('status, help and an unknown word are answered to the person who typed', async () => {
  const { olivia } = stage;
  await olivia.command('/enable-acrobits status');
  await olivia.wordsSay(/Northwind Telecom.*Enabled under cloudId NSACME, 3 domains synchronized/);
  await olivia.command('/enable-acrobits status nobody');
  await olivia.wordsSay('Nothing matches “nobody”. Type `/enable-acrobits status` to see everything.');
  await olivia.command('/enable-acrobits status globex');
  await olivia.wordsSay(/Northwind Telecom/);
  await olivia.command('/enable-acrobits help');
  await olivia.wordsSay('adds messaging synchronization for a domain');
  await olivia.command('/enable-acrobits dance');
  await olivia.wordsSay('“dance” is not something I know.');
});

test('the same environment asked for again shows the run that there is, and starts nothing', async () => {
  const { olivia } = stage;
  const answer = await olivia.ask(filledIn(stage, { cspCompany: 'Northwind again' }));
  expect(answer.errors).toBeUndefined();
  const modal = await olivia.modal();
  expect(modal?.title?.text).toBe('Already enabled');
  expect(JSON.stringify(modal?.blocks)).toContain('Cloud Softphone for Northwind Telecom');
  expect(modal?.blocks.some(({ type }) => type === 'actions')).toBe(false);
  await olivia.act('close');
  expect(await cardsOf(stage, 'Northwind again')).toHaveLength(0);
});

test('a form that arrives twice is one run, and a click that arrives late does nothing', async () => {
  const { olivia, stack } = stage;
  const csp = 'Globex Voice';
  await ask(stage, { cspCompany: csp, portalUrl: otherPortal(stage), domains: 'acme.example' });
  await call(`${stack.urls.slack}/_slack/redeliver`, {});
  await olivia.cardSays(csp, 'Waiting for whoever holds the client secret');
  await olivia.press(csp, 'Cancel');
  const cancelled = await olivia.cardSays(csp, 'Cancelled');
  expect(buttonsOf(cancelled)).toEqual([]);
  expect(textOf(cancelled)).toContain('acme.example: cancelled');
  expect(textOf(cancelled)).not.toContain('waiting for');
  await call(`${stack.urls.slack}/_slack/redeliver`, {});
  await olivia.wordsSay('Nothing was done: this card is old, and that is settled already.');
  expect(await cardsOf(stage, csp)).toHaveLength(1);
});

test('a secret that nobody needs any more is not asked for, however old the card is', async () => {
  const { olivia, stack } = stage;
  const csp = 'Initech Talk';
  await ask(stage, { cspCompany: csp, portalUrl: otherPortal(stage) });
  const page = await olivia.secretPage(csp, 'Enter client secret');
  await olivia.press(csp, 'Cancel');
  await olivia.cardSays(csp, 'Cancelled');
  const answer = await fetch(page.url);
  expect(answer.status).toBe(410);
  expect(await answer.text()).toContain('This is no longer needed');
  expect(await lettersAbout(stage, csp)).toHaveLength(0);
  // The environment is free again: a cancelled run is in nobody's way.
  await ask(stage, { cspCompany: 'Initech Talk II', portalUrl: otherPortal(stage) });
  await olivia.cardSays('Initech Talk II', 'Waiting for whoever holds the client secret');
  expect(stack.output()).not.toMatch(/TypeError|ReferenceError|unhandled/i);
});
