import {
  type Approval,
  askedFor,
  BASE,
  DOMAIN,
  type DomainState,
  domainRun,
  type Enablement,
  type LetterKind,
  lettersDue,
  type SecretField,
  stepOf,
  waitsOf,
} from '@enablement/core';
import type { ActionsBlockElement, Button, KnownBlock, StaticSelect } from '@slack/types';

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
  approve: 'approve',
  approveShown: 'approve-all-shown',
  approveDomain: 'approve-domain',
  reject: 'reject',
  rejectDomain: 'reject-domain',
  breakGlass: 'go-past-approvers',
  skip: 'skip-domain',
  snooze: 'snooze-reminders',
  write: 'write-to-acrobits',
  correctAnswer: 'correct-returned-values',
  leave: 'leave-as-it-is',
  openPage: 'open-page',
} as const;

/** More waiting domains than this are offered as a menu instead of as buttons. */
const MOST_BUTTONS = 5;

export function runButtons(enablement: Enablement): KnownBlock[] {
  const elements = [
    ...approvalButtons(enablement),
    ...baseButtons(enablement),
    ...domainButtons(enablement),
    ...letterButtons(enablement),
    ...snoozes(enablement),
    ...renewals(enablement),
  ];
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

function baseButtons({ id, status, steps, answer, domains, letters }: Enablement): ActionsBlockElement[] {
  const is = (name: Parameters<typeof stepOf>[1], wanted: string) => stepOf(steps, name)?.status === wanted;
  const baseProblem = steps.some((step) => step.status === 'problem');
  const held = letters.some(({ sentAt, trouble }) => sentAt === undefined && trouble !== undefined);
  const buttons: Button[] = [];
  if (status === 'running') {
    if (is(BASE.secret, 'waiting'))
      buttons.push(button('Enter client secret', ACTION.enterSecret, `${id}|client secret`, 'primary'));
    if (asksTakeOver(steps)) buttons.push(takeOver(id));
  }
  if (status === 'running' || (status === 'enabled' && domains.some(isOpen))) {
    const wrong = baseProblem && !is(BASE.stored, 'problem') && !asksTakeOver(steps);
    buttons.push(button('Correct the values', ACTION.correct, id, wrong ? 'primary' : undefined));
  }
  if ((status === 'running' && baseProblem) || held) buttons.push(button('Try again', ACTION.tryAgain, id));
  if (status === 'running') {
    // Step 3 tries the client; which of its two halves was wrong, NetSapiens does not say.
    if (is(BASE.checked, 'problem')) buttons.push(button('New client secret', ACTION.renew, `${id}|client secret`));
    if (is(BASE.answered, 'waiting') || is(BASE.stored, 'problem'))
      buttons.push(button('Let Acrobits answer again', ACTION.reopen, id));
    if (is(BASE.stored, 'problem')) buttons.push(button('Correct what Acrobits returned', ACTION.correctAnswer, id));
    buttons.push({ ...button('Cancel', ACTION.cancel, id, 'danger'), confirm: confirmCancel });
  } else if (answer !== undefined && domains.some((domain) => isOpen(domain) && hasProblem(domain.steps)))
    buttons.push(button('Correct what Acrobits returned', ACTION.correctAnswer, id));
  return buttons;
}

/** For approvers; who may not is told who can. */
function approvalButtons(enablement: Enablement): ActionsBlockElement[] {
  const { id, status, approval } = enablement;
  if (status === 'cancelled') return [];
  const domains = askedFor(enablement);
  const [first] = domains;
  const last = domains.at(-1);
  const ofRun = (run: string, { fingerprint }: Approval, what = '') => [
    button(`Approve${what}`, ACTION.approve, `${run}|${fingerprint}`, 'primary'),
    button(`Reject${what}`, ACTION.reject, `${run}|${fingerprint}`),
  ];
  const glass = (run: string, { fingerprint }: Approval) =>
    button('Go past the approvers', ACTION.breakGlass, `${run}|${fingerprint}`, 'danger');
  const one = ({ domain, approval }: (typeof domains)[number]) => `${domainRun(id, domain)}|${approval.fingerprint}`;
  const valueFor = (name: string) => domains.filter(({ domain }) => domain === name).map(one)[0] ?? id;
  return [
    ...(approval?.status === 'asked' ? ofRun(id, approval) : []),
    ...(approval?.status === 'asked' || approval?.status === 'rejected' ? [glass(id, approval)] : []),
    ...(first !== undefined && domains.length === 1
      ? [
          ...ofRun(domainRun(id, first.domain), first.approval, `: ${first.domain}`),
          glass(domainRun(id, first.domain), first.approval),
        ]
      : []),
    ...(last !== undefined && domains.length > 1
      ? [
          button(`Approve all ${domains.length} domains`, ACTION.approveShown, `${id}|${last.approval.askedVersion}`, 'primary'),
          domainMenu('Approve one', ACTION.approveDomain, domains, valueFor),
          domainMenu('Reject one', ACTION.rejectDomain, domains, valueFor),
        ]
      : []),
  ];
}

const LETTER: Readonly<Record<LetterKind, string>> = {
  'follow-up': 'Write to Acrobits',
  correction: 'Send the correction to Acrobits',
  withdrawal: 'Tell Acrobits that it is withdrawn',
};

const letterButtons = (enablement: Enablement): ActionsBlockElement[] =>
  lettersDue(enablement).map((kind) =>
    button(LETTER[kind], ACTION.write, `${enablement.id}|${kind}`, kind === 'correction' ? 'primary' : undefined),
  );

/** While somebody is waited for, reminders can be put off. */
function snoozes(enablement: Enablement): ActionsBlockElement[] {
  if (waitsOf(enablement).length === 0) return [];
  const option = (days: number, text: string) => ({
    text: { type: 'plain_text', text } as const,
    value: `${enablement.id}|${days}`,
  });
  return [
    {
      type: 'static_select',
      action_id: ACTION.snooze,
      placeholder: { type: 'plain_text', text: 'Snooze reminders' },
      options: [option(1, 'until the next business day'), option(3, 'for 3 business days'), option(5, 'for 5 business days')],
    },
  ];
}

function domainButtons({ id, status, domains }: Enablement): ActionsBlockElement[] {
  const open = status === 'cancelled' ? [] : domains.filter(isOpen);
  const skip = domainMenu('Skip a domain', ACTION.skip, open, (domain) => domainRun(id, domain));
  const skipping = open.length === 0 ? [] : [{ ...skip, confirm: confirmSkip }];
  if (status !== 'enabled') return skipping;
  const waiting = open.filter((domain) => stepOf(domain.steps, DOMAIN.credentials)?.status === 'waiting');
  const stuck = domains.filter((domain) => isOpen(domain) && !waiting.includes(domain) && hasProblem(domain.steps));
  const value = (domain: string) => `${id}|Office Manager password|${domain}`;
  const enter: ActionsBlockElement[] =
    waiting.length <= MOST_BUTTONS
      ? waiting.map(({ domain }) => button(`Enter credentials: ${domain}`, ACTION.enterSecret, value(domain), 'primary'))
      : [domainMenu(`Enter credentials for one of ${waiting.length} domains`, ACTION.chooseDomain, waiting, value)];
  return [
    ...(domains.some((domain) => asksTakeOver(domain.steps)) ? [takeOver(id)] : []),
    ...enter,
    ...stuck.slice(0, MOST_BUTTONS).map(({ domain }) => button(`Try again: ${domain}`, ACTION.tryAgain, domainRun(id, domain))),
    ...skipping,
  ];
}

const isOpen = ({ status }: DomainState): boolean => status === 'wanted' || status === 'running';
const hasProblem = (steps: Enablement['steps']): boolean => steps.some((step) => step.status === 'problem');
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
): StaticSelect {
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
  const domainProblems = domains.some((domain) => isOpen(domain) && hasProblem(domain.steps));
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

export const CANCEL_MEANS =
  'The run ends, the secrets entered for it are destroyed, and Acrobits’ page is closed. If Acrobits was contacted, the card then offers a letter that tells them.';

const confirmCancel = {
  title: { type: 'plain_text', text: 'Cancel this enablement?' },
  text: { type: 'plain_text', text: CANCEL_MEANS },
  confirm: { type: 'plain_text', text: 'Cancel the enablement' },
  deny: { type: 'plain_text', text: 'Keep it' },
  style: 'danger',
} as const;

const confirmSkip = {
  title: { type: 'plain_text', text: 'Skip this domain?' },
  text: {
    type: 'plain_text',
    text: 'It ends here and its password is destroyed. What Acrobits has of it stays there. It can be added again later.',
  },
  confirm: { type: 'plain_text', text: 'Skip it' },
  deny: { type: 'plain_text', text: 'Keep it' },
  style: 'danger',
} as const;
