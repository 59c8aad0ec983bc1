import { z } from 'zod';

/**
 * What shall go wrong. `method` is a Web API method, `response_url`, `deliver` (the workspace calling the app), or `*` (every call of the app).
 * Without `times` it happens once, `down` until it is taken back.
 */
export const Fault = z.strictObject({
  method: z.string().min(1),
  times: z.int().positive().optional(),
  /** HTTP status to answer with, for example 429 or 500. */
  status: z.int().min(200).max(599).optional(),
  /** Slack error to answer with (HTTP 200). */
  error: z.string().optional(),
  /** Seconds, sent as Retry-After. */
  retryAfter: z.number().nonnegative().optional(),
  /** Milliseconds of the machine's time before anything happens. */
  delayMs: z.int().min(0).max(120_000).optional(),
  /** The connection is cut without an answer. */
  drop: z.boolean().optional(),
  /** Like `drop`, until `down: false`. */
  down: z.boolean().optional(),
  /** The call takes effect first, and only its answer is lost or replaced. */
  after: z.boolean().optional(),
});
export type Fault = z.infer<typeof Fault>;

export interface Faults {
  plan(fault: Fault): void;
  /** The fault that this call meets, now used once. */
  take(method: string): Fault | undefined;
  list(): readonly Fault[];
  /** Whether every call is cut off. */
  isDown(): boolean;
  reset(): void;
}

export function createFaults(): Faults {
  let planned: { fault: Fault; left: number }[] = [];
  return {
    plan(fault) {
      if (fault.down !== undefined)
        planned = planned.filter((one) => !(one.fault.down === true && one.fault.method === fault.method));
      if (fault.down === false) return;
      planned.push({ fault, left: fault.down === true ? Number.POSITIVE_INFINITY : (fault.times ?? 1) });
    },
    take(method) {
      const hit = planned.find(({ fault }) => fault.method === method || (fault.method === '*' && method !== 'deliver'));
      if (hit === undefined) return undefined;
      hit.left -= 1;
      if (hit.left <= 0) planned = planned.filter((one) => one !== hit);
      return hit.fault;
    },
    list: () => planned.map((one) => one.fault),
    isDown: () => planned.some(({ fault }) => fault.method === '*' && fault.down === true),
    reset: () => {
      planned = [];
    },
  };
}
