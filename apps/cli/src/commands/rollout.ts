import { AT_ONCE, type Turn } from '@enablement/core';
import type { Argv } from 'yargs';
import { applyRollout, turnRollout } from '../rollout/apply.ts';
import { planRolloutOf } from '../rollout/plan.ts';
import { makePages, reportRollout, showRollouts } from '../rollout/report.ts';

const json = { type: 'boolean', default: false, describe: 'For programs: one JSON object' } as const;
const watch = {
  type: 'number',
  default: 10,
  describe: 'Minutes to watch for Acrobits’ subscriptions while not one more is seen',
} as const;
const passwordEnv = {
  type: 'string',
  describe: 'Environment variable with the password of all accounts that have no other',
} as const;

const TURNS: readonly (readonly [turn: Turn, says: string])[] = [
  ['pause', 'Stop it after what is under way'],
  ['resume', 'Let it go on, also after a crash'],
  ['continue', 'Let it go on after its canary'],
  ['cancel', 'Give it up; what is done stays done'],
];

/** Natural numbers only: yargs takes `NaN` for one. */
const whole =
  (name: string, from: number, to: number) =>
  (value: number): number => {
    if (Number.isInteger(value) && value >= from && value <= to) return value;
    throw new Error(`--${name} is a number from ${from} to ${to.toLocaleString('en')}.`);
  };

/** `enablement rollout …`: messaging for many domains. Without a further word it only looks. */
export function rolloutWords(words: Argv, ending: (code: Promise<number>) => Promise<void>): Argv {
  const withPlan = words
    .command(
      '$0 [csv]',
      'Say what a roll-out of messaging over many domains would do, and write the plan',
      (more) =>
        more.positional('csv', { type: 'string', describe: 'Columns: domain, and perhaps login and password_env' }).options({
          reseller: { type: 'string', describe: 'Instead of a file: the domains of this reseller' },
          match: { type: 'string', describe: 'Instead of a file: the domains whose name fits, such as "*.example"' },
          portal: { type: 'string', describe: 'The platform, https://… (else NS_PORTAL_URL)' },
          out: { type: 'string', describe: 'Where to write the plan (else rollout.plan.json)' },
          canary: {
            type: 'number',
            default: 0,
            describe: 'So many domains first; then it waits for a person',
            coerce: whole('canary', 0, 1_000_000),
          },
          'at-once': {
            type: 'number',
            default: AT_ONCE,
            describe: 'Calls at once to the messaging host',
            coerce: whole('at-once', 1, 200),
          },
          'password-env': passwordEnv,
          json,
        }),
      (args) => ending(planRolloutOf(args)),
    )
    .command(
      'apply <plan>',
      'Roll out exactly what a plan says, or go on with it',
      (more) =>
        more
          .positional('plan', { type: 'string', demandOption: true, normalize: true })
          .options({ yes: { type: 'boolean', default: false, describe: 'Do not ask' }, watch, json }),
      (args) => ending(applyRollout(args)),
    );
  return TURNS.reduce(
    (more, [turn, says]) =>
      more.command(
        `${turn} <id>`,
        says,
        (of) => of.positional('id', { type: 'string', demandOption: true }).options({ watch, json }),
        (args) => ending(turnRollout({ ...args, turn })),
      ),
    withPlan,
  )
    .command(
      'retry <id>',
      'Try again what has failed, and nothing else',
      (more) =>
        more.positional('id', { type: 'string', demandOption: true }).options({
          passwords: { type: 'boolean', default: false, describe: 'Also what waits for a password' },
          'password-env': passwordEnv,
          watch,
          json,
        }),
      (args) => ending(turnRollout({ ...args, turn: 'retry' })),
    )
    .command(
      'status [id]',
      'Show the roll-outs, or one of them',
      (more) => more.positional('id', { type: 'string' }).options({ json }),
      (args) => ending(showRollouts(args)),
    )
    .command(
      'report <id>',
      'Every domain and what came of it, as CSV',
      (more) =>
        more
          .positional('id', { type: 'string', demandOption: true })
          .options({ out: { type: 'string', describe: 'Write to a file' } }),
      (args) => ending(reportRollout(args)),
    )
    .command(
      'pages <id>',
      'Write one-time pages for the domains that wait for a password, to hand to customers',
      (more) =>
        more.positional('id', { type: 'string', demandOption: true }).options({
          out: { type: 'string', describe: 'Where to write them (else pages.csv)' },
          open: { type: 'number', default: 14, describe: 'Days that they stay open', coerce: whole('open', 1, 30) },
          again: { type: 'boolean', default: false, describe: 'Also for domains that have one; the old ones stop working' },
        }),
      (args) => ending(makePages(args)),
    );
}
