import { type Drift, type Enablement, type Finding, ownerKey, type Report, type XimaCheck } from '@enablement/core';
import type { ActionsBlockElement, KnownBlock } from '@slack/types';
import { ACTION, button } from '../cards/buttons.ts';
import { detailLines, openLines } from '../cards/report-lines.ts';
import type { Card } from '../cards/run-card.ts';
import { context, mark, moment, plain, SIGN, sections } from '../cards/words.ts';
import { reportButton } from '../reports/offer-page.ts';
import { XIMA_ACTION } from '../xima/card.ts';

export const DRIFT_ACTION = { lookNow: 'drift-look-now' } as const;
const MOST_REPAIRS = 10;

/** What a drift is about, as people know it. */
export type About = { readonly enablement: Enablement } | { readonly xima: XimaCheck };

/** The card of a drift: what has changed, and one click to mend it where that is ours. It says so when all is well again. Pure. */
export function driftCard(drift: Drift, about: About): Card {
  const title = nameOf(about);
  const closed = drift.closedAt !== undefined;
  const count = `${drift.items.length} ${drift.items.length === 1 ? 'thing' : 'things'}`;
  const state = closed ? 'all is well again' : `${count} changed since it worked`;
  return {
    text: plain(`${title}: ${state}`),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: title.slice(0, 150) } },
      ...(closed
        ? sections([
            `${mark(SIGN.done)} *All is well again* since ${moment(drift.closedAt)}. This is what was wrong:`,
            ...past(drift),
          ])
        : sections([`*${count} changed since it worked*`, ...openLines(drift.items)])),
      ...(closed
        ? []
        : [
            {
              type: 'actions',
              elements: [...repairs(drift, about), lookNow(drift), reportButton(drift.owner)],
            } satisfies KnownBlock,
          ]),
      context(`seen first ${moment(drift.openedAt)}${closed ? '' : ' · looked at again by itself, within the hour'}`),
    ],
  };
}

/** The whole report behind it, for the card's thread. */
export function driftDetails(report: Report | undefined): Card {
  if (report === undefined) return { text: 'Nothing more is known.', blocks: sections(['Nothing more is known.']) };
  const text = `All checks for ${plain(report.name)}, ${report.endedAt.toISOString().slice(0, 10)}`;
  return { text, blocks: sections([`*${text}*`, ...detailLines(report)]) };
}

const nameOf = (about: About): string =>
  'xima' in about
    ? `Xima CCaaS for ${about.xima.values.domain} has changed`
    : `${about.enablement.prerequisites.cspCompany} has changed`;

/** Slack takes 50 blocks a message. */
const MOST_PAST = 25;

const past = ({ items }: Drift): readonly string[] =>
  items.slice(0, MOST_PAST).map(({ title, seen }) => `• ~${plain(title)}~ ${plain(seen)}`);

const lookNow = ({ owner }: Drift): ActionsBlockElement => button('Look again now', DRIFT_ACTION.lookNow, ownerKey(owner));

/** What we can mend with a secret from a person. Each opens a one-time page; what waits for the secret then goes on by itself. */
function repairs({ items }: Drift, about: About): ActionsBlockElement[] {
  const made = 'xima' in about ? ximaRepairs(items, about.xima) : enablementRepairs(items, about.enablement);
  return made.slice(0, MOST_REPAIRS);
}

const failing = (items: readonly Finding[], checks: RegExp): boolean => items.some(({ check }) => checks.test(check));

function enablementRepairs(items: readonly Finding[], { id, answer, domains }: Enablement): ActionsBlockElement[] {
  const renew = (text: string, field: string, style?: 'primary') => button(text, ACTION.renew, `${id}|${field}`, style);
  // Office Manager passwords are destroyed after use, so provisioning again asks for one.
  const broken = domains.filter(({ domain }) =>
    items.some(
      ({ target, check }) => target === `${answer?.cloudId}/${domain}` && /^(subscriptions|office-manager)-/.test(check),
    ),
  );
  return [
    ...(failing(items, /^oauth-client$/) ? [renew('New client secret', 'client secret', 'primary')] : []),
    ...(failing(items, /^messaging-key$/) ? [renew('New API key', 'API key', 'primary')] : []),
    ...(failing(items, /^api-key/) ? [renew('NetSapiens API key', 'NetSapiens API key', 'primary')] : []),
    ...broken.map(({ domain }) => renew(`Provision ${domain} again`, `Office Manager password|${domain}`, 'primary')),
  ];
}

function ximaRepairs(items: readonly Finding[], { id }: XimaCheck): ActionsBlockElement[] {
  const enter = (text: string, field: string) => button(text, XIMA_ACTION.enterSecret, `xima/${id}|${field}`, 'primary');
  return [
    ...(failing(items, /^xima-oauth-client$/) ? [enter('New client secret', 'api_client_secret')] : []),
    ...(failing(items, /^xima-(api-user|secure-password)$/) ? [enter('New API password', 'api_password')] : []),
  ];
}
