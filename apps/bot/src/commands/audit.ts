import { type AuditEntry, type Enablement, minutes } from '@enablement/core';
import type { AllMiddlewareArgs } from '@slack/bolt';
import { z } from 'zod';
import { ACTION } from '../cards/buttons.ts';
import { moment, person, plain, sections } from '../cards/words.ts';
import type { Desk } from '../desk.ts';
import type { Answer } from './answer.ts';

/** A download page lives this long, as the page of a secret does. */
const PAGE_OPEN = minutes(15);
const MOST_SHOWN = 5;
/** A page is about so many runs at most, or about all. */
const MOST_RUNS = 500;

type Slack = AllMiddlewareArgs['client'];

/** A page to download what was done in the runs that are meant, or everything, and the last few entries at once. */
export async function audit(desk: Desk, client: Slack, words: string, by: string): Promise<Answer> {
  const whole = words.trim() === '';
  const { runs, total } = whole ? { runs: [], total: 0 } : await desk.register.find({ words, limit: MOST_RUNS });
  if (total > runs.length)
    return `“${plain(words)}” means ${total} runs. Add a word, or type \`${desk.commands.enableAcrobits} audit\` for the audit of everything.`;
  if (runs.length === 0 && !whole)
    return `Nothing matches “${plain(words)}”. Type \`${desk.commands.enableAcrobits} audit\` for the audit of everything.`;
  const enablements = whole ? undefined : runs.map(({ id }) => id);
  const { count, last, actors } = await leaf(desk, enablements);
  const companies = await desk.register.companies(last.flatMap(({ subject }) => subject.enablement ?? []));
  const expires = new Date(desk.clock.now().getTime() + PAGE_OPEN);
  const people = await namesOf(client, actors);
  const { token, code } = await desk.auditPages.issue({ enablements, about: words.trim(), person: by, people, expires });
  const what = whole ? 'the whole audit' : `the audit of ${plain(titleOf(runs))}`;
  return {
    text: `Your page for ${what}`,
    blocks: [
      ...sections([
        `Your page for ${what}: ${count} ${count === 1 ? 'entry' : 'entries'}, as CSV or JSON. It is open for 15 minutes, for you alone.`,
        `The page asks for this code: *${code}*`,
        ...(last.length > 0 ? ['', '*Last*', ...last.map((entry) => line(entry, companies))] : []),
      ]),
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            action_id: ACTION.openPage,
            style: 'primary',
            text: { type: 'plain_text', text: 'Open the page' },
            url: `${desk.settings.publicUrl}/audit/${token.reveal()}`,
          },
        ],
      },
    ],
  };
}

/** Reads the entries through once: how many there are, the last ones, and who is in them. */
async function leaf({ audit }: Desk, enablements: readonly string[] | undefined) {
  let count = 0;
  let last: readonly AuditEntry[] = [];
  const actors = new Set<string>();
  for await (const { entry } of audit.entries(enablements)) {
    count += 1;
    last = [...last, entry].slice(-MOST_SHOWN);
    if (entry.actor.kind === 'person' && entry.actor.id !== undefined) actors.add(entry.actor.id);
  }
  return { count, last, actors };
}

/** People as Slack calls them now; who cannot be asked for stays an id. */
async function namesOf(client: Slack, ids: ReadonlySet<string>): Promise<Readonly<Record<string, string>>> {
  const named = await Promise.all(
    [...ids].map(async (user) => {
      const known = await client.users.info({ user }).catch(() => undefined);
      return [user, known?.user?.real_name ?? known?.user?.name ?? ''] as const;
    }),
  );
  return Object.fromEntries(named.filter(([, name]) => name !== ''));
}

function titleOf([first, ...more]: readonly Enablement[]): string {
  const csp = first?.prerequisites.cspCompany ?? '';
  return more.length === 0 ? csp : `${csp} and ${more.length} more ${more.length === 1 ? 'run' : 'runs'}`;
}

function line({ at, actor, action, outcome, subject, details }: AuditEntry, companies: ReadonlyMap<string, string>): string {
  const who =
    actor.kind === 'person' ? person(actor.id ?? '') : actor.kind === 'link holder' ? 'whoever has the link' : actor.kind;
  const csp = companies.get(subject.enablement ?? '');
  const about = subject.domain ?? csp;
  const how = outcome === 'done' ? '' : ` (${outcome})`;
  return `• ${moment(new Date(at))} · ${who} · ${plain(action)}${of(details)}${how}${about === undefined ? '' : ` · ${plain(about)}`}`;
}

/** Which step it was, or which secret. */
function of(details: AuditEntry['details']): string {
  const known = z.object({ step: z.string().optional(), field: z.string().optional() }).safeParse(details).data;
  const named = known?.step ?? known?.field;
  return named === undefined ? '' : `: ${plain(named)}`;
}
