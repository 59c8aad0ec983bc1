import { describe, expect, test } from 'vitest';
import type { Status } from '../readiness/check.ts';
import type { Finding } from '../readiness/report.ts';
import { agedAllowlist } from './allowlist.ts';
import { type DriftSeen, decideDrift } from './decide.ts';

const at = new Date('2026-03-02T09:00:00Z');
const finding = (check: string, status: Status, severity: Finding['severity'] = 'blocking'): Finding => ({
  target: 'NSACME',
  check,
  title: check,
  severity,
  owner: 'CSP',
  status,
  expected: '',
  seen: '',
  fix: '',
  at,
});
const open = ({ items }: DriftSeen) => items.map(({ check }) => check);
const NOTHING: DriftSeen = { items: [], accepted: [] };

describe('what has drifted', () => {
  test('what keeps things from working is told at any time, from the first look on', () => {
    expect(open(decideDrift(undefined, [finding('oauth-client', 'failed'), finding('portal-answers', 'passed')]))).toEqual([
      'oauth-client',
    ]);
    expect(open(decideDrift(NOTHING, [finding('oauth-client', 'failed')]))).toEqual(['oauth-client']);
  });

  test('a warning that was there from the beginning is no news, until it was gone once', () => {
    const warning = (status: Status) => [finding('device-names', status, 'warning')];
    const first = decideDrift(undefined, warning('failed'));
    expect(open(first)).toEqual([]);
    expect(open(decideDrift(first, warning('failed')))).toEqual([]);
    const gone = decideDrift(first, warning('passed'));
    expect(open(decideDrift(gone, warning('failed')))).toEqual(['device-names']);
  });

  test.each(['portal-certificate-end', 'subscriptions-end', 'allowlist-age'])('%s is told although it is a warning', (check) => {
    expect(open(decideDrift(undefined, [finding(check, 'failed', 'warning')]))).toEqual([check]);
  });

  test('a slow moment is no drift', () => {
    expect(open(decideDrift(NOTHING, [finding('portal-speed', 'failed', 'warning')]))).toEqual([]);
  });

  test('what cannot be told opens nothing, and closes nothing', () => {
    expect(open(decideDrift(NOTHING, [finding('oauth-client', 'unknown')]))).toEqual([]);
    const drifted = decideDrift(NOTHING, [finding('oauth-client', 'failed')]);
    const unsure = decideDrift(drifted, [finding('oauth-client', 'unknown')]);
    expect(open(unsure)).toEqual(['oauth-client']);
    expect(open(decideDrift(unsure, [finding('oauth-client', 'passed')]))).toEqual([]);
  });
});

test.each([
  ['2026-03-01', 'passed'],
  ['2025-12-03', 'passed'],
  ['2025-12-01', 'failed'],
])('a firewall list that was read on %s has %s on 2 March', (day, status) => {
  expect(agedAllowlist('NSACME', new Date(`${day}T00:00:00Z`), new Date('2026-03-02T00:00:00Z'))).toMatchObject({ status });
});
