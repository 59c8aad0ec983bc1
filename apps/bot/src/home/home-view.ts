import { type Enablement, headline, heldSince } from '@enablement/core';
import type { Hold, Listed, VendorContact } from '@enablement/gateways/postgres';
import type { HomeView, KnownBlock } from '@slack/types';
import { button } from '../cards/buttons.ts';
import { context, mark, moment, plain, SIGN, sections } from '../cards/words.ts';

/** Opens the form for a new environment from Home. */
export const ENABLE_FROM_HOME = 'enable-from-home';

/** All that Home shows one person. What they may not do is not asked of them: those lists are left out. */
export interface HomeContent {
  readonly command: string;
  /** Where a run that is asked for here is shown; undefined when they may not ask for one. */
  readonly room: string | undefined;
  readonly waiting: Readonly<Record<'secrets' | 'approvals' | 'takeOvers', Listed<Hold> | undefined>>;
  readonly mine: Listed<Enablement>;
  readonly failures: Listed<Hold>;
  readonly vendors: readonly VendorContact[];
  /** The address of a run's card in Slack. */
  readonly linkTo: (enablement: string) => string | undefined;
}

/** The Home tab of somebody who may look. Pure. */
export function homeView(content: HomeContent): HomeView {
  const { command, room, mine, failures, vendors } = content;
  return {
    type: 'home',
    blocks: [
      ...title('Waiting for you'),
      ...sections(waitingLines(content)),
      ...title('Your runs'),
      ...sections(
        mine.total === 0
          ? [
              `You have no runs yet. ${room === undefined ? '' : `Press “Enable an environment”, or type \`${command}\` in a channel.`}`,
            ]
          : [...mine.shown.map((run) => runLine(run, content)), ...more(mine, `\`${command} status\``)],
      ),
      ...(room === undefined ? [] : [startButton(room)]),
      ...title('Vendors'),
      ...sections(
        vendors.length === 0
          ? ['No run has spoken to a vendor yet. What the runs see of them stands here; nobody is asked just for this.']
          : vendors.map(vendorLine),
      ),
      ...title('Recent failures'),
      ...sections(
        failures.total === 0
          ? [`${mark(SIGN.done)} Nothing needs attention.`]
          : [...failures.shown.map((hold) => failureLine(hold, content)), ...more(failures, `\`${command} status\``)],
      ),
      context('Brought up to date while you look in now and then, and whenever you open it.'),
    ],
  };
}

/** For whoever may not look: why, and who can. `refusal` is in Slack's mark-up. */
export const closedHome = (refusal: string): HomeView => ({
  type: 'home',
  blocks: [
    ...title('NetSapiens Enablement'),
    ...sections(['This app enables Acrobits Cloud Softphone on a NetSapiens platform.', refusal]),
  ],
});

const title = (text: string): KnownBlock[] => [{ type: 'header', text: { type: 'plain_text', text } }];

const startButton = (room: string): KnownBlock => ({
  type: 'actions',
  elements: [button('Enable an environment', ENABLE_FROM_HOME, room, 'primary')],
});

function waitingLines(content: HomeContent): readonly string[] {
  const { approvals, secrets, takeOvers } = content.waiting;
  const asked = [approvals, secrets, takeOvers].filter((list) => list !== undefined);
  if (asked.length === 0) return ['You can look at runs; nothing is asked of you.'];
  const lines = [
    ...listed(approvals, 'to approve', content),
    ...listed(secrets, 'waiting for a secret', content),
    ...listed(takeOvers, 'to be taken over', content),
  ];
  if (lines.length > 0) return lines;
  return ['Nothing. When a secret, an approval or a take-over needs somebody like you, it stands here.'];
}

function listed(list: Listed<Hold> | undefined, what: string, content: HomeContent): readonly string[] {
  if (list === undefined || list.total === 0) return [];
  return [
    `*${list.total.toLocaleString('en-US')} ${what}*`,
    ...list.shown.map(
      (hold) => `${mark(SIGN.waiting)} ${named(hold, content)}: ${plain(hold.step)} · since ${moment(hold.since)}`,
    ),
    ...more(list, `\`${content.command} status\``),
  ];
}

const runLine = (run: Enablement, content: HomeContent): string =>
  `• ${linked(run.id, run.prerequisites.cspCompany, content)} · ${plain(headline(run))} · since ${moment(heldSince(run))}`;

const failureLine = (hold: Hold, content: HomeContent): string =>
  `${mark(SIGN.problem)} ${named(hold, content)}: ${plain(hold.detail ?? hold.step)}${hold.todo ? `\n      → ${plain(hold.todo)}` : ''}\n      since ${moment(hold.since)}`;

const named = ({ enablement, cspCompany, domain }: Hold, content: HomeContent): string =>
  `${linked(enablement, cspCompany, content)}${domain === undefined ? '' : ` \`${plain(domain)}\``}`;

function linked(enablement: string, name: string, { linkTo }: HomeContent): string {
  const link = linkTo(enablement);
  return link === undefined ? `*${plain(name)}*` : `*<${link}|${plain(name)}>*`;
}

const more = ({ shown, total }: Listed<unknown>, command: string): readonly string[] =>
  total > shown.length ? [`… and ${(total - shown.length).toLocaleString('en-US')} more: type ${command}.`] : [];

function vendorLine({ vendor, host, answeredAt, failedAt, failure }: VendorContact): string {
  const failing = failedAt !== undefined && (answeredAt === undefined || failedAt > answeredAt);
  const answered = answeredAt === undefined ? 'has not answered yet' : `answered ${moment(answeredAt)}`;
  const failed = failedAt === undefined ? 'no failure seen' : `last failure ${moment(failedAt)}: ${plain(failure ?? '')}`;
  return `${mark(failing ? SIGN.problem : SIGN.done)} *${vendor}* \`${plain(host)}\` · ${answered} · ${failed}`;
}
