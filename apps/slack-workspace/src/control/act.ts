import type { z } from 'zod';
import { NotPossible } from '../acts/person.ts';
import type { Slack } from '../slack.ts';
import type { Slacks } from '../slacks.ts';

/** Something that can be asked for by POST: what it does with the body. `slack` is the workspace that the body's ids are of. */
export type Act = (slack: Slack, body: unknown, slacks: Slacks) => unknown;

export function act<Shape extends z.ZodType>(
  shape: Shape,
  run: (slack: Slack, given: z.infer<Shape>, slacks: Slacks) => unknown,
): Act {
  return (slack, body, slacks) => run(slack, shape.parse(body), slacks);
}

export function known<Thing>(thing: Thing | undefined, id: string): Thing {
  if (thing === undefined) throw new NotPossible(`There is no ${id} here.`);
  return thing;
}
