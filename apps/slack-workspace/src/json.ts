/** A JSON object as it came over the wire: nothing about its fields is known yet. */
export type Fields = { [name: string]: unknown };

/** A Block Kit block of a stored message or view; Slack gives every one a `block_id`. */
export type Block = Fields & { type: string; block_id: string };

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value when it is a string, otherwise undefined. */
export function textAt(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === 'string' ? value : undefined;
}

/** The objects of a list; whatever else the list holds is left out. */
export function listAt(fields: Fields, name: string): Fields[] {
  const value = fields[name];
  return Array.isArray(value) ? value.filter(isFields) : [];
}

/** The object at `name`, or undefined. */
export function fieldsAt(fields: Fields, name: string): Fields | undefined {
  const value = fields[name];
  return isFields(value) ? value : undefined;
}

/** Parses JSON; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
