import type { Rollout, RolloutDomain, RolloutItem } from '@enablement/core';
import { count, paint, printable } from '../show/words.ts';

const MOST_SHOWN = 20;

/** What a plan would do, grouped. */
export function planLines(items: readonly RolloutItem[], where: string): readonly string[] {
  const todo = items.filter(({ status }) => status === 'ahead');
  const made = todo.filter(({ account }) => account === 'to be made');
  const without = todo.filter(({ passwordEnv }) => passwordEnv === undefined);
  const alone = items.filter(({ status }) => status === 'left alone');
  return [
    `${count(items.length, 'domain')} on ${where}:`,
    paint('green', `  + ${count(todo.length, 'domain')} would be given to Acrobits`),
    ...some(todo.map(({ domain, login }) => `      ${printable(domain)} as ${printable(login)}`)),
    `  = ${count(items.filter(({ status }) => status === 'synchronized').length, 'domain')} with messaging already, left as it is`,
    ...(made.length > 0
      ? [
          paint('yellow', `  + ${count(made.length, 'service account')} would be made (Office Manager, Deny All, no device)`),
          '      API v2 cannot set their portal passwords: a person does that, or the customer gives an account by a page.',
        ]
      : []),
    ...(without.length > 0
      ? [
          paint(
            'yellow',
            `  ? ${count(without.length, 'domain')} without a password: say --password-env, or hand out pages afterwards`,
          ),
        ]
      : []),
    ...alone
      .slice(0, MOST_SHOWN)
      .map(({ domain, detail = '' }) => paint('yellow', `  ? ${printable(domain)}: ${printable(detail)}`)),
    ...(alone.length > MOST_SHOWN ? [`      … and ${alone.length - MOST_SHOWN} more that are left alone`] : []),
  ];
}

const some = (lines: readonly string[]): readonly string[] =>
  lines.length > MOST_SHOWN ? [...lines.slice(0, MOST_SHOWN), `      … and ${lines.length - MOST_SHOWN} more`] : lines;

/** Whether nothing has failed and nobody is waited for but the person at the canary. */
export const isWell = ({ status, counts }: Rollout): boolean =>
  (status === 'finished' || status === 'at canary') && counts.failed + counts['awaiting password'] + counts.provisioned === 0;

const NEXT: Readonly<Record<Rollout['status'], (id: string) => string>> = {
  running: (id) => `Pause it first: enablement rollout pause ${id}`,
  paused: (id) => `It goes on with: enablement rollout resume ${id}`,
  'at canary': (id) => `Look at the canary, then: enablement rollout continue ${id}`,
  finished: (id) => `What has failed is tried again with: enablement rollout retry ${id}`,
  cancelled: () => 'Make a new plan: what is done is left alone then.',
};

/** What a person can do with a roll-out that stands so. */
export const nextStep = ({ id, status }: Pick<Rollout, 'id' | 'status'>): string => NEXT[status](id);

/** How a roll-out stands; with `json` one object. */
export function rolloutLines(rollout: Rollout, stuck: readonly RolloutDomain[], json: boolean): readonly string[] {
  if (json) return [JSON.stringify({ ...rollout, fingerprint: undefined, stuck: stuck.map(asJson) })];
  const { id, status, said, counts } = rollout;
  const parts = Object.entries(counts).filter(([, number]) => number > 0);
  return [
    paint(isWell(rollout) ? 'green' : 'yellow', `${id}: ${status}. ${printable(said ?? '')}`.trim()),
    `  ${parts.map(([name, number]) => `${number.toLocaleString('en')} ${name}`).join(', ')}`,
    ...stuck
      .slice(0, MOST_SHOWN)
      .map(
        ({ domain, status: of, detail, todo }) =>
          `  ${of === 'failed' ? '✗' : '·'} ${domain}: ${printable([detail, todo].filter(Boolean).join(' '))}`,
      ),
    ...(stuck.length > MOST_SHOWN ? [`  … and ${stuck.length - MOST_SHOWN} more: enablement rollout report ${id}`] : []),
    ...(status === 'paused' || status === 'at canary' ? [nextStep(rollout)] : []),
  ];
}

const asJson = ({ domain, status, outcome, login, detail, todo, tries }: RolloutDomain) => ({
  domain,
  status,
  outcome,
  login,
  detail,
  todo,
  tries,
});

/** A line a roll-out. */
export function rolloutLine({ id, status, counts, by, begunAt }: Rollout): string {
  const total = Object.values(counts).reduce((sum, one) => sum + one, 0);
  const when = begunAt.toISOString().slice(0, 16).replace('T', ' ');
  return `${when} UTC  ${id}  ${status}  ${counts.synchronized} of ${total} synchronized, ${counts.failed} failed  by ${printable(by)}`;
}
