import type { Approval, DomainState, Enablement, StepState } from '@enablement/core';
import { describe, expect, test } from 'vitest';
import { runButtons } from './buttons.ts';

const SINCE = new Date('2026-03-02T09:00:00Z');
const step = (name: StepState['name'], status: StepState['status']): StepState => ({ name, status, since: SINCE });
const values = {
  cspCompany: 'Northwind Telecom',
  contactName: 'Alex Example',
  contactEmail: 'ops@northwind.example',
  contactPhone: undefined,
  portalUrl: 'https://portal.northwind.example',
  coreHost: 'core1.northwind.example',
  clientId: 'acrobits-softphone',
};
const enablement = (change: Partial<Enablement> = {}): Enablement => ({
  id: 'e1',
  status: 'running',
  prerequisites: values,
  team: 'T0NORTH',
  requestedBy: 'U0OLIVIA',
  responsible: 'U0OLIVIA',
  requestedAt: SINCE,
  steps: [step('Client secret received', 'waiting')],
  domains: [],
  letters: [],
  version: 3,
  ...change,
});
const domain = (name: string, change: Partial<DomainState> = {}): DomainState => ({
  domain: name,
  wantedBy: 'U0OLIVIA',
  round: 1,
  status: 'running',
  steps: [],
  ...change,
});
const approval: Approval = {
  status: 'asked',
  fingerprint: '0123456789abcdef',
  needed: 1,
  votes: [],
  askedAt: SINCE,
  until: SINCE,
  askedVersion: 3,
};
const told = { values, at: SINCE };

const elements = (known: Enablement) => runButtons(known).flatMap((block) => (block.type === 'actions' ? block.elements : []));
const labels = (known: Enablement): string[] =>
  elements(known).map((element) => {
    if ('text' in element && element.text) return element.text.text;
    return 'placeholder' in element && element.placeholder ? element.placeholder.text : element.type;
  });

describe('the buttons of a card', () => {
  test.each([
    ['secret', {}, ['Enter client secret', 'Correct the values', 'Cancel', 'Snooze reminders']],
    [
      'a problem',
      { steps: [step('Prerequisites checked', 'problem')] },
      ['Correct the values', 'Try again', 'New client secret', 'Cancel', 'Snooze reminders'],
    ],
    [
      'Acrobits',
      { told, steps: [step('Acrobits contacted', 'done'), step('Acrobits answered', 'waiting')] },
      ['Correct the values', 'Let Acrobits answer again', 'Cancel', 'Write to Acrobits', 'Snooze reminders'],
    ],
    [
      'values that cannot be stored',
      { told, steps: [step('Values stored', 'problem')] },
      [
        'Correct the values',
        'Try again',
        'Let Acrobits answer again',
        'Correct what Acrobits returned',
        'Cancel',
        'Snooze reminders',
      ],
    ],
    [
      'approvers',
      { approval, steps: [step('Letter to Acrobits approved', 'waiting')] },
      ['Approve', 'Reject', 'Go past the approvers', 'Correct the values', 'Cancel', 'Snooze reminders'],
    ],
  ] as const)('while %s is waited for, are those that do something', (_, change, expected) => {
    expect(labels(enablement(change))).toEqual(expected);
  });

  test('are none when nothing is left to do', () => {
    expect(labels(enablement({ status: 'cancelled' }))).toEqual([]);
    expect(
      labels(enablement({ status: 'enabled', steps: [], told, domains: [domain('a.example', { status: 'synchronized' })] })),
    ).toEqual([]);
  });

  test('offer a letter after a cancellation only when Acrobits was told something, and once', () => {
    expect(labels(enablement({ status: 'cancelled', told }))).toEqual(['Tell Acrobits that it is withdrawn']);
    const letters = [{ kind: 'withdrawal', number: 1, by: 'U0OLIVIA', orderedAt: SINCE }] as const;
    expect(labels(enablement({ status: 'cancelled', told, letters }))).toEqual([]);
  });

  test('offer a correction when Acrobits has other values', () => {
    const change = { status: 'enabled', steps: [], told: { values: { ...values, coreHost: 'old.example' }, at: SINCE } } as const;
    expect(labels(enablement(change))).toEqual(['Send the correction to Acrobits']);
  });

  test('one domain to approve has its own, and many have one for all of them', () => {
    const asked = (n: number) =>
      enablement({
        status: 'enabled',
        steps: [],
        domains: Array.from({ length: n }, (_, at) =>
          domain(`d${at}.example`, {
            approval: { ...approval, askedVersion: 200 - at },
            steps: [step('Provisioning approved', 'waiting')],
          }),
        ),
      });
    expect(labels(asked(1)).slice(0, 3)).toEqual(['Approve: d0.example', 'Reject: d0.example', 'Go past the approvers']);
    expect(labels(asked(50)).slice(0, 3)).toEqual(['Approve all 50 domains', 'Approve one', 'Reject one']);
    expect(elements(asked(50))[0]).toMatchObject({ value: 'e1|200' });
    // The fifty that were asked for first; the next ones come when these are settled.
    expect(labels(asked(150))[0]).toBe('Approve all 50 domains');
    expect(elements(asked(150))[0]).toMatchObject({ value: 'e1|100' });
  });

  test('a skipped domain has none, and an open one can be skipped', () => {
    const problem = [step('Domain provisioned at Acrobits', 'problem')];
    const known = (status: DomainState['status']) =>
      enablement({ status: 'enabled', steps: [], domains: [domain('a.example', { status, steps: problem })] });
    expect(labels(known('running'))).toContain('Skip a domain');
    expect(labels(known('running'))).toContain('Try again: a.example');
    expect(labels(known('cancelled'))).toEqual([]);
  });

  test('carry no secret: ids, names and fingerprints only, each element its own id, and no more than Slack takes', () => {
    const steps = ['Office Manager credentials received', 'Domain provisioned at Acrobits'] as const;
    const domains = Array.from({ length: 60 }, (_, n) =>
      domain(`${'d'.repeat(50)}${n}.example`, {
        approval,
        steps: [step(steps[n % 2] ?? steps[0], n % 2 === 0 ? 'waiting' : 'problem')],
      }),
    );
    const all = elements(enablement({ status: 'enabled', told, steps: [], approval, domains }));
    expect(all.length).toBeLessThanOrEqual(25);
    const ids = all.map((element) => ('action_id' in element ? element.action_id : ''));
    expect(new Set(ids).size).toBe(ids.length);
    const held = [...JSON.stringify(all).matchAll(/"value":"([^"]*)"/g)].map(([, value = '']) => value);
    for (const value of held) expect(value).toMatch(/^e1(\/[^|]+)?(\|[\w -]+)?(\|[\w.]+)?$/);
    for (const value of held) expect(value.length).toBeLessThanOrEqual(150);
  });
});
