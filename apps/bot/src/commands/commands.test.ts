import type { Role, Standing } from '@enablement/core';
import { WebClient } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import type { Desk } from '../desk.ts';
import { ask, BOOK, COMMAND, createDesk as desk } from '../testing/desk.ts';
import type { Answer } from './answer.ts';
import { cancelRun } from './cancel.ts';
import { addDomain } from './domain.ts';
import { help } from './help.ts';
import { list } from './list.ts';
import { retry } from './retry.ts';
import { rotate } from './rotate.ts';
import { skipDomain } from './skip.ts';
import { snoozeRun } from './snooze.ts';
import { status } from './status.ts';

// Never called: nothing has a card yet, so there is no link to ask for.
const slack = new WebClient('xoxb-none', { slackApiUrl: 'http://127.0.0.1:9/' });

const northwind = (here: Desk) => ask(here, 'Northwind', 'portal.northwind.example', ['acme.example']);
const globex = (here: Desk) => ask(here, 'Globex', 'portal.globex.example');
const buttons = (answer: Answer): string[] =>
  typeof answer === 'string'
    ? []
    : [...JSON.stringify(answer.blocks).matchAll(/"action_id":"([^"]*)"/g)].map(([, id = '']) => id);

describe('help', () => {
  const member = (...roles: Role[]): Standing => ({ is: 'member', roles, unsure: false });

  test('lists what the person may do, and nothing else', () => {
    expect(help(COMMAND, member('operator'), BOOK)).toMatch(
      /new.*status.*list.*domain.*retry.*skip.*snooze.*cancel.*rotate.*help/s,
    );
    const viewer = help(COMMAND, member('viewer'), BOOK);
    expect(viewer).toContain(`${COMMAND} status [search]`);
    for (const word of ['new', 'domain', 'retry', 'skip', 'snooze', 'cancel', 'rotate'])
      expect(viewer).not.toContain(`${COMMAND} ${word}`);
  });

  test('tells who can when the person has no role, and a guest nothing', () => {
    expect(help(COMMAND, member(), BOOK)).toBe(
      'You may not look at runs here. Who can: <@U1> (operator).\n`/enable-acrobits help`  shows this',
    );
    expect(help(COMMAND, { is: 'guest' }, BOOK)).toBe('Guests of this workspace can do nothing here.');
  });

  test('is in the words of the deployment', () => {
    expect(help('/acme-softphone', member('operator'), BOOK)).not.toContain(COMMAND);
  });
});

describe('status', () => {
  test('when there is nothing it says how to start', async () => {
    expect(await status(desk(), slack, '')).toBe('Nothing has been enabled yet. Type `/enable-acrobits` to start.');
  });

  test('it is searched by CSP, portal, domain and cloudId', async () => {
    const here = desk();
    await here.register.enable(await northwind(here), { cloudId: 'NSACME', messagingHost: 'api.example' });
    await globex(here);
    expect(await status(here, slack, '')).toMatch(/Globex.*\n.*Northwind/);
    for (const words of ['northwind', 'portal.northwind', 'ACME.example', 'nsacme']) {
      expect(await status(here, slack, words)).toContain('Northwind');
      expect(await status(here, slack, words)).not.toContain('Globex');
    }
    expect(await status(here, slack, 'umbrella')).toContain('Nothing matches “umbrella”');
  });
});

describe('list', () => {
  test('fifteen to a page, newest first, with buttons to where there is more', async () => {
    const here = desk();
    for (let n = 1; n <= 31; n++) await ask(here, `CSP ${n}.`, `portal${n}.example`);
    const [first, second, third] = [await list(here, slack), await list(here, slack, '2'), await list(here, slack, '3')];
    expect(JSON.stringify(first)).toMatch(/CSP 31\..*CSP 17\./);
    expect(JSON.stringify(first)).not.toContain('CSP 16.');
    expect([first, second, third].map(buttons)).toEqual([['turn-page:2'], ['turn-page:1', 'turn-page:3'], ['turn-page:2']]);
    expect(JSON.stringify(third)).toContain('31 runs, newest first · page 3 of 3');
    expect(await list(here, slack, '4')).toContain('There are 3 pages.');
    expect(await list(here, slack, 'acme')).toContain('type `/enable-acrobits status` and a word');
  });
});

describe('domain', () => {
  test('without environments, without a name, and with a bad name it says what to do', async () => {
    expect(await addDomain(desk(), ['acme.example'], 'U1')).toContain('no environment yet');
    expect(await addDomain(desk(), [], 'U1')).toContain('Which domain?');
    expect(await addDomain(desk(), ['bad/domain'], 'U1')).toContain('letters, digits, dots');
  });

  test('with several environments it lists what to type, and takes a cloudId, a CSP or another domain', async () => {
    const here = desk();
    await here.register.enable(await northwind(here), { cloudId: 'NSACME', messagingHost: 'api.example' });
    await globex(here);
    const asked = await addDomain(here, ['initech.example'], 'U1');
    expect(asked).toContain('Which one? Type:');
    expect(asked).toContain('`/enable-acrobits domain initech.example NSACME`  Northwind, portal.northwind.example');
    expect(asked).toContain('`/enable-acrobits domain initech.example Globex`  Globex, portal.globex.example');
    expect(await addDomain(here, ['initech.example', 'nsacme'], 'U1')).toContain('was added to Northwind. Its card now asks');
    expect(await addDomain(here, ['initech.example', 'acme.example'], 'U1')).toContain('already');
    expect(await addDomain(here, ['initech.example', 'globex'], 'U1')).toContain('as soon as Acrobits’ values are stored');
    expect(await addDomain(here, ['initech.example', 'umbrella'], 'U1')).toContain('Nothing here matches “umbrella”. There is:');
  });

  test('what it says to type means that one run, also when names contain each other or are the same', async () => {
    const here = desk();
    await ask(here, 'Acme', 'portal.acme.example');
    await ask(here, 'Acme Two', 'portal.two.example');
    await ask(here, 'Twin', 'one.twin.example');
    await ask(here, 'Twin', 'two.twin.example');
    const asked = await addDomain(here, ['initech.example'], 'U1');
    for (const [, words = ''] of asked.matchAll(/`\S+ domain initech\.example ([^`]+)`/g))
      expect(await addDomain(here, ['initech.example', ...words.split(' ')], 'U1')).toContain('was added to');
    expect((await here.register.list()).map(({ domains }) => domains.length)).toEqual([1, 1, 1, 1]);
  });
});

describe('retry', () => {
  const problem = { status: 'problem', detail: 'It does not answer.', todo: 'Mend it.' } as const;

  test('wakes what is stuck in the run that is meant, and nothing else', async () => {
    const here = desk();
    const id = await northwind(here);
    await globex(here);
    expect(await retry(here, '', 'U1')).toContain('Nothing is stuck');
    await here.register.note(id, 'Prerequisites checked', problem);
    await here.register.note(`${id}/acme.example`, 'Domain provisioned at Acrobits', problem);
    for (const { id: old } of await here.world.register.pending()) await here.world.register.settle(old);
    expect(await retry(here, 'northwind', 'U1')).toBe(
      'All 2 that were stuck for Northwind are tried again; the card shows how it goes.',
    );
    expect((await here.world.register.pending()).map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      `nudge ${id}`,
      `nudge ${id}/acme.example`,
    ]);
  });
});

describe('cancel', () => {
  test('asks first, and offers only what can still be cancelled', async () => {
    const here = desk();
    expect(await cancelRun(here, '')).toContain('Nothing is under way that could be cancelled');
    const id = await northwind(here);
    const answer = await cancelRun(here, '');
    expect(answer).toMatchObject({ text: 'Cancel the enablement of Northwind?' });
    expect(buttons(answer)).toEqual([`cancel-run:${id}`, `leave-as-it-is:${id}`]);
    expect((await here.register.get(id))?.status).toBe('running');
    await here.register.enable(id, { cloudId: 'NSACME', messagingHost: 'api.example' });
    const open = await cancelRun(here, 'northwind');
    expect(open).toMatchObject({ text: 'Cancel what is still open for Northwind?' });
    expect(JSON.stringify(open)).toMatch(/stays enabled.*`acme\.example`.*No domain was provisioned/);
    await here.register.settleDomain(id, 'acme.example', { status: 'synchronized', outcome: 'created' });
    expect(await cancelRun(here, 'northwind')).toContain('Nothing is under way');
  });

  test('names the domains that stay at Acrobits', async () => {
    const here = desk();
    const id = await northwind(here);
    await here.register.enable(id, { cloudId: 'NSACME', messagingHost: 'api.example' });
    await here.register.want(id, ['globex.example'], 'U1');
    await here.register.settleDomain(id, 'acme.example', { status: 'synchronized', outcome: 'created' });
    expect(JSON.stringify(await cancelRun(here, ''))).toMatch(/end.*`globex\.example`.*staying there: `acme\.example`/);
  });
});

describe('skip', () => {
  test('ends one open domain, and says how to add it again', async () => {
    const here = desk();
    expect(await skipDomain(here, [], 'U1')).toContain('Which domain?');
    expect(await skipDomain(here, ['acme.example'], 'U1')).toContain('no domain to skip');
    const id = await northwind(here);
    await globex(here);
    expect(await skipDomain(here, ['ACME.example'], 'U1')).toBe(
      '`acme.example` is skipped for Northwind. `/enable-acrobits domain acme.example` adds it again.',
    );
    expect((await here.register.get(id))?.domains[0]?.status).toBe('cancelled');
    expect(await skipDomain(here, ['acme.example'], 'U1')).toContain('is not open for Northwind');
    expect(await skipDomain(here, ['initech.example', 'northwind'], 'U1')).toContain('is not open for Northwind');
  });
});

describe('snooze', () => {
  test('puts reminders off for business days', async () => {
    const here = desk();
    expect(await snoozeRun(here, ['often'], 'U1')).toContain('For how many business days');
    expect(await snoozeRun(here, ['3'], 'U1')).toContain('Nobody is waited for');
    const id = await northwind(here);
    // It is Monday morning.
    expect(await snoozeRun(here, ['5', 'northwind'], 'U1')).toContain('Nobody is reminded about Northwind before');
    expect((await here.register.get(id))?.snoozed).toEqual({ until: new Date('2026-03-09T09:00:00Z'), by: 'U1' });
  });
});

describe('rotate', () => {
  test('offers the secrets that there are, and of the domains those that can take a new password', async () => {
    const here = desk();
    expect(await rotate(here, '')).toContain('no environment');
    const id = await ask(here, 'Northwind', 'portal.northwind.example', ['acme.example', 'globex.example', 'initech.example']);
    expect(buttons(await rotate(here, ''))).toEqual([`renew-secret:${id}|client secret`]);
    await here.register.enable(id, { cloudId: 'NSACME', messagingHost: 'api.example' });
    await here.register.settleDomain(id, 'acme.example', { status: 'synchronized', outcome: 'created' });
    await here.register.note(`${id}/globex.example`, 'Office Manager credentials received', { status: 'waiting' });
    const choices = (...domains: string[]) => [
      `renew-secret:${id}|client secret`,
      `renew-secret:${id}|API key`,
      ...domains.map((domain) => `renew-secret:${id}|Office Manager password|${domain}`),
    ];
    expect(buttons(await rotate(here, 'nsacme'))).toEqual(choices('acme.example', 'globex.example'));
    expect(buttons(await rotate(here, 'acme.example'))).toEqual(choices('acme.example'));
    expect(buttons(await rotate(here, 'initech.example'))).toEqual(choices());
  });

  test('many domains are a menu', async () => {
    const here = desk();
    const names = Array.from({ length: 6 }, (_, n) => `d${n}.example`);
    const id = await ask(here, 'Northwind', 'portal.northwind.example', names);
    await here.register.enable(id, { cloudId: 'NSACME', messagingHost: 'api.example' });
    for (const name of names) await here.register.settleDomain(id, name, { status: 'synchronized' });
    expect(buttons(await rotate(here, ''))).toEqual([
      `renew-secret:${id}|client secret`,
      `renew-secret:${id}|API key`,
      'renew-secret',
    ]);
  });
});
