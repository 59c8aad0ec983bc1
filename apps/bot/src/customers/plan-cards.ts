import { createHash } from 'node:crypto';
import { type Clock, type CustomerPlans, type CustomerRuns, type KeptPlan, seconds, Unreachable } from '@enablement/core';
import { isChannelGone, isMessageGone, isRefusal, type Outbox } from '../cards/outbox.ts';
import type { Outboxes } from '../cards/outboxes.ts';
import { Held } from '../cards/pace.ts';
import type { Card } from '../cards/run-card.ts';
import { type MakingDeps, makeKeptPlan } from './make-plans.ts';
import { isSettled, planCard } from './plan-card.ts';

const EVENT = 'customer_plan';
/** No card is edited more often, and no plan tried again more often while nobody answers. */
const PACE = seconds(1);
const PATIENT = seconds(10);

export interface PlanCardsDeps extends MakingDeps {
  readonly plans: CustomerPlans;
  readonly runs: Pick<CustomerRuns, 'get' | 'actions'>;
  readonly outboxes: Pick<Outboxes, 'of'>;
  readonly clock: Clock;
}

/** Makes the plans that were asked for and keeps their cards up to date, from the database alone: both may die at any line. */
export class PlanCards {
  readonly #deps: PlanCardsDeps;
  readonly #notBefore = new Map<string, number>();

  constructor(deps: PlanCardsDeps) {
    this.#deps = deps;
  }

  /** One pass over the plans that are open. One that fails does not hold up the others. */
  async pass(): Promise<void> {
    const errors: unknown[] = [];
    for (const kept of await this.#deps.plans.open()) {
      if (this.#now() < (this.#notBefore.get(kept.id) ?? 0)) continue;
      await this.#step(kept).catch((error: unknown) => {
        if (error instanceof Held) return;
        this.#notBefore.set(kept.id, this.#now() + PATIENT);
        if (!(error instanceof Unreachable) && !isRefusal(error)) errors.push(error);
      });
    }
    if (errors.length > 0) throw errors[0];
  }

  async #step(kept: KeptPlan): Promise<void> {
    // The card first: making a plan may take a while.
    await this.#show(kept);
    if (kept.status === 'making') await makeKeptPlan(this.#deps, kept);
  }

  async #show(kept: KeptPlan): Promise<void> {
    const { plans, runs, outboxes } = this.#deps;
    const run = kept.run === undefined ? undefined : await runs.get(kept.run);
    const stuck = run === undefined ? [] : await runs.actions(run.id, ['failed', 'skipped']);
    const card = planCard(kept, run, stuck);
    const shown = createHash('sha256').update(JSON.stringify(card)).digest('hex').slice(0, 16);
    if (kept.card?.shown === shown) return isSettled(kept, run) ? await plans.close(kept.id) : undefined;
    const way = await outboxes.of(kept.team);
    if (way === undefined) return;
    try {
      await plans.shown(kept.id, await this.#put(way.outbox, kept, card), shown);
      this.#notBefore.set(kept.id, this.#now() + PACE);
    } catch (error) {
      await this.#move(way.outbox, kept, error);
    }
  }

  async #put(outbox: Outbox, { id, room, card: at }: KeptPlan, card: Card): Promise<string> {
    const { plans } = this.#deps;
    if (at?.ts !== undefined) {
      await outbox.edit(room, at.ts, card);
      return at.ts;
    }
    const posted = await outbox.post({
      channel: room,
      key: `plan/${id}`,
      event: EVENT,
      attempted: at?.attempted,
      message: card,
      attempt: () => plans.attempt(id),
    });
    if (posted.before) await outbox.edit(room, posted.ts, card);
    return posted.ts;
  }

  async #move(outbox: Outbox, { id, room, by }: KeptPlan, error: unknown): Promise<void> {
    if (isMessageGone(error)) return this.#deps.plans.move(id, room);
    if (isChannelGone(error)) {
      const direct = await outbox.direct(by);
      if (direct !== undefined && direct !== room) return this.#deps.plans.move(id, direct);
    }
    throw error;
  }

  #now(): number {
    return this.#deps.clock.now().getTime();
  }
}
