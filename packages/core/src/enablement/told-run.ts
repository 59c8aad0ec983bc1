import { type Duration, days, hours, minutes, seconds } from '../duration.ts';
import { Refused, Unreachable } from '../errors.ts';
import type { Json, Retry, Run } from '../ports/engine.ts';
import type { Ports } from './ports.ts';
import type { Asked, RunKey } from './state.ts';
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

/** Thrown inside a workflow whose enablement was cancelled; only the workflow's own end catches it. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

export const PATIENT: Retry = { times: 6, first: seconds(1), most: seconds(30) };

const NUDGE = 'nudge';
const IMPATIENT_UNTIL: Duration = minutes(5);
const MOST_PATIENT: Duration = hours(1);

export interface Wait {
  /** Who is waited for, as a card names them. */
  readonly whom: string;
  readonly remindEvery: Duration;
  readonly reminder: string;
}

/**
 * A run that tells the register what happens: each step is noted as it starts, waits, fails and ends, under the name the
 * operator sees. All notes are written inside of engine steps, and writing one twice is harmless.
 */
export class ToldRun {
  readonly #run: Run;
  readonly #ports: Pick<Ports, 'register' | 'clock'>;
  readonly #enablement: string;
  readonly #key: RunKey;
  /** Counts the tries of steps. A run that starts again comes to the same numbers, so what a crash repeats is known by its number. */
  #tries = 0;

  constructor(run: Run, ports: Pick<Ports, 'register' | 'clock'>, enablement: string, key: RunKey = enablement) {
    this.#run = run;
    this.#ports = ports;
    this.#enablement = enablement;
    this.#key = key;
  }

  /** Waits until `met` gives a detail to show. Signals only wake; what counts is what the register and the vault hold. */
  async until(name: StepName, wait: Wait, met: () => Promise<string | undefined>): Promise<void> {
    let since: number | undefined;
    for (let reminders = 0; ; ) {
      const seen = await this.#act(`${name}: look`, async () => {
        const detail = await met();
        await this.#note(name, detail === undefined ? { status: 'waiting', detail: wait.whom } : { status: 'done', detail });
        return { met: detail !== undefined, at: this.#ports.clock.now().getTime() };
      });
      if (seen.met) return;
      since ??= seen.at;
      if ((await this.#run.waitFor(NUDGE, wait.remindEvery)) !== undefined) continue;
      reminders += 1;
      await this.#remind(`${name}: remind ${reminders}`, since, wait.reminder);
    }
  }

  /**
   * Does something that may fail in ways a person can mend. Tries again by itself while nobody answers, shows a problem and
   * waits when it does not help, and goes on when somebody asks. False when the problem is final or `patience` has run out.
   */
  async solve(name: StepName, act: () => Promise<Done | Problem>, patience: Duration = days(3650)): Promise<boolean> {
    const started = await this.#run.step(`${name}: begin`, async () => this.#ports.clock.now().getTime());
    for (let tries = 0; ; tries++) {
      const result = await this.#try(name, act, tries);
      if ('done' in result) return true;
      const left = patience - (result.at - started);
      if (result.final || left <= 0) return false;
      const nudged = await this.#run.waitFor(NUDGE, Math.min(result.again ?? days(1), left));
      if (nudged === undefined && result.again === undefined)
        await this.#remind(`${name}: remind ${tries}`, started, `${result.problem} ${result.todo}`);
    }
  }

  /** A step without expected problems. */
  async step(name: StepName, act: () => Promise<Done>): Promise<void> {
    await this.solve(name, act);
  }

  async #try(
    name: StepName,
    act: () => Promise<Done | Problem>,
    tries: number,
  ): Promise<Done | (Problem & { readonly at: number })> {
    try {
      return await this.#act(name, async () => {
        await this.#note(name, { status: 'running' });
        const result = await act().catch(async (error: unknown) => {
          if (error instanceof Unreachable)
            await this.#note(name, { status: 'running', detail: `${error.message} Trying again.` });
          throw error;
        });
        if ('done' in result) {
          await this.#note(name, { status: 'done', detail: result.done });
          return result;
        }
        await this.#note(name, { status: 'problem', detail: result.problem, todo: result.todo, asks: result.asks });
        return { ...result, at: this.#ports.clock.now().getTime() };
      });
    } catch (error) {
      if (error instanceof Cancelled) throw error;
      const problem = explain(error, tries);
      return await this.#act(`${name}: explain`, async () => {
        await this.#note(name, { status: 'problem', detail: problem.problem, todo: problem.todo });
        return { ...problem, at: this.#ports.clock.now().getTime() };
      });
    }
  }

  /** Every step first looks whether the enablement still is wanted. */
  async #act<T extends Json>(name: string, act: () => Promise<T>): Promise<T> {
    this.#tries += 1;
    const result = await this.#run.step<{ readonly cancelled: true } | { readonly value: T }>(
      name,
      async () => {
        const enablement = await this.#ports.register.get(this.#enablement);
        if (enablement === undefined || enablement.status === 'cancelled') return { cancelled: true };
        return { value: await act() };
      },
      PATIENT,
    );
    if ('cancelled' in result) throw new Cancelled();
    return result.value;
  }

  /** `since` tells apart the times that one step is waited at. */
  async #remind(step: string, since: number, text: string): Promise<void> {
    await this.#act(step, async () => {
      await this.#ports.register.remind(this.#enablement, `${this.#key}/${step}/${since}`, text);
      return null;
    });
  }

  #note(step: StepName, note: Parameters<Ports['register']['note']>[2]): Promise<void> {
    return this.#ports.register.note(this.#key, step, { ...note, occasion: `${this.#run.key} ${this.#tries}` });
  }
}

function explain(error: unknown, tries: number): Problem {
  if (error instanceof Unreachable)
    return { problem: error.message, todo: error.todo, again: Math.min(IMPATIENT_UNTIL * 2 ** tries, MOST_PATIENT) };
  if (error instanceof Refused) return { problem: error.message, todo: error.todo };
  const name = error instanceof Error ? error.name : typeof error;
  return {
    problem: `Something in this program went wrong (${name}).`,
    todo: 'Nothing is lost. Look into the bot’s log, then press “Try again”.',
  };
}
