import { z } from 'zod';
import type { Actor, AuditEntry } from './entry.ts';

/** What a step said, which secret it was, what Acrobits answered: whatever of it an entry has. */
const Details = z
  .object({
    step: z.string(),
    detail: z.string(),
    todo: z.string(),
    field: z.string(),
    why: z.string(),
    reason: z.string(),
    cloudId: z.string(),
    messagingHost: z.string(),
  })
  .partial()
  .catch({});

/** Told elsewhere: looking changes nothing, a reminder is a message of its own, and a domain's step says what came of it. */
const UNTOLD = new Set([
  'page opened',
  'Acrobits’ page opened',
  'reminder made',
  'domain provisioned',
  'domain synchronized',
  'secret destroyed',
  'audit page issued',
  'audit downloaded',
]);

/** More domains than this that went through the same thing are told together. */
const MOST_ALIKE = 5;

/** Something that happened in a run, as people are told it. Texts are plain: who shows them escapes them. */
export interface Happening {
  /** A step that ended well, one that did not, or a deed of somebody. */
  readonly kind: 'done' | 'failed' | 'deed';
  readonly title: string;
  /** What came of it, or nothing. */
  readonly said: string;
  /** What to do about it, when it failed. */
  readonly todo?: string | undefined;
  /** One, or all that went through the same at about the same time. */
  readonly domains: readonly string[];
  readonly actor: Actor;
  readonly at: Date;
}

/**
 * What people are told of these entries, oldest first. `before` is what was told last: a step that is tried again every hour and fails
 * alike is told once.
 */
export function happenings(before: readonly AuditEntry[], entries: readonly AuditEntry[]): readonly Happening[] {
  const failed = new Map<string, string>();
  for (const entry of before) isKnown(failed, entry);
  const worth = entries.filter((entry) => !isKnown(failed, entry) && entry.outcome !== 'refused' && !UNTOLD.has(entry.action));
  return [...Map.groupBy(worth, alike).values()].flatMap((group) =>
    group.length > MOST_ALIKE ? together(group) : group.map((entry) => happening(entry)),
  );
}

/** Whether the step failed in the same way before. */
function isKnown(failed: Map<string, string>, { action, outcome, subject, details }: AuditEntry): boolean {
  if (action !== 'step ended') return false;
  const { step = '', detail = '' } = Details.parse(details);
  const key = `${subject.domain ?? ''}/${step}`;
  if (outcome === 'done') {
    failed.delete(key);
    return false;
  }
  const same = failed.get(key) === detail;
  failed.set(key, detail);
  return same;
}

/** Entries of several domains that differ in the domain alone. */
function alike(entry: AuditEntry): string {
  const { domain } = entry.subject;
  if (domain === undefined || entry.outcome !== 'done') return String(entry.seq);
  const { title, said } = happening(entry);
  // Some details name an account of the domain.
  return `${title}/${said.replaceAll(domain, '')}`;
}

function together(group: readonly AuditEntry[]): readonly Happening[] {
  const last = group.at(-1);
  if (last === undefined) return [];
  const domains = group.map(({ subject }) => subject.domain ?? '');
  const one = happening(last);
  return [{ ...one, domains, said: one.said.includes(last.subject.domain ?? '') ? '' : one.said }];
}

function happening({ action, outcome, subject, actor, at, details }: AuditEntry): Happening {
  const { step, detail, todo, field, why, reason, cloudId, messagingHost } = Details.parse(details);
  const values = cloudId && messagingHost ? `cloudId ${cloudId}, messaging host ${messagingHost}` : undefined;
  return {
    kind: outcome === 'failed' ? 'failed' : step === undefined ? 'deed' : 'done',
    title: step ?? `${action.slice(0, 1).toUpperCase()}${action.slice(1)}`,
    said: detail ?? field ?? values ?? reason ?? why ?? '',
    todo: outcome === 'failed' ? todo : undefined,
    domains: subject.domain === undefined ? [] : [subject.domain],
    actor,
    at: new Date(at),
  };
}
