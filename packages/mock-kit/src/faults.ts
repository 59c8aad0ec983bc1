import { z } from 'zod';

/** A bad day, ordered by a person or a test through `POST /_mock/faults`. */
const faultShape = z
  .strictObject({
    /** An operationId, or `*` for any. */
    operation: z.string(),
    times: z.int().min(1).max(1_000_000).default(1),
    status: z.int().min(200).max(599).optional(),
    headers: z.record(z.string().regex(/^[A-Za-z0-9-]+$/), z.string().regex(/^[^\r\n]*$/)).optional(),
    /** Text goes out as it is, anything else as JSON. */
    body: z.unknown().optional(),
    delayMs: z.int().min(0).max(600_000).optional(),
    /** The connection breaks without an answer. */
    drop: z.boolean().optional(),
    /** The handler runs first and its answer gets lost. */
    after: z.boolean().optional(),
  })
  .refine((fault) => fault.status !== undefined || fault.delayMs !== undefined || fault.drop === true, {
    message: 'a fault needs one of status, delayMs, drop',
  });

export type Fault = z.infer<typeof faultShape>;

export class WrongFault extends Error {
  override readonly name = 'WrongFault';
}

export interface Faults {
  /** Takes one fault or a list. Throws `WrongFault` with a sentence. */
  order(body: unknown): readonly Fault[];
  /** The next fault of this operation, used up by one. */
  take(operation: string): Fault | undefined;
  waiting(): readonly Fault[];
  clear(): void;
}

export function createFaults(operations: readonly string[]): Faults {
  let waiting: Fault[] = [];
  return {
    order(body) {
      const parsed = z.array(faultShape).safeParse(Array.isArray(body) ? body : [body]);
      if (!parsed.success) throw new WrongFault(z.prettifyError(parsed.error));
      for (const { operation } of parsed.data) {
        if (operation !== '*' && !operations.includes(operation)) {
          throw new WrongFault(`there is no operation "${operation}"; there are: ${operations.join(', ')}`);
        }
      }
      waiting.push(...parsed.data);
      return parsed.data;
    },
    take(operation) {
      const fault = waiting.find((candidate) => candidate.operation === operation || candidate.operation === '*');
      if (fault === undefined) return undefined;
      fault.times -= 1;
      waiting = waiting.filter((candidate) => candidate.times > 0);
      return fault;
    },
    waiting: () => waiting,
    clear() {
      waiting = [];
    },
  };
}
