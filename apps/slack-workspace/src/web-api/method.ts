import { z } from 'zod';
import type { Problem } from '../blocks/problem.ts';
import { type Fields, parseJson } from '../json.ts';
import type { Slack } from '../slack.ts';

/** A Web API answer: always HTTP 200, `ok` tells. */
export type Reply = Fields & { ok: boolean };
export type Method = (args: Fields, slack: Slack) => Reply;

export function ok(fields: Fields = {}): Reply {
  return { ok: true, ...fields };
}

export function fail(error: string, fields: Fields = {}): Reply {
  return { ok: false, error, ...fields };
}

/** Slack's answer to blocks or views that break a rule: a sentence for each, with its JSON pointer. */
export function failBlocks(error: string, problems: readonly Problem[]): Reply {
  const errors = problems.map(({ message, pointer }) => `${message} [json-pointer:${pointer}]`);
  return fail(error, { errors, response_metadata: { messages: errors.map((one) => `[ERROR] ${one}`) } });
}

/** A method whose arguments have a shape; anything else is `invalid_arguments`, and the messages say which. */
export function method<Shape extends z.ZodType>(shape: Shape, run: (args: z.infer<Shape>, slack: Slack) => Reply): Method {
  return (args, slack) => {
    const parsed = shape.safeParse(args);
    if (parsed.success) return run(parsed.data, slack);
    const messages = parsed.error.issues.map((issue) => `[ERROR] ${issue.message} [json-pointer:/${issue.path.join('/')}]`);
    return fail('invalid_arguments', { response_metadata: { messages } });
  };
}

/** JSON inside a form field, which is how Slack's own clients send blocks, views and metadata. */
export const embedded = z.preprocess((value) => (typeof value === 'string' ? (parseJson(value) ?? value) : value), z.unknown());

/** A flag, as JSON or as the words that forms carry. */
export const flag = z.preprocess((value) => value === true || value === 'true' || value === '1' || value === 1, z.boolean());

export const limit = z.coerce.number().int().min(1).max(1000).default(100);

export interface Paged<Item> {
  readonly page: Item[];
  readonly next: string;
}

/** A page of a list. Cursors are offsets in base64, opaque to the caller as Slack's are; undefined when the cursor is none of ours. */
export function paginate<Item>(items: readonly Item[], size: number, cursor: string | undefined): Paged<Item> | undefined {
  const start =
    cursor === undefined || cursor === '' ? 0 : Number(Buffer.from(cursor, 'base64').toString('utf8').replace('next:', ''));
  if (!Number.isInteger(start) || start < 0) return undefined;
  const more = start + size < items.length;
  return { page: items.slice(start, start + size), next: more ? Buffer.from(`next:${start + size}`).toString('base64') : '' };
}
