import { missingSecrets, type XimaCheck } from '@enablement/core';
import type { Button, KnownBlock } from '@slack/types';
import { button } from '../cards/buttons.ts';
import { detailLines, openLines, summaryOf } from '../cards/report-lines.ts';
import type { Card } from '../cards/run-card.ts';
import { context, mark, moment, person, plain, SIGN, sections } from '../cards/words.ts';
import { reportButton } from '../reports/offer-page.ts';

export const XIMA_ACTION = {
  enterSecret: 'xima-enter-secret',
  again: 'xima-check-again',
  correct: 'xima-correct',
  handOver: 'xima-hand-over',
  close: 'xima-close',
} as const;

/** The one card of a check for Xima: what is missing or wrong first, and what to do about it. Pure. */
export function ximaCard(check: XimaCheck): Card {
  const title = `Xima CCaaS for ${check.values.domain}`;
  const state = headline(check);
  const open = check.status === 'checked' && check.report ? openLines(check.report.findings) : [];
  return {
    text: plain(`${title}: ${state}`),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: title.slice(0, 150) } },
      { type: 'section', text: { type: 'mrkdwn', text: `*${plain(state)}*` } },
      ...sections([...open, ...secretLines(check)]),
      ...buttons(check),
      context(
        `${plain(check.values.apiUrl)} · ${plain(check.values.apiUsername)} · asked by ${person(check.requestedBy)} ${moment(check.requestedAt)}${lastChecked(check)}`,
      ),
    ],
  };
}

/** Everything that was checked, for the card's thread. */
export function ximaDetails({ report, values }: XimaCheck): Card {
  if (report === undefined)
    return { text: 'Nothing was checked yet.', blocks: sections(['Every check will stand here once it was made.']) };
  const text = `All checks for ${plain(values.domain)}`;
  return { text, blocks: sections([`*${text}*`, ...detailLines(report)]) };
}

/** In the card’s thread, to whoever asked for it. */
export function ximaReminder(check: XimaCheck): Card {
  const missing = missingSecrets(check).join(' and ');
  const said = missing === '' ? 'The secrets are here now.' : `${missing} still missing: press the button on the card.`;
  const text = `${person(check.requestedBy)} ${said}`;
  return { text, blocks: sections([text]) };
}

export function headline(check: XimaCheck): string {
  switch (check.status) {
    case 'closed':
      return 'Closed; its secrets are destroyed';
    case 'waiting': {
      const missing = missingSecrets(check);
      return missing.length > 0 ? `Waiting for ${missing.join(' and ')}` : 'Starts now';
    }
    case 'checking':
      return 'Checking now';
    case 'checked':
      return check.report ? summaryOf(check.report) : 'Checked';
  }
}

function secretLines(check: XimaCheck): readonly string[] {
  if (check.status === 'closed') return [];
  const line = (field: string, fingerprint: string | undefined) =>
    fingerprint === undefined
      ? `${mark(SIGN.waiting)} ${field}: to be entered on a one-time page`
      : `${mark(SIGN.done)} ${field}: fingerprint ${fingerprint}`;
  const revealed = check.handOverRevealedAt;
  return [
    line('api_client_secret', check.clientSecretFingerprint),
    line('api_password', check.passwordFingerprint),
    ...(revealed === undefined ? [] : [`${mark(SIGN.done)} Secrets taken from the page for Xima ${moment(revealed)}`]),
  ];
}

function buttons(check: XimaCheck): KnownBlock[] {
  if (check.status === 'closed') return [];
  const { id } = check;
  const value = `xima/${id}`;
  const missing = missingSecrets(check);
  const secret = (field: string, label: string): Button =>
    button(
      missing.some((one) => one === field) ? `Enter ${label}` : `New ${label}`,
      XIMA_ACTION.enterSecret,
      `${value}|${field}`,
      missing.some((one) => one === field) ? 'primary' : undefined,
    );
  const ready = check.report?.findings.every(({ status, severity }) => status !== 'failed' || severity === 'warning') === true;
  const checked = check.status === 'checked';
  return [
    {
      type: 'actions',
      elements: [
        ...(checked && ready ? [button('Hand over to Xima', XIMA_ACTION.handOver, value, 'primary')] : []),
        secret('api_client_secret', 'client secret'),
        secret('api_password', 'API password'),
        ...(checked ? [button('Check again', XIMA_ACTION.again, value)] : []),
        ...(check.report ? [reportButton({ xima: id })] : []),
        button('Correct the values', XIMA_ACTION.correct, value),
        { ...button('Close', XIMA_ACTION.close, value), confirm: confirmClose },
      ],
    },
  ];
}

const confirmClose = {
  title: { type: 'plain_text', text: 'Close this check?' },
  text: {
    type: 'plain_text',
    text: 'Its secrets are destroyed here, and the page for Xima stops working. NetSapiens and Xima are not told.',
  },
  confirm: { type: 'plain_text', text: 'Close it' },
  deny: { type: 'plain_text', text: 'Keep it' },
} as const;

const lastChecked = ({ report }: XimaCheck): string => (report === undefined ? '' : ` · checked ${moment(report.endedAt)}`);
