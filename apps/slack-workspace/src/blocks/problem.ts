import type { Fields } from '../json.ts';

/** What is wrong with a block, and where: `pointer` is a JSON pointer such as `/blocks/0/text/text`. */
export interface Problem {
  readonly pointer: string;
  readonly code: 'failed_constraint' | 'missing_field' | 'unsupported_type' | 'unknown_field' | 'wrong_type';
  readonly message: string;
}

/** A place inside the blocks that are being checked; problems found there land in one list. */
export interface Spot {
  readonly pointer: string;
  readonly problems: Problem[];
}

export function inside(spot: Spot, ...path: (string | number)[]): Spot {
  return { pointer: [spot.pointer, ...path].join('/'), problems: spot.problems };
}

export function complain(spot: Spot, code: Problem['code'], message: string): void {
  spot.problems.push({ pointer: spot.pointer, code, message });
}

/** Slack refuses fields it does not know; a misspelt one would otherwise be lost silently. */
export function allowOnly(spot: Spot, fields: Fields, names: readonly string[]): void {
  for (const name of Object.keys(fields)) {
    if (!names.includes(name)) complain(inside(spot, name), 'unknown_field', `invalid additional property: ${name}`);
  }
}

/** A string field and its length. Lengths are what Slack's reference pages give. */
export function checkString(
  spot: Spot,
  fields: Fields,
  name: string,
  rule: { max: number; min?: number; required?: boolean },
): void {
  const value = fields[name];
  if (value === undefined) {
    if (rule.required === true) complain(spot, 'missing_field', `missing required field: ${name}`);
    return;
  }
  const at = inside(spot, name);
  if (typeof value !== 'string') complain(at, 'wrong_type', 'must be a string');
  else if (value.length > rule.max) complain(at, 'failed_constraint', `must be less than ${rule.max + 1} characters`);
  else if (value.length < (rule.min ?? 0))
    complain(at, 'failed_constraint', `must be more than ${(rule.min ?? 0) - 1} characters`);
}

/** A list and how many items it may hold; undefined when it is no list. */
export function checkList(
  spot: Spot,
  fields: Fields,
  name: string,
  rule: { min: number; max: number; required?: boolean },
): unknown[] | undefined {
  const value = fields[name];
  if (value === undefined) {
    if (rule.required !== false) complain(spot, 'missing_field', `missing required field: ${name}`);
    return undefined;
  }
  const at = inside(spot, name);
  if (!Array.isArray(value)) {
    complain(at, 'wrong_type', 'must be an array');
    return undefined;
  }
  if (value.length > rule.max) complain(at, 'failed_constraint', `no more than ${rule.max} items allowed`);
  if (value.length < rule.min) complain(at, 'failed_constraint', `must have at least ${rule.min} items`);
  return value;
}

export function checkUrl(spot: Spot, fields: Fields, name: string): void {
  const value = fields[name];
  if (value === undefined) return;
  checkString(spot, fields, name, { max: 3000, min: 1 });
  if (typeof value === 'string' && !(URL.canParse(value) && /^(https?|mailto|slack):/i.test(value)))
    complain(inside(spot, name), 'failed_constraint', 'must be a valid URL');
}
