import type { Allowlist } from '@enablement/core';
import { expect, test } from 'vitest';
import { ask, createDesk } from '../testing/desk.ts';
import type { Answer } from './answer.ts';
import { firewall } from './firewall.ts';

const group = (id: string, neededFor: 'base' | 'messaging', addresses: readonly string[]): Allowlist['groups'][number] => ({
  id,
  name: id,
  neededFor,
  calls: 'https',
  addresses,
  hosts: [],
});
const allowlist: Allowlist = {
  source: 'https://doc.acrobits.example/allowlist',
  readAt: new Date('2026-03-01T00:00:00Z'),
  groups: [group('web-login', 'base', ['198.51.100.1']), group('messaging-backend', 'messaging', ['192.0.2.7'])],
};
const here = (more: Partial<Allowlist> = {}) => {
  const desk = createDesk();
  return { ...desk, firewall: { ...desk.firewall, allowlist: { ...allowlist, ...more } } };
};
const textsOf = (answer: Answer): readonly string[] =>
  typeof answer === 'string'
    ? [answer]
    : answer.blocks.flatMap((block) => ('text' in block && typeof block.text === 'object' ? [block.text.text] : []));

test('the firewall list is shown as code, in the format that was asked for', async () => {
  const [title, code] = textsOf(await firewall(here()));
  expect(title).toBe('Firewall list: 1 service of Acrobits');
  expect(code).toMatch(/^```\n[\s\S]*web-login +198\.51\.100\.1 +TCP 443[\s\S]*```$/);
  expect(textsOf(await firewall(here(), 'nftables')).join('')).toContain('set acrobits_web_login_v4');
});

test('messaging counts once a domain wants it', async () => {
  const desk = here();
  expect(textsOf(await firewall(desk, 'plain')).join('')).not.toContain('192.0.2.7');
  await ask(desk, 'Northwind', 'portal.northwind.example', ['acme.example']);
  expect(textsOf(await firewall(desk, 'plain')).join('')).toContain('192.0.2.7');
});

test('a format that is none is told with those there are', async () => {
  expect(await firewall(here(), 'pf')).toBe(
    '“pf” is no format of a firewall list. There are: table, plain, nftables, iptables, csv.',
  );
});

test('a service without addresses is counted in the title', async () => {
  const [title] = textsOf(await firewall(here({ groups: [group('dashboard', 'base', [])] })));
  expect(title).toBe('Firewall list: 1 service of Acrobits, 1 without all of its addresses');
});

test('a long list takes several blocks, each short enough for Slack, and ends with where to find the rest', async () => {
  const addresses = Array.from({ length: 9_000 }, (_, n) => `198.51.${Math.floor(n / 250)}.${n % 250}`);
  const texts = textsOf(await firewall(here({ groups: [group('web-login', 'base', addresses)] }), 'plain'));
  expect(texts.length).toBeLessThanOrEqual(50);
  for (const text of texts) expect(text.length).toBeLessThanOrEqual(3_000);
  expect(texts.at(-1)).toContain('npm run firewall');
});
