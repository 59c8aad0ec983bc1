import { expect, test } from 'vitest';
import type { AuditEntry } from './entry.ts';
import { happenings } from './history.ts';

let seq = 0;
const entry = (change: Partial<AuditEntry>): AuditEntry => ({
  seq: ++seq,
  at: '2026-03-02T09:00:00.000Z',
  actor: { kind: 'workflow', id: 'w' },
  action: 'step ended',
  subject: { enablement: 'e1' },
  outcome: 'done',
  details: {},
  ...change,
});
const failed = (detail: string, domain?: string) =>
  entry({
    outcome: 'failed',
    subject: { enablement: 'e1', domain },
    details: { step: 'Domain provisioned', detail, todo: 'Ask them.' },
  });

test('a step that fails in the same way every hour is told once; another reason is news, and so is the same one after it went well', () => {
  const well = entry({ subject: { enablement: 'e1', domain: 'acme.example' }, details: { step: 'Domain provisioned' } });
  const told = (before: AuditEntry[], entries: AuditEntry[]) =>
    happenings(before, entries).map(({ kind, said }) => `${kind} ${said}`);
  const down = () => failed('Acrobits did not answer.', 'acme.example');
  expect(told([], [down(), down(), down()])).toEqual(['failed Acrobits did not answer.']);
  expect(told([down()], [down()])).toEqual([]);
  expect(told([down()], [failed('Acrobits refused.', 'acme.example')])).toEqual(['failed Acrobits refused.']);
  expect(told([down()], [failed('Acrobits did not answer.', 'globex.example')])).toEqual(['failed Acrobits did not answer.']);
  expect(told([down()], [well, down()])).toEqual(['done ', 'failed Acrobits did not answer.']);
});

test('domains that went through the same are told together, those that failed each for itself', () => {
  const domains = Array.from({ length: 20 }, (_, n) => `d${n}.example`);
  const proved = domains.map((domain) =>
    entry({
      subject: { enablement: 'e1', domain },
      details: { step: 'Credentials proved', detail: `om@${domain}, Office Manager` },
    }),
  );
  const provisioned = domains.map((domain) =>
    entry({ subject: { enablement: 'e1', domain }, details: { step: 'Domain provisioned', detail: 'created (201)' } }),
  );
  const all = happenings([], [...proved, ...provisioned, failed('Refused.', 'bad.example'), failed('Refused.', 'worse.example')]);
  expect(all.map(({ title, said, domains }) => [title, said, domains.length])).toEqual([
    ['Credentials proved', '', 20],
    ['Domain provisioned', 'created (201)', 20],
    ['Domain provisioned', 'Refused.', 1],
    ['Domain provisioned', 'Refused.', 1],
  ]);
});

test('refusals, looks and reminders are left to the audit; deeds say who and what', () => {
  const ada = { kind: 'person', id: 'U0ADA' } as const;
  const all = happenings(
    [],
    [
      entry({ action: 'page opened', actor: { kind: 'link holder' } }),
      entry({ action: 'cancel a run', actor: ada, outcome: 'refused', details: { why: 'no role' } }),
      entry({ action: 'reminder made', details: { text: 'x' } }),
      entry({ action: 'secret entered', actor: ada, details: { field: 'client secret', fingerprint: '9c1e' } }),
      entry({
        action: 'values returned',
        actor: { kind: 'Acrobits' },
        details: { cloudId: 'NSACME', messagingHost: 'api.example' },
      }),
    ],
  );
  expect(all.map(({ kind, title, said, actor }) => [kind, title, said, actor.kind])).toEqual([
    ['deed', 'Secret entered', 'client secret', 'person'],
    ['deed', 'Values returned', 'cloudId NSACME, messaging host api.example', 'Acrobits'],
  ]);
});
