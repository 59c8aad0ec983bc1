import { type Action, type ActionState, type CustomerRun, idOf, isNothing, type KeptPlan, type Value } from '@enablement/core';
import type { Button, KnownBlock } from '@slack/types';
import { button } from '../cards/buttons.ts';
import { cut } from '../cards/rich-text.ts';
import type { Card } from '../cards/run-card.ts';
import { context, moment, person, plain, sections } from '../cards/words.ts';

export const PLAN_ACTION = {
  apply: 'apply-plan',
  discard: 'discard-plan',
  approve: 'approve-plan',
  reject: 'reject-plan',
} as const;

/** Things that are named one by one, of each kind of news; the others are counted. */
const MOST_NAMED = 15;
const BAR = 20;

/** A plan as its team sees it: what will be done, who agreed, how far it is, what failed and what to do. Pure. */
export function planCard(kept: KeptPlan, run: CustomerRun | undefined, stuck: readonly ActionState[]): Card {
  const domain = kept.file?.domain ?? ('file' in kept.source ? kept.source.file.domain : kept.source.name);
  const state = headline(kept, run);
  return {
    text: plain(`Plan for ${domain}: ${state}`),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: cut(`Plan for ${domain}`, 150) } },
      ...sections([`*${plain(state)}*`, ...(run === undefined ? planned(kept) : progress(run, stuck))]),
      ...buttons(kept, run),
      context(`${plain(new URL(kept.portalUrl).host)} · asked by ${person(kept.by)} ${moment(kept.askedAt)}`),
    ],
  };
}

/** Nothing more will happen to it. */
export const isSettled = ({ status }: KeptPlan, run: CustomerRun | undefined): boolean =>
  status === 'unusable' || status === 'discarded' || (run !== undefined && run.status !== 'applying');

function headline({ status, plan, approval }: KeptPlan, run: CustomerRun | undefined): string {
  if (run !== undefined)
    return { applying: 'Being applied', applied: 'Applied', 'partly applied': 'Applied in part', 'not applied': 'Not applied' }[
      run.status
    ];
  if (status === 'making') return 'The platform is being read';
  if (status === 'unusable') return 'There is no plan';
  if (status === 'discarded') return 'Discarded';
  if (plan !== undefined && plan.problems.length > 0) return 'It cannot be applied';
  if (plan !== undefined && isNothing(plan)) return 'Nothing to do: the platform is as the file wants it';
  if (approval?.status === 'asked') return 'Waiting for an approver';
  return approval?.status === 'rejected' ? 'Rejected' : 'Nothing was changed yet: look at it, then apply it';
}

function planned({ plan, said, approval }: KeptPlan): readonly string[] {
  if (said !== undefined) return [plain(said)];
  if (plan === undefined) return [];
  const { actions, same, leftAlone, problems, unknown } = plan;
  const of = (act: Action['act']) => actions.filter((action) => action.act === act).length;
  return [
    ...problems.map((problem) => `:warning: ${plain(problem)}`),
    ...(actions.length > 0 ? [`${of('create')} to create, ${of('change')} to change; ${same} as the file wants them.`] : []),
    ...named(actions, (action) => actionLine(action)),
    ...(leftAlone.length > 0 ? [`${leftAlone.length} things that the file does not name stay as they are.`] : []),
    ...unknown.map((sentence) => `_${plain(sentence)}_`),
    ...(approval === undefined ? [] : [approvalLine(approval)]),
  ];
}

function named<T>(all: readonly T[], line: (one: T) => string): readonly string[] {
  const more = all.length - MOST_NAMED;
  return [...all.slice(0, MOST_NAMED).map(line), ...(more > 0 ? [`… and ${more} more.`] : [])];
}

function actionLine(action: Action): string {
  const id = plain(cut(idOf(action.resource), 120));
  if (action.act === 'create') return `:heavy_plus_sign: ${id}`;
  const members = Object.keys(action.act === 'change' ? action.to : {});
  const values = (of: Readonly<Record<string, Value>>, member: string) => plain(cut(String(of[member] ?? 'nothing'), 80));
  const changes =
    action.act === 'change'
      ? members.map((member) => `${member}: ${values(action.from, member)} → ${values(action.to, member)}`)
      : [];
  return `:pencil2: ${id} (${changes.join('; ')})`;
}

function approvalLine({ status, votes, needed, rejected, until }: NonNullable<KeptPlan['approval']>): string {
  const who = votes.map(({ by }) => person(by)).join(', ');
  if (status === 'rejected' && rejected !== undefined)
    return `:no_entry: Rejected by ${person(rejected.by)}: “${plain(rejected.reason)}”`;
  if (status === 'approved') return `:white_check_mark: Approved by ${who}`;
  return `:hourglass_flowing_sand: ${votes.length} of ${needed} approved${who === '' ? '' : ` (${who})`}, until ${moment(until)}`;
}

function progress({ counts, said, begunAt, by }: CustomerRun, stuck: readonly ActionState[]): readonly string[] {
  const total = counts.ahead + counts.done + counts.failed + counts.skipped;
  const filled = total === 0 ? 0 : Math.round(((total - counts.ahead) / total) * BAR);
  return [
    `\`${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}\` ${counts.done} of ${total} done${counts.failed > 0 ? `, ${counts.failed} failed` : ''}`,
    `Applied by ${person(by)} ${moment(begunAt)}`,
    ...(said === undefined ? [] : [plain(said)]),
    ...named(stuck, ({ action, status, detail = '', todo = '' }) => {
      const sign = status === 'failed' ? ':warning:' : ':fast_forward:';
      return `${sign} ${plain(cut(idOf(action.resource), 120))}: ${plain(cut(detail, 300))}${todo ? `\n      → ${plain(cut(todo, 300))}` : ''}`;
    }),
  ];
}

function buttons({ id, status, plan, fingerprint = '', approval }: KeptPlan, run: CustomerRun | undefined): KnownBlock[] {
  if (run !== undefined || status === 'unusable' || status === 'discarded') return [];
  const value = `${id}|${fingerprint}`;
  const usable = status === 'made' && plan !== undefined && plan.problems.length === 0 && !isNothing(plan);
  const elements: Button[] = [];
  if (usable && approval?.status === 'asked')
    elements.push(button('Approve', PLAN_ACTION.approve, value, 'primary'), button('Reject', PLAN_ACTION.reject, value));
  if (usable && (approval === undefined || approval.status === 'approved'))
    elements.push({ ...button('Apply', PLAN_ACTION.apply, value, 'primary'), confirm: confirmApply(plan.actions.length) });
  elements.push(button('Discard', PLAN_ACTION.discard, id));
  return [{ type: 'actions', elements }];
}

const confirmApply = (things: number) =>
  ({
    title: { type: 'plain_text', text: 'Apply this plan?' },
    text: { type: 'plain_text', text: `${things} things are written to the platform. Nothing is deleted.` },
    confirm: { type: 'plain_text', text: 'Apply it' },
    deny: { type: 'plain_text', text: 'Not yet' },
  }) as const;
