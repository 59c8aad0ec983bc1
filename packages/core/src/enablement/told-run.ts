import { type Duration, days, hours, minutes, seconds } from '../duration.ts';
import { Refused, Unreachable } from '../errors.ts';
import type { Json, Retry, Run } from '../ports/engine.ts';
import type { Ports } from './ports.ts';
import { dueAfter, type Looked, type Patience, type Reminding, remind } from './reminding.ts';
import type { Asked, Enablement, RunKey } from './state.ts';
import type { StepName } from './steps.ts';

/**
 * Something a person must act on. `again`: when we try again by ourselves all the same. `final`: trying again is pointless.
 * `asks`: what is asked of people beyond trying again.
 */
export type Problem = {
  readonly problem: string;
  readonly todo: string;
  readonly again?: Duration;
  readonly final?: true;
  readonly asks?: Asked;
};
export type Done = { readonly done: string };

/** Approvers are waited for, as a card names them; at `until` (milliseconds since 1970) it is looked at again. */
export type Waiting = { readonly waiting: string; readonly until: number; readonly reminder: string };

/** Others are at it, and nothing is wrong: it is looked at again after a while. */
export type Busy = { readonly busy: string; readonly again: Duration };

type Outcome =
  | Done
  | Busy
  | (Problem & { readonly at: number; readonly due?: number })
  | (Waiting & { readonly at: number; readonly due?: number });

/** Thrown inside a workflow whose enablement or domain was cancelled; only the workflow's own end catches it. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

export const PATIENT: Retry = { times: 6, first: seconds(1), most: seconds(30) };

const NUDGE = 'nudge';
const IMPATIENT_UNTIL: Duration = minutes(5);
const MOST_PATIENT: Duration = hours(1);

export interface Wait extends Reminding {
  /** Who is waited for, as a card names them. */
  readonly waitsFor: string;
}

type Told = Pick<Ports, 'register' | 'clock' | 'policy'>;

/**
 * A run that tells the register what happens: each step is noted as it starts, waits, fails and ends, under the name the
 * operator sees. All notes are written inside of engine steps, and writing one twice is harmless.
 */
export class ToldRun {
  readonly #run: Run;
  readonly #ports: Told;
  readonly #enablement: string;
  readonly #key: RunKey;
  /** Counts the tries of steps. A run that starts again comes to the same numbers, so what a crash repeats is known by its number. */
  #tries = 0;

  constructor(run: Run, ports: Told, enablement: string, key: RunKey = enablement) {
    this.#run = run;
    this.#ports = ports;
    this.#enablement = enablement;
    this.#key = key;
  }

  /** Waits until `met` gives a detail to show. Signals only wake; what counts is what the register and the vault hold. */
  async until(name: StepName, wait: Wait, met: () => Promise<string | undefined>): Promise<void> {
    let patience: Patience | undefined;
    for (;;) {
      const seen = await this.#act(`${name}: look`, async () => {
        const detail = await met();
        await this.note(name, detail === undefined ? { status: 'waiting', detail: wait.waitsFor } : { status: 'done', detail });
        const now = this.#ports.clock.now();
        return { met: detail !== undefined, at: now.getTime(), due: dueAfter(this.#ports, now, wait.every) };
      });
      if (seen.met) return;
      patience ??= begin(seen);
      patience = await this.#pause(name, seen.at, patience, wait);
    }
  }

  /**
   * Does something that may fail in ways a person can mend. Tries again by itself while nobody answers, shows a problem and
   * waits when it does not help, and goes on when somebody asks. `approval` is the step at which approvers are waited for.
   * False when the problem is final or `longest` has passed.
   */
  async solve(
    name: StepName,
    act: () => Promise<Done | Problem | Waiting | Busy>,
    { longest = days(3650), approval = name }: { readonly longest?: Duration; readonly approval?: StepName } = {},
  ): Promise<boolean> {
    const started = await this.#run.step(`${name}: begin`, async () => this.#ports.clock.now().getTime());
    let patience: Patience | undefined;
    for (let tries = 0; ; tries++) {
      const result = await this.#try(name, approval, act, tries);
      if ('done' in result) return true;
      const end = started + longest;
      if ('busy' in result) {
        await this.#run.waitFor(NUDGE, result.again);
        continue;
      }
      if (('final' in result && result.final) || result.at >= end) return false;
      if ('again' in result && result.again !== undefined) {
        await this.#run.waitFor(NUDGE, Math.min(result.again, end - result.at));
        continue;
      }
      patience ??= begin(result);
      const reminding =
        'waiting' in result
          ? ({ text: result.reminder, whom: 'approvers' } as const)
          : ({ text: `${result.problem} ${result.todo}` } as const);
      const until = 'waiting' in result ? Math.min(end, result.until) : end;
      patience = await this.#pause(name, result.at, patience, { ...reminding, every: this.#ports.policy.reminders.every }, until);
    }
  }

  /** A step without expected problems. */
  async step(name: StepName, act: () => Promise<Done>): Promise<void> {
    await this.solve(name, act);
  }

  /** What a step of this run has come to; inside of an engine step only. */
  note(step: StepName, note: Parameters<Ports['register']['note']>[2]): Promise<void> {
    return this.#ports.register.note(this.#key, step, { ...note, occasion: `${this.#run.key} ${this.#tries}` });
  }

  /** Until somebody nudges, or a reminder was due, or `until`. */
  async #pause(
    name: StepName,
    at: number,
    patience: Patience,
    reminding: Reminding,
    until = Number.POSITIVE_INFINITY,
  ): Promise<Patience> {
    const pause = Math.min(patience.due, until) - at;
    if (pause > 0 && (await this.#run.waitFor(NUDGE, pause)) !== undefined) return patience;
    if (until <= patience.due) return patience;
    const looks = patience.looks + 1;
    const step = `${name}: remind ${looks}`;
    const looked = await this.#act<Looked | null>(step, (enablement) =>
      remind(this.#ports, enablement, step, this.#key, reminding, patience),
    );
    // A run that began before there were business days has journalled nothing here.
    return looked === null ? { ...patience, due: patience.due + days(1), looks } : { ...patience, ...looked, looks };
  }

  async #try(
    name: StepName,
    approval: StepName,
    act: () => Promise<Done | Problem | Waiting | Busy>,
    tries: number,
  ): Promise<Outcome> {
    const { every } = this.#ports.policy.reminders;
    const timed = () => {
      const now = this.#ports.clock.now();
      return { at: now.getTime(), due: dueAfter(this.#ports, now, every) };
    };
    try {
      return await this.#act(name, async () => {
        await this.note(name, { status: 'running' });
        const result = await act().catch(async (error: unknown) => {
          if (error instanceof Unreachable)
            await this.note(name, { status: 'running', detail: `${error.message} Trying again.` });
          throw error;
        });
        if ('done' in result) {
          await this.note(name, { status: 'done', detail: result.done });
          return result;
        }
        if ('busy' in result) {
          await this.note(name, { status: 'running', detail: result.busy });
          return result;
        }
        if ('waiting' in result) {
          await this.note(approval, { status: 'waiting', detail: result.waiting });
          await this.note(name, { status: 'ahead' });
          return { ...result, ...timed() };
        }
        const troubled = result.asks === 'approval' ? approval : name;
        await this.note(troubled, { status: 'problem', detail: result.problem, todo: result.todo, asks: result.asks });
        if (troubled !== name) await this.note(name, { status: 'ahead' });
        return { ...result, ...timed() };
      });
    } catch (error) {
      if (error instanceof Cancelled) throw error;
      const problem = explain(error, tries);
      return await this.#act(`${name}: explain`, async () => {
        await this.note(name, { status: 'problem', detail: problem.problem, todo: problem.todo });
        return { ...problem, ...timed() };
      });
    }
  }

  /** Every step first looks whether the enablement, or the domain, still is wanted. */
  async #act<T extends Json>(name: string, act: (enablement: Enablement) => Promise<T>): Promise<T> {
    this.#tries += 1;
    const result = await this.#run.step<{ readonly cancelled: true } | { readonly value: T }>(
      name,
      async () => {
        const enablement = await this.#ports.register.get(this.#enablement, this.#key.split('/')[1]);
        if (enablement === undefined || isCancelled(enablement, this.#key)) return { cancelled: true };
        return { value: await act(enablement) };
      },
      PATIENT,
    );
    if ('cancelled' in result) throw new Cancelled();
    return result.value;
  }
}

const begin = ({ at, due }: { readonly at: number; readonly due?: number }): Patience => ({
  since: at,
  due: due ?? at + days(1),
  looks: 0,
  reminded: 0,
});

function isCancelled({ status, domains }: Enablement, run: RunKey): boolean {
  const [, name] = run.split('/');
  return status === 'cancelled' || domains.some(({ domain, status }) => domain === name && status === 'cancelled');
}

export function explain(error: unknown, tries: number): Problem {
  if (error instanceof Unreachable)
    return { problem: error.message, todo: error.todo, again: Math.min(IMPATIENT_UNTIL * 2 ** tries, MOST_PATIENT) };
  if (error instanceof Refused) return { problem: error.message, todo: error.todo };
  const name = error instanceof Error ? error.name : typeof error;
  return {
    problem: `Something in this program went wrong (${name}).`,
    todo: 'Nothing is lost. Look into the bot’s log, then press “Try again”.',
  };
}
