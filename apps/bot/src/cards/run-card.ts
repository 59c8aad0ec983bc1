import { baseStepsOf, type Enablement, type StepState } from '@enablement/core';
import type { KnownBlock } from '@slack/types';
import { runButtons } from './buttons.ts';
import { domainLines } from './domain-lines.ts';
import { planLines } from './plan-lines.ts';
import { context, MARK, moment, person, plain, sections } from './words.ts';

export interface Card {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** The one card of a run: what is done, who is waited for and since when, what is wrong and what to do. Pure. */
export function runCard(known: Enablement): Card {
  const enablement = known.status === 'cancelled' ? withoutHopes(known) : known;
  const { prerequisites: values } = enablement;
  const title = `Cloud Softphone for ${values.cspCompany}`;
  const state = headline(enablement);
  const domains = domainLines(enablement.domains);
  const planned = planLines(enablement);
  return {
    text: plain(`${title}: ${state}`),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: title.slice(0, 150) } },
      { type: 'section', text: { type: 'mrkdwn', text: `*${plain(state)}*` } },
      ...sections(
        baseStepsOf(enablement.steps).map((name) =>
          stepLine(enablement.steps.find((step) => step.name === name) ?? { name, status: 'ahead' }),
        ),
      ),
      ...(domains.length > 0 ? [{ type: 'divider' } as const, ...sections(['*Messaging synchronization*', ...domains])] : []),
      ...(planned.length > 0 ? [{ type: 'divider' } as const, ...sections(planned)] : []),
      ...runButtons(enablement),
      context(
        `${plain(values.portalUrl)} · core ${plain(values.coreHost)} · asked by ${person(enablement.requestedBy)} ${moment(enablement.requestedAt)}${takenOver(enablement)}`,
      ),
    ],
  };
}

/** Nobody waits for anything in a cancelled run, and nothing in it will be mended: what is done stays, the rest is not to come. */
function withoutHopes(enablement: Enablement): Enablement {
  return {
    ...enablement,
    steps: enablement.steps.filter(({ status }) => status === 'done'),
    domains: enablement.domains.map((domain) => ({ ...domain, status: 'cancelled' })),
  };
}

/** The state of the whole run in a few words, without any mark-up. */
export function headline({ status, steps, domains, answer }: Enablement): string {
  const all = [...steps, ...domains.flatMap((domain) => domain.steps)];
  if (status === 'cancelled') return 'Cancelled';
  const base = steps.find((step) => step.status === 'problem') ?? steps.find((step) => step.status === 'waiting');
  if (status === 'running') {
    if (base?.status === 'problem') return `Needs attention: ${base.name}`;
    return base ? `Waiting for ${base.detail}` : 'Under way';
  }
  const open = domains.filter((domain) => domain.status !== 'synchronized' && domain.status !== 'cancelled');
  const enabled = `Enabled under cloudId ${answer?.cloudId}`;
  if (open.length === 0) return domains.length === 0 ? enabled : `${enabled}, ${count(domains.length, 'domain')} synchronized`;
  const troubled = all.some((step) => step.status === 'problem') ? ', one needs attention' : '';
  return `${enabled}, ${count(open.length, 'domain')} of ${domains.length} still open${troubled}`;
}

export function stepLine({ name, status, detail, todo, since }: Pick<StepState, 'name' | 'status'> & Partial<StepState>): string {
  const mark = MARK[status];
  const shown = detail === undefined ? '' : plain(detail);
  switch (status) {
    case 'ahead':
      return `${mark} ${name}`;
    case 'waiting':
      return `${mark} *${name}*: waiting for ${shown}${since ? ` since ${moment(since)}` : ''}`;
    case 'problem':
      return `${mark} *${name}*: ${shown}${todo ? `\n      → ${plain(todo)}` : ''}`;
    default:
      return `${mark} ${name}${shown ? `: ${shown}` : ''}`;
  }
}

const takenOver = ({ requestedBy, responsible }: Enablement): string =>
  responsible === requestedBy ? '' : ` · taken over by ${person(responsible)}`;

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
