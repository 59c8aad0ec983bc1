import type { RoleBook } from '@enablement/core';
import { WebClient } from '@slack/web-api';
import { beforeEach, expect, test } from 'vitest';
import { approve } from '../actions/approve.ts';
import { cancel, takeOver, tryAgain } from '../actions/run-actions.ts';
import { showPage } from '../actions/show-page.ts';
import { audit } from '../commands/audit.ts';
import { list } from '../commands/list.ts';
import { status } from '../commands/status.ts';
import type { Desk } from '../desk.ts';
import type { Click } from '../people/refusal.ts';
import { ask, createDesk } from '../testing/desk.ts';
import { quiet } from './client-options.ts';
import { deskOf, type SharedDesk } from './desk-of.ts';

const slack = new WebClient('xoxb-none', {
  slackApiUrl: 'http://127.0.0.1:9/',
  retryConfig: { retries: 0 },
  logger: quiet({ info() {}, error() {} }),
});

let shared: ReturnType<typeof createDesk>;
let north: Desk;
let globex: Desk;
let id: string;
beforeEach(async () => {
  shared = createDesk();
  const books: Record<string, RoleBook> = { T0GLOBEX: { viewer: [], operator: [], approver: [], admin: [{ person: 'U1AMIR' }] } };
  const people: SharedDesk['people'] = {
    standing: async (_person, team) => ({ is: 'member', roles: team === 'T0GLOBEX' ? ['admin'] : ['viewer'], unsure: false }),
    bookOf: async (team) => books[team] ?? shared.book,
  };
  const at = deskOf({ ...shared, ...shared.world, people, customersOf: () => shared.customers }, { several: true });
  [north, globex] = await Promise.all([at('T0NORTH'), at('T0GLOBEX')]);
  id = await ask(north, 'Northwind', 'portal.northwind.example', ['acme.example']);
});

/** A click that carries somebody else's run, as a button of a forwarded message or a forged value would. */
async function press(act: (click: Click) => Promise<void>, value: string): Promise<string> {
  const told: string[] = [];
  const click = {
    action: { type: 'button', action_id: 'x', value },
    body: { user: { id: 'U1OSCAR' }, container: { is_ephemeral: false } },
    respond: async ({ text }: { text: string }) => void told.push(text),
  };
  await act(click as unknown as Click);
  return told.join();
}

test('a click that carries a run of another workspace does nothing, and tells nothing of it', async () => {
  const before = (await north.register.get(id))?.version;
  for (const act of [cancel, tryAgain, takeOver]) expect(await press(act(globex), id)).toContain('Nothing was done');
  expect(await press(showPage(globex), id)).toBe('This run is not here any more.');
  expect(await press(approve(globex), `${id}|f00d`)).toContain('another workspace');
  expect((await north.register.get(id))?.version).toBe(before);
});

test('lists, searches and the audit hold the own runs only', async () => {
  const audited = await audit(globex, slack, '', 'U1OSCAR');
  expect(JSON.stringify(audited)).toContain('0 entries');
  expect(JSON.stringify([audited, await list(globex, slack), await status(globex, slack, 'northwind')])).not.toMatch(
    /Northwind|portal\.northwind/,
  );
  expect(JSON.stringify(await audit(north, slack, '', 'U0ADA'))).toMatch(/[1-9]\d* entr/);
});

test('people are asked in the workspace where they act, and only its role holders are named', async () => {
  expect(await globex.people.standing('U1AMIR')).toMatchObject({ roles: ['admin'] });
  expect(await north.people.standing('U1AMIR')).toMatchObject({ roles: ['viewer'] });
  expect(globex.book.admin).toEqual([{ person: 'U1AMIR' }]);
});

test('with one workspace nothing is kept apart, and runs are written to their team all the same', async () => {
  const people: SharedDesk['people'] = { ...shared.world.people, bookOf: async () => shared.book };
  const at = deskOf({ ...shared, ...shared.world, people, customersOf: () => shared.customers }, { several: false });
  const one = await at('T0NORTH');
  const run = await ask(one, 'Initech', 'portal.initech.example');
  expect(await one.register.get(run)).toMatchObject({ team: 'T0NORTH' });
  expect(await (await at('')).register.get(run)).toBeDefined();
});
