import type { Finding, Report } from '@enablement/core';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { asJunit } from './junit.ts';
import { forPeople } from './people.ts';

const at = new Date('2026-03-02T09:00:00Z');
const finding = (more: Partial<Finding>): Finding => ({
  target: 'NSACME',
  check: 'portal-api',
  title: 'The portal serves the NetSapiens API',
  severity: 'blocking',
  owner: 'NetSapiens operator',
  status: 'passed',
  expected: 'NetSapiens API v2',
  seen: 'It does.',
  fix: '',
  at,
  ...more,
});
const report: Report = {
  kind: 'acrobits',
  name: 'NSACME',
  startedAt: at,
  endedAt: new Date(at.getTime() + 1_250),
  findings: [
    finding({}),
    finding({ check: 'core-speed', status: 'failed', severity: 'warning', seen: '<&"\u0000>', fix: 'Look at the load.' }),
    finding({ check: 'core-sip', status: 'unknown', seen: 'It was silent.', fix: 'Have a phone log in.' }),
    finding({
      target: 'NSACME/acme.example',
      check: 'users-listed',
      status: 'failed',
      seen: 'There are none.',
      fix: 'Add users.',
    }),
  ],
};

test('JUnit XML is XML whatever hosts say, and tells failures from what was not seen', () => {
  const xml = asJunit([report]);
  expect(XMLValidator.validate(xml)).toBe(true);
  const { testsuites } = new XMLParser({ ignoreAttributes: false }).parse(xml);
  expect(testsuites.testsuite).toMatchObject({
    '@_name': 'acrobits NSACME',
    '@_tests': '4',
    '@_failures': '2',
    '@_skipped': '1',
    '@_time': '1.25',
  });
  const [passed, speed, sip, users] = testsuites.testsuite.testcase;
  expect(passed).toEqual({ '@_classname': 'NSACME', '@_name': 'portal-api: The portal serves the NetSapiens API' });
  expect(speed.failure).toMatchObject({
    '@_message': '<&" >',
    '@_type': 'warning',
    '#text': expect.stringContaining('Look at the load.'),
  });
  expect(sip.skipped['@_message']).toBe('It was silent. Have a phone log in.');
  expect(users['@_classname']).toBe('NSACME/acme.example');
});

test('for people: a summary, then what failed with what to do, what blocks before what warns, and one line for what passed', () => {
  const lines = forPeople(report, false).split('\n');
  expect(lines[0]).toBe('NSACME: 2 failed, 1 unknown, 1 passed (1.3 s)');
  expect(lines.filter((line) => /^ {2}[✗?✓]/.test(line)).map((line) => line.slice(2, 20).trim())).toEqual([
    '✗ failed',
    '✗ failed (warning)',
    '? unknown',
    '✓ passed',
  ]);
  expect(lines.slice(3, 6).map((line) => line.trim())).toEqual([
    'acme.example: There are none.',
    'Expected: NetSapiens API v2.',
    '→ Add users.',
  ]);
  expect(forPeople(report, false)).not.toContain('\u001b');
  expect(forPeople(report, true)).toContain('\u001b[31m');
});
