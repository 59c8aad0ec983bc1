import { BASE, DOMAIN, type DomainState, domainRun, type Enablement, type SecretField, stepOf } from '@enablement/core';
import type { ActionsBlockElement, Button, KnownBlock } from '@slack/types';

/** Actions of the card. A button stands on the card only while it does something; who clicks an old one is told so. */
export const ACTION = {
  enterSecret: 'enter-secret',
  chooseDomain: 'choose-domain',
  tryAgain: 'try-again',
  correct: 'correct-values',
  reopen: 'reopen-acrobits-page',
  cancel: 'cancel-run',
  takeOver: 'take-over',
  renew: 'renew-secret',
  leave: 'leave-as-it-is',
  openPage: 'open-page',
} as const;

/** More waiting domains than this are offered as a menu instead of as buttons. */
const MOST_BUTTONS = 5;

export function runButtons(enablement: Enablement): KnownBlock[] {
  const elements = [...baseButtons(enablement), ...domainButtons(enablement), ...renewals(enablement)];
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

function baseButtons({ id, status, steps }: Enablement): ActionsBlockElement[] {
  const is = (name: Parameters<typeof stepOf>[1], wanted: string) => stepOf(steps, name)?.status === wanted;
  const contacted = stepOf(steps, BASE.contacted) !== undefined;
  const baseProblem = steps.some((step) => step.status === 'problem');
  const buttons: Button[] = [];
  if (status === 'running') {
    if (is(BASE.secret, 'waiting'))
      buttons.push(button('Enter client secret', ACTION.enterSecret, `${id}|client secret`, 'primary'));
    if (asksTakeOver(steps)) buttons.push(takeOver(id));
    else if (baseProblem && !contacted) buttons.push(button('Correct the values', ACTION.correct, id, 'primary'));
    if (baseProblem) buttons.push(button('Try again', ACTION.tryAgain, id));
    if (is(BASE.answered, 'waiting') || is(BASE.stored, 'problem'))
      buttons.push(button('Let Acrobits answer again', ACTION.reopen, id));
    buttons.push({ ...button('Cancel', ACTION.cancel, id, 'danger'), confirm: confirmCancel });
  }
  return buttons;
}

function domainButtons({ id, status, domains }: Enablement): ActionsBlockElement[] {
  if (status !== 'enabled') return [];
  const waiting = domains.filter((domain) => stepOf(domain.steps, DOMAIN.credentials)?.status === 'waiting');
  const stuck = domains.filter((domain) => !waiting.includes(domain) && domain.steps.some((step) => step.status === 'problem'));
  const value = (domain: string) => `${id}|Office Manager password|${domain}`;
  const enter: ActionsBlockElement[] =
    waiting.length <= MOST_BUTTONS
      ? waiting.map(({ domain }) => button(`Enter credentials: ${domain}`, ACTION.enterSecret, value(domain), 'primary'))
      : [domainMenu(`Enter credentials for one of ${waiting.length} domains`, ACTION.chooseDomain, waiting, value)];
  return [
    ...(domains.some((domain) => asksTakeOver(domain.steps)) ? [takeOver(id)] : []),
    ...enter,
    ...stuck.slice(0, MOST_BUTTONS).map(({ domain }) => button(`Try again: ${domain}`, ACTION.tryAgain, domainRun(id, domain))),
  ];
}

const asksTakeOver = (steps: Enablement['steps']): boolean => steps.some(({ asks }) => asks === 'take over');
const takeOver = (id: string): Button => button('Take over', ACTION.takeOver, id, 'primary');

/** Slack takes 150 characters in an option, and a domain may have 253: of a long one its end is told. */
const endOf = (domain: string): string => (domain.length > 80 ? `…${domain.slice(-80)}` : domain);

/** The domain that an option of the menu means; undefined when none does, or more than one. */
export function meantDomain(told: string, domains: readonly Pick<DomainState, 'domain'>[]): string | undefined {
  if (!told.startsWith('…')) return told;
  const meant = domains.filter(({ domain }) => domain.endsWith(told.slice(1)));
  return meant.length === 1 ? meant[0]?.domain : undefined;
}

/** One of many domains, as a menu; Slack takes 100 of them. */
export function domainMenu(
  placeholder: string,
  action: string,
  domains: readonly Pick<DomainState, 'domain'>[],
  value: (domain: string) => string,
): ActionsBlockElement {
  return {
    type: 'static_select',
    action_id: action,
    placeholder: { type: 'plain_text', text: placeholder },
    options: domains
      .slice(0, 100)
      .map(({ domain }) => ({ text: { type: 'plain_text', text: domain.slice(0, 75) }, value: value(endOf(domain)) })),
  };
}

/** The environment's own secrets can be the cause when a domain fails. */
function renewals({ id, status, domains }: Enablement): ActionsBlockElement[] {
  const domainProblems = domains.some((domain) => domain.steps.some((step) => step.status === 'problem'));
  if (status !== 'enabled' || !domainProblems) return [];
  const option = (text: string, field: SecretField) => ({ text: { type: 'plain_text', text } as const, value: `${id}|${field}` });
  return [
    {
      type: 'overflow',
      action_id: ACTION.renew,
      options: [option('Enter a new API key', 'API key'), option('Enter a new client secret', 'client secret')],
    },
  ];
}

export function button(text: string, action: string, value: string, style?: 'primary' | 'danger'): Button {
  const shown = text.length > 75 ? `${text.slice(0, 74)}…` : text;
  // Slack wants each action_id once in a block, and at most 255 characters; the part after the colon is ours to ignore.
  const action_id = `${action}:${value.slice(-200)}`;
  return { type: 'button', action_id, text: { type: 'plain_text', text: shown }, value, ...(style ? { style } : {}) };
}

export const CANCEL_MEANS = 'The run ends, and the secrets entered for it are destroyed. Acrobits is not told.';

const confirmCancel = {
  title: { type: 'plain_text', text: 'Cancel this enablement?' },
  text: { type: 'plain_text', text: CANCEL_MEANS },
  confirm: { type: 'plain_text', text: 'Cancel the enablement' },
  deny: { type: 'plain_text', text: 'Keep it' },
  style: 'danger',
} as const;
