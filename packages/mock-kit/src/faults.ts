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

const orderedPreset = z.strictObject({ preset: z.string(), times: faultShape.shape.times });

/** With the name it was ordered by, if it has one. */
export type Fault = z.infer<typeof faultShape> & { readonly preset?: string };

/** A fault that is worth a name: what happens, in a sentence, and why we think that it may. */
export interface Preset {
  readonly label: string;
  readonly why: string;
  readonly fault: Omit<z.input<typeof faultShape>, 'times'>;
}

export class WrongFault extends Error {
  override readonly name = 'WrongFault';
}

export interface Faults {
  /** Takes one fault, or the name of one as `{"preset":"…"}`, or a list. Throws `WrongFault` with a sentence. */
  order(body: unknown): readonly Fault[];
  /** The next fault of this operation, used up by one. */
  take(operation: string): Fault | undefined;
  waiting(): readonly Fault[];
  clear(): void;
}

export function createFaults(operations: readonly string[], presets: Readonly<Record<string, Preset>> = {}): Faults {
  let waiting: Fault[] = [];

  function read(ordered: unknown): Fault {
    if (typeof ordered !== 'object' || ordered === null || !('preset' in ordered)) return checked(parse(faultShape, ordered));
    const { preset, times } = parse(orderedPreset, ordered);
    const known = Object.hasOwn(presets, preset) ? presets[preset] : undefined;
    if (known === undefined) {
      throw new WrongFault(`there is no preset "${preset}"; there are: ${Object.keys(presets).join(', ') || 'none'}`);
    }
    return { ...checked(parse(faultShape, { ...known.fault, times })), preset };
  }

  function checked(fault: Fault): Fault {
    if (fault.operation === '*' || operations.includes(fault.operation)) return fault;
    throw new WrongFault(`there is no operation "${fault.operation}"; there are: ${operations.join(', ')}`);
  }

  return {
    order(body) {
      const faults = (Array.isArray(body) ? body : [body]).map(read);
      waiting.push(...faults);
      return faults;
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

function parse<Shape extends z.ZodType>(shape: Shape, value: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(value);
  if (!parsed.success) throw new WrongFault(z.prettifyError(parsed.error));
  return parsed.data;
}
