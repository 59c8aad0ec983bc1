import type { AuditEntry } from '@enablement/core';
import { z } from 'zod';
import { cut } from './rich-text.ts';
import { mark, moment, plain, SIGN } from './words.ts';

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

/** More domains than this that went through the same thing are told in one line. */
const MOST_ALIKE = 5;

/**
 * What a thread tells of these entries, a line each, oldest first. `before` is what was told last: a step that is tried again every
 * hour and fails alike is told once.
 */
export function historyLines(
  before: readonly AuditEntry[],
  entries: readonly AuditEntry[],
  nameOf: (person: string) => string,
): readonly string[] {
  const failed = new Map<string, string>();
  for (const entry of before) again(failed, entry);
  const worth = entries.filter((entry) => !again(failed, entry) && entry.outcome !== 'refused' && !UNTOLD.has(entry.action));
  const groups = Map.groupBy(worth, alike);
  return [...groups.values()].flatMap((group) =>
    group.length > MOST_ALIKE ? [together(group)] : group.map((entry) => line(entry, nameOf)),
  );
}

/** Whether the same try of the same step failed in the same way before. */
function again(failed: Map<string, string>, { action, outcome, subject, details }: AuditEntry): boolean {
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
  const { step = '' } = Details.parse(entry.details);
  const apart = entry.subject.domain === undefined || entry.outcome !== 'done';
  return apart ? String(entry.seq) : `${entry.action}/${step}/${saidIn(entry)}`;
}

function together(group: readonly AuditEntry[]): string {
  const [first] = group;
  if (first === undefined) return '';
  const names = group.slice(0, 3).map(({ subject }) => `\`${plain(subject.domain ?? '')}\``);
  return `${mark(SIGN.done)} ${what(first)} · ${group.length} domains: ${names.join(', ')} and ${group.length - 3} more`;
}

function line(entry: AuditEntry, nameOf: (person: string) => string): string {
  const { actor, subject, at, outcome } = entry;
  const who =
    actor.kind === 'person'
      ? ` · ${plain(nameOf(actor.id ?? ''))}`
      : actor.kind === 'Acrobits'
        ? ' · whoever has Acrobits’ link'
        : '';
  const about = subject.domain === undefined ? '' : ` · \`${plain(cut(subject.domain, 100))}\``;
  const { todo } = Details.parse(entry.details);
  const next = outcome === 'failed' && todo ? `\n      → ${plain(cut(todo, 600))}` : '';
  const sign = outcome === 'failed' ? SIGN.problem : entry.action === 'step ended' ? SIGN.done : 'small_blue_diamond';
  return `${mark(sign)} ${what(entry)}${about}${who} · ${moment(new Date(at))}${next}`;
}

function what(entry: AuditEntry): string {
  const { step } = Details.parse(entry.details);
  const title = step ?? entry.action[0]?.toUpperCase().concat(entry.action.slice(1)) ?? '';
  const said = saidIn(entry);
  return `*${plain(title)}*${said === '' ? '' : `: ${plain(cut(said, 600))}`}`;
}

/** A step's detail names an account of its domain sometimes, so of domains that are alike only the answer counts. */
function saidIn({ details }: AuditEntry): string {
  const { detail, field, why, reason, cloudId, messagingHost } = Details.parse(details);
  const values = cloudId && messagingHost ? `cloudId ${cloudId}, messaging host ${messagingHost}` : undefined;
  return detail ?? field ?? values ?? reason ?? why ?? '';
}
