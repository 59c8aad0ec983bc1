import type { AuditEntry, Enablement } from '@enablement/core';

/** Everybody whose name the page needs. */
export function peopleIn(enablement: Enablement, entries: readonly AuditEntry[]): readonly string[] {
  const actors = entries.flatMap(({ actor }) => (actor.kind === 'person' && actor.id !== undefined ? [actor.id] : []));
  return [enablement.requestedBy, enablement.responsible, ...actors];
}

/** A person’s name. Whom we never heard the name of stays a colleague: an id means nothing to a reader. */
export const nameOf = (names: ReadonlyMap<string, string>, person: string): string => names.get(person) ?? 'a colleague in Slack';
