import { ownerKey, ownerOf, type SecretOwner } from '@enablement/core';
import type { Button, KnownBlock } from '@slack/types';
import { chosenValue, isEphemeral } from '../actions/click.ts';
import { ACTION, button } from '../cards/buttons.ts';
import type { Desk } from '../desk.ts';
import type { Click } from '../people/refusal.ts';

export const REPORT_ACTION = { page: 'report-page' } as const;

export const reportButton = (owner: SecretOwner): Button => button('Report as a page', REPORT_ACTION.page, ownerKey(owner));

/** A button that opens the report, and its address to send on. Whoever has the address reads it for a week. */
export function pageBlocks(desk: Pick<Desk, 'reportPages' | 'settings'>, owner: SecretOwner): KnownBlock[] {
  const { token } = desk.reportPages.issue(ownerKey(owner));
  const url = `${desk.settings.publicUrl}/reports/${token.reveal()}`;
  const text =
    'The report as a page, to read, print or send to whoever must mend something. The address is good for 7 days, and no secret is behind it.';
  return [
    { type: 'section', text: { type: 'mrkdwn', text } },
    {
      type: 'actions',
      elements: [{ type: 'button', action_id: ACTION.openPage, text: { type: 'plain_text', text: 'Open the report' }, url }],
    },
  ];
}

export function offerReportPage(desk: Desk) {
  return async ({ action, body, respond }: Click): Promise<void> => {
    await respond({
      response_type: 'ephemeral',
      replace_original: isEphemeral(body),
      text: 'The report as a page',
      blocks: pageBlocks(desk, ownerOf(chosenValue(action))),
    });
  };
}
