import type { Watched } from '../ports/drifts.ts';
import type { Person } from '../ports/register.ts';
import type { Finding } from '../readiness/report.ts';
import { actorOf } from './deeds.ts';
import type { Audited } from './entry.ts';

const WATCH = 'watch';

const byWatch = (watched: Watched, action: string, outcome: Audited['outcome'], details: Audited['details']): Audited => ({
  actor: { kind: 'workflow', id: WATCH },
  action,
  subject: watched,
  outcome,
  details,
});

const names = (items: readonly Finding[]) => items.map(({ target, check }) => `${target}: ${check}`);

export const opened = (watched: Watched, items: readonly Finding[]): Audited =>
  byWatch(watched, 'drift opened', 'failed', { failing: names(items) });

export const changed = (watched: Watched, items: readonly Finding[]): Audited =>
  byWatch(watched, 'drift changed', 'failed', { failing: names(items) });

export const closed = (watched: Watched): Audited => byWatch(watched, 'drift closed', 'done', {});

export const lookedForNow = (watched: Watched, by: Person): Audited => ({
  actor: actorOf(by),
  action: 'look for drift asked for',
  subject: watched,
  outcome: 'done',
});
