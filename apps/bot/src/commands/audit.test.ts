import { deeds, Secret } from '@enablement/core';
import { LogLevel, WebClient } from '@slack/web-api';
import { expect, test } from 'vitest';
import { ask, createDesk } from '../testing/desk.ts';
import { audit } from './audit.ts';

/** Answers nobody: people stay ids. */
const slack = new WebClient('xoxb-none', {
  slackApiUrl: 'http://127.0.0.1:9/',
  retryConfig: { retries: 0 },
  logLevel: LogLevel.ERROR,
});

function stage() {
  const desk = createDesk();
  const typed = async (words: string) => {
    const answer = await audit(desk, slack, words, 'U0ADA');
    return typeof answer === 'string' ? answer : JSON.stringify(answer.blocks);
  };
  return { desk, world: desk.world, typed };
}

test('the runs that are meant have one page, whose last entries are told at once', async () => {
  const { desk, world, typed } = stage();
  const id = await ask(desk, 'Northwind <Voice>', 'portal.northwind.example');
  await ask(desk, 'Globex', 'portal.globex.example');
  await world.register.note(`${id}/acme.example`, 'Office Manager credentials proved', {
    status: 'problem',
    detail: 'wrong',
    occasion: '1',
  });
  const told = await typed('northwind');
  expect(told).toContain('Your page for the audit of Northwind &lt;Voice&gt;: 2 entries, as CSV or JSON.');
  expect(told).toMatch(/<@U1> · enablement requested · Northwind &lt;Voice&gt;/);
  expect(told).toMatch(/workflow · step ended: Office Manager credentials proved \(failed\) · acme\.example/);
  expect(told).toContain('https://enablement.northwind.example/audit/');
  expect(await typed('portal.')).toContain('the audit of Globex and 1 more run:');
  expect(world.audit.all.at(-1)?.entry).toMatchObject({ action: 'audit page issued', actor: { id: 'U0ADA' } });
});

test('without words it is everything, five entries of it at once; what matches nothing has no page', async () => {
  const { desk, world, typed } = stage();
  await ask(desk, 'Northwind', 'portal.northwind.example');
  for (let n = 0; n < 6; n++) await world.audit.record(deeds.programStarted('bot', { n }));
  const told = await typed('');
  expect(told).toContain('Your page for the whole audit: 7 entries');
  expect(told.match(/program started/g)).toHaveLength(5);
  const issued = world.audit.all.length;
  expect(await typed('umbrella')).toBe('Nothing matches “umbrella”. Type `/enable-acrobits audit` for the audit of everything.');
  expect(world.audit.all).toHaveLength(issued);
});

test('while Slack does not answer, people stay ids', async () => {
  const { desk, world, typed } = stage();
  await ask(desk, 'Northwind', 'portal.northwind.example');
  const told = await typed('northwind');
  const [, token = ''] = /\/audit\/([\w-]+)/.exec(told) ?? [];
  expect((await world.auditPages.look(new Secret(token)))?.people).toEqual({});
});
