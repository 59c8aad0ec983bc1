import type { Finding, XimaCheck } from '@enablement/core';
import { describe, expect, test } from 'vitest';
import { driftCard, driftDetails } from '../drift/card.ts';
import { ximaCard, ximaDetails } from './card.ts';

const at = new Date('2026-03-02T09:00:00Z');
const ID = '0b9f4b3e-7d55-4c0b-9c1e-3f2a1d9e8b7c';
const finding = (change: Partial<Finding>): Finding => ({
  target: 'acme.example',
  check: 'xima-did',
  title: 'The number is there',
  severity: 'blocking',
  owner: 'CSP',
  status: 'passed',
  expected: '15551230100',
  seen: 'It is.',
  fix: '',
  at,
  ...change,
});
const check = (change: Partial<XimaCheck>, findings?: readonly Finding[]): XimaCheck => ({
  id: ID,
  team: '',
  status: 'checked',
  values: {
    domain: 'acme.example',
    sipProxyServerHost: 'portal.northwind.example',
    sipProxyServerPort: 5060,
    apiUrl: 'https://portal.northwind.example',
    apiClientId: 'xima',
    apiUsername: 'xima@acme.example',
    did: '15551230100',
  },
  requestedBy: 'U0OLIVIA',
  requestedAt: at,
  round: 1,
  clientSecretFingerprint: 'ab12',
  passwordFingerprint: 'cd34',
  report: findings && { kind: 'xima', name: 'acme.example', startedAt: at, endedAt: at, findings },
  ...change,
});
const labels = (card: ReturnType<typeof ximaCard>) => JSON.stringify(card.blocks.filter(({ type }) => type === 'actions'));
const FAILED = finding({ status: 'failed', seen: 'It is <not> there.', fix: 'Assign it.' });
const UNKNOWN = finding({
  status: 'unknown',
  check: 'xima-proxy-port',
  title: 'The server answers',
  seen: 'Silence.',
  fix: 'Ask.',
});

describe('the card of a check for Xima', () => {
  test.each([
    [
      'Waiting for api_client_secret and api_password',
      check({ status: 'waiting', clientSecretFingerprint: undefined, passwordFingerprint: undefined }),
    ],
    ['Waiting for api_password', check({ status: 'waiting', passwordFingerprint: undefined })],
    ['Checking now', check({ status: 'checking' })],
    ['Ready: all 1 check passed', check({}, [finding({})])],
    ['Ready, with 1 warning', check({}, [finding({}), finding({ status: 'failed', severity: 'warning' })])],
    ['Not sure: 1 could not be told', check({}, [finding({}), UNKNOWN])],
    ['Not ready: 1 of 3 checks failed, 1 could not be told', check({}, [finding({}), FAILED, UNKNOWN])],
    ['Closed; its secrets are destroyed', check({ status: 'closed' })],
  ])('says “%s”', (said, given) => {
    expect(ximaCard(given).text).toBe(`Xima CCaaS for acme.example: ${said}`);
  });

  test('shows what failed before what could not be told, escaped, with what to do and who does it; what passed stands in the thread', () => {
    const given = check({}, [UNKNOWN, finding({ title: 'The API answers' }), FAILED]);
    const text = JSON.stringify(ximaCard(given).blocks);
    expect(text.indexOf('The number is there')).toBeLessThan(text.indexOf('The server answers'));
    expect(text).toContain('It is &lt;not&gt; there.');
    expect(text).toContain('Assign it. _(CSP)_');
    expect(text).not.toContain('The API answers');
    expect(JSON.stringify(ximaDetails(given).blocks)).toContain('The API answers');
  });

  test('offers to hand over only when nothing that matters failed, and nothing once closed', () => {
    expect(labels(ximaCard(check({}, [finding({})])))).toContain('Hand over to Xima');
    expect(labels(ximaCard(check({}, [FAILED])))).not.toContain('Hand over to Xima');
    expect(labels(ximaCard(check({ status: 'closed' }, [finding({})])))).toBe('[]');
  });
});

describe('the card of a drift', () => {
  const drift = { id: ID, owner: { xima: ID }, openedAt: at } as const;

  test('offers what mends it', () => {
    const items = [finding({ check: 'xima-api-user', status: 'failed' })];
    const card = driftCard({ ...drift, items }, { xima: check({}) });
    expect(card.text).toBe('Xima CCaaS for acme.example has changed: 1 thing changed since it worked');
    expect(labels(card)).toContain(`xima/${ID}|api_password`);
  });

  test('keeps to Slack’s limits, whatever failed, and says where the rest is', () => {
    const items = Array.from({ length: 400 }, (_, n) =>
      finding({ check: `c${n}`, status: 'failed', title: 't'.repeat(200), seen: 's'.repeat(500), fix: 'f'.repeat(300) }),
    );
    const report = { kind: 'xima', name: 'acme.example', startedAt: at, endedAt: at, findings: items } as const;
    const card = driftCard({ ...drift, items }, { xima: check({}) });
    for (const { blocks } of [card, driftDetails(report), driftCard({ ...drift, items, closedAt: at }, { xima: check({}) })]) {
      expect(blocks.length).toBeLessThanOrEqual(50);
      for (const block of blocks) if (block.type === 'section') expect(block.text?.text.length).toBeLessThanOrEqual(3000);
    }
    expect(JSON.stringify(card.blocks)).toContain('… and 375 more, in the report as a page.');
  });

  test('says that all is well again, and offers nothing', () => {
    const card = driftCard({ ...drift, items: [FAILED], closedAt: at }, { xima: check({}) });
    expect(card.text).toContain('all is well again');
    expect(labels(card)).toBe('[]');
  });
});
