import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { enterSecret, eventually, type Operator } from '../scripts/lib/person.ts';
import {
  ask,
  breakVendor,
  enableBase,
  giveCredentials,
  giveSecretOn,
  lettersAbout,
  officeManagerOf,
  openStage,
  otherPortal,
  PASSWORD,
  type Stage,
  synchronized,
} from './stage.ts';

const CSP = 'Northwind Telecom';
const OTHER = 'Northwind Mobile';

describe('each word after the command', () => {
  let stage: Stage;
  let olivia: Operator;
  const type = (words: string) => olivia.command(`/enable-acrobits ${words}`);
  const answer = (words: string) => olivia.answerTo(`/enable-acrobits ${words}`);

  beforeAll(async () => {
    stage = await openStage({ autoReply: true });
    olivia = stage.olivia;
    await enableBase(stage, CSP, ['acme.example']);
    await giveCredentials(stage, CSP, 'acme.example');
    await synchronized(stage, CSP, 'acme.example');
    await ask(stage, { cspCompany: OTHER, portalUrl: otherPortal(stage) });
    await olivia.cardSays(OTHER, 'Waiting for whoever holds the client secret');
  });
  afterAll(() => stage?.close());

  test('new opens the form, as the command alone does', async () => {
    await type('new');
    await eventually('the form opens', async () => (await olivia.modal())?.title?.text === 'Enable Cloud Softphone');
    await olivia.act('close');
  });

  test.for(['northwind telecom', 'acme.example', 'NSACME', 'nsac'])('status finds a run by %s', async (words) => {
    const told = await answer(`status ${words}`);
    expect(told).toContain(CSP);
    expect(told).not.toContain(OTHER);
  });

  test('list has all runs, the newest first, and says so when a page is not there', async () => {
    await type('list');
    expect(await olivia.wordsSay('2 runs, newest first')).toMatch(new RegExp(`${OTHER}.*\\n.*${CSP}`));
    await type('list 7');
    await olivia.wordsSay('There is one page.');
  });

  test('an unknown word is answered with what there is', async () => {
    await type('dance');
    expect(await olivia.wordsSay('“dance” is not something I know.')).toContain('`/enable-acrobits rotate [search]`');
  });

  test('words that mean several runs are answered with what to type, and that works', async () => {
    await type('domain initech.example northwind');
    const told = await olivia.wordsSay('Which one? Type:');
    const offered = [...told.matchAll(/`\/enable-acrobits (domain initech\.example [^`]+)`/g)].map(([, words]) => words);
    expect(offered).toEqual([`domain initech.example ${OTHER}`, 'domain initech.example NSACME']);
    await type('domain initech.example NSACME');
    await olivia.wordsSay(`\`initech.example\` was added to ${CSP}.`);
    await type('domain initech.example nobody');
    await olivia.wordsSay('Nothing here matches “nobody”. There is:');
  });

  test('retry lets a domain that failed go on', async () => {
    await type('retry');
    await olivia.wordsSay('Nothing is stuck, so there is nothing to try again.');
    await breakVendor(stage, 'acrobits', { operation: 'provisionDomain', times: 1, status: 404 });
    await giveCredentials(stage, CSP, 'initech.example');
    await olivia.cardSays(CSP, 'Try again: initech.example');
    await type('retry initech.example');
    await olivia.wordsSay(`What was stuck for ${CSP} is tried again; the card shows how it goes.`);
    await synchronized(stage, CSP, 'initech.example');
  });

  test('rotate takes a new API key, and the domain that failed because of the old one goes on by itself', async () => {
    await type('domain globex.example NSACME');
    await breakVendor(stage, 'acrobits', { operation: 'provisionDomain', times: 1, status: 401 });
    await giveCredentials(stage, CSP, 'globex.example');
    await olivia.cardSays(CSP, 'Try again: globex.example');
    const page = await olivia.pageAfter('API key', async () => {
      await type('rotate NSACME');
      await olivia.pressAnswer('New API key');
    });
    await giveSecretOn(page, 'mock-cloud-api-key');
    await synchronized(stage, CSP, 'globex.example');
  });

  test('rotate takes a new Office Manager password of a domain that is done: it is provisioned again, and the 200 is not oversold', async () => {
    const page = await olivia.pageAfter('New password: acme.example', async () => {
      await type('rotate acme.example');
      await olivia.wordsSay('which does not prove that they took the new password');
      await olivia.pressAnswer('New password: acme.example');
    });
    await enterSecret(page, PASSWORD, officeManagerOf('acme.example'));
    await olivia.cardSays(
      CSP,
      'acme.example: provisioned again (200, which does not prove that Acrobits took the new password), both subscriptions seen, password destroyed',
    );
  });

  test('rotate takes a new client secret, whose page is gone once used', async () => {
    const page = await olivia.pageAfter('the client secret', async () => {
      await type('rotate NSACME');
      await olivia.pressAnswer('New client secret');
    });
    await giveSecretOn(page);
    expect((await fetch(page.url)).status).toBe(410);
  });

  test('cancel asks first; kept is kept, and cancelled is cancelled, once', async () => {
    await type('cancel');
    await olivia.wordsSay(`Cancel the enablement of ${OTHER}?`);
    await olivia.pressAnswer('Keep it');
    await olivia.wordsSay('Nothing was changed.');
    await olivia.cardSays(OTHER, 'Waiting for whoever holds the client secret');
    await type('cancel mobile');
    await olivia.pressAnswer('Cancel the enablement');
    await olivia.wordsSay('Done; the card shows it.');
    await olivia.cardSays(OTHER, 'Cancelled');
    await type('cancel');
    await olivia.wordsSay('Nothing is under way that could be cancelled; what is enabled stays enabled.');
    expect(await lettersAbout(stage, OTHER)).toEqual([]);
  });

  test('a long list has pages, and its buttons turn them in place', async () => {
    for (let n = 1; n <= 15; n++) await ask(stage, { cspCompany: `CSP ${n}.`, portalUrl: `https://p${n}.northwind.invalid` });
    expect(await answer('list')).toMatch(/CSP 15\..*CSP 1\..*17 runs, newest first/s);
    await olivia.pressAnswer('Older');
    await olivia.wordsSay('page 2 of 2');
    const told = await olivia.lastWords();
    expect(told).toContain(CSP);
    expect(told).not.toContain('CSP 1.');
    await olivia.pressAnswer('Newer');
    await olivia.wordsSay('page 1 of 2');
  });
});

test('a deployment can call the command otherwise, and then says so everywhere', async () => {
  const command = '/acme-softphone';
  const stage = await openStage({ env: { bot: { COMMAND: command }, slack: { COMMANDS: JSON.stringify([{ command }]) } } });
  onTestFinished(() => stage.close());
  await stage.olivia.command(`${command} status`);
  await stage.olivia.wordsSay(`Type \`${command}\` to start.`);
  await stage.olivia.command(`${command} help`);
  expect(await stage.olivia.wordsSay(`\`${command} rotate [search]\``)).not.toContain('/enable-acrobits');
});
