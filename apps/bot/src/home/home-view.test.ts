import { BASE } from '@enablement/core';
import type { Hold } from '@enablement/gateways/postgres';
import { expect, test } from 'vitest';
import { overLimits } from '../testing/limits.ts';
import { closedHome, type HomeContent, homeView } from './home-view.ts';

const AT = new Date('2026-03-02T09:00:00Z');
const none = { shown: [], total: 0 };
const hold = (change: Partial<Hold> = {}): Hold => ({
  enablement: 'e1',
  cspCompany: 'Northwind <Telecom>',
  domain: undefined,
  step: BASE.secret,
  detail: 'd'.repeat(3_000),
  todo: 't'.repeat(3_000),
  since: AT,
  ...change,
});
const content = (change: Partial<HomeContent> = {}): HomeContent => ({
  command: '/enable-acrobits',
  room: 'D0OLIVIA',
  waiting: { secrets: none, approvals: undefined, takeOvers: none },
  mine: none,
  failures: none,
  vendors: [],
  linkTo: () => undefined,
  ...change,
});
const words = (change?: Partial<HomeContent>) => JSON.stringify(homeView(content(change)));

test('lists are counted, linked and escaped, and say how to see the rest', () => {
  const secrets = { shown: [hold(), hold({ domain: 'acme.example' })], total: 2_000 };
  const told = words({
    waiting: { secrets, approvals: undefined, takeOvers: none },
    linkTo: () => 'https://northwind.slack.example/archives/C1/p1',
  });
  expect(told).toContain('2,000 waiting for a secret');
  expect(told).toContain('*<https://northwind.slack.example/archives/C1/p1|Northwind &lt;Telecom&gt;>* `acme.example`');
  expect(told).toContain('… and 1,998 more');
});

test('a vendor that failed after it last answered is marked; one that answered since is well', () => {
  const vendor = { vendor: 'Acrobits', host: 'api.example', failure: 'It answered 503.' } as const;
  const later = new Date(AT.getTime() + 60_000);
  expect(words({ vendors: [{ ...vendor, answeredAt: AT, failedAt: later }] })).toContain(':warning: *Acrobits* `api.example`');
  expect(words({ vendors: [{ ...vendor, answeredAt: later, failedAt: AT }] })).toContain(':white_check_mark: *Acrobits*');
});

test('it keeps to Slack’s limits, however much there is to say', () => {
  const many = { shown: Array.from({ length: 6 }, () => hold({ domain: `${'d'.repeat(200)}.example` })), total: 9_999 };
  const view = homeView(content({ waiting: { secrets: many, approvals: many, takeOvers: many }, failures: many }));
  expect(overLimits(view.blocks, 100)).toEqual([]);
  expect(overLimits(closedHome('You may not look at runs here.').blocks, 100)).toEqual([]);
});
