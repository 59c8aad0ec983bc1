import { BASE, DOMAIN, domainRun, type Enablement, type SecretField, stepOf } from '@enablement/core';
import type { ActionsBlockElement, Button, KnownBlock } from '@slack/types';

/** Actions of the card. A button stands on the card only while it does something; who clicks an old one is told so. */
export const ACTION = {
  enterSecret: 'enter-secret',
  chooseDomain: 'choose-domain',
  tryAgain: 'try-again',
  correct: 'correct-values',
  reopen: 'reopen-acrobits-page',
  cancel: 'cancel-run',
  renew: 'renew-secret',
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
    if (baseProblem && !contacted) buttons.push(button('Correct the values', ACTION.correct, id, 'primary'));
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
      : [
          {
            type: 'static_select',
            action_id: ACTION.chooseDomain,
            placeholder: { type: 'plain_text', text: `Enter credentials for one of ${waiting.length} domains` },
            options: waiting
              .slice(0, 100)
              .map(({ domain }) => ({ text: { type: 'plain_text', text: domain.slice(0, 75) }, value: value(domain) })),
          },
        ];
  return [
    ...enter,
    ...stuck.slice(0, MOST_BUTTONS).map(({ domain }) => button(`Try again: ${domain}`, ACTION.tryAgain, domainRun(id, domain))),
  ];
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

function button(text: string, action: string, value: string, style?: 'primary' | 'danger'): Button {
  const shown = text.length > 75 ? `${text.slice(0, 74)}…` : text;
  // Slack wants each action_id once in a block; the part after the colon is ours to ignore.
  const action_id = `${action}:${value}`.slice(0, 255);
  return { type: 'button', action_id, text: { type: 'plain_text', text: shown }, value, ...(style ? { style } : {}) };
}

const confirmCancel = {
  title: { type: 'plain_text', text: 'Cancel this enablement?' },
  text: { type: 'plain_text', text: 'The run ends, and the secrets entered for it are destroyed. Acrobits is not told.' },
  confirm: { type: 'plain_text', text: 'Cancel the enablement' },
  deny: { type: 'plain_text', text: 'Keep it' },
  style: 'danger',
} as const;
