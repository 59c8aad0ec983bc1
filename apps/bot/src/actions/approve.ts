import type { Ballot } from '@enablement/core';
import { type Desk, sentence } from '../desk.ts';
import { reasonForm } from '../forms/reason-form.ts';
import { type Click, whoCan } from '../people/refusal.ts';
import { chosenValue, isEphemeral, settle } from './click.ts';

/** Says yes to one plan, exactly as the card showed it. */
export function approve(desk: Desk) {
  return async (click: Click): Promise<void> => {
    const [run = '', fingerprint = ''] = chosenValue(click.action).split('|');
    const told = await desk.approvals
      .say(run, fingerprint, { says: 'yes', by: click.body.user.id })
      .then((ballot) => explain(desk, ballot), sentence);
    if (told !== undefined) return settle(click, told);
    if (isEphemeral(click.body)) await settle(click, 'Done; the card shows it.');
  };
}

/** Says yes to all domains that the card showed as asked for. */
export function approveShown(desk: Desk) {
  return async (click: Click): Promise<void> => {
    const [id = '', version = ''] = chosenValue(click.action).split('|');
    const told = await desk.approvals.approveShown(id, Number(version), click.body.user.id).then((ballots) => {
      const not = ballots.filter(({ ballot }) => ballot.outcome !== 'approved');
      if (ballots.length === 0) return explain(desk, { outcome: 'changed' });
      const [first] = not;
      if (first === undefined) return undefined;
      const rest = ballots.length - not.length;
      return `${rest === 0 ? 'None' : `${rest} of ${ballots.length}`} approved. ${first.domain}: ${explain(desk, first.ballot)}`;
    }, sentence);
    if (told !== undefined) await settle(click, told);
  };
}

/** Asks for the reason first. */
export function askReason(says: 'no' | 'break the glass') {
  return async ({ action, body, client }: Click): Promise<void> => {
    const [run = '', fingerprint = ''] = chosenValue(action).split('|');
    await client.views.open({ trigger_id: body.trigger_id, view: reasonForm({ says, run, fingerprint }) });
  };
}

/** What to tell whoever clicked, or nothing when the card shows it. */
export function explain(desk: Desk, ballot: Ballot): string | undefined {
  switch (ballot.outcome) {
    case 'approved':
    case 'rejected':
      return undefined;
    case 'counted':
      return `Counted. ${ballot.missing === 1 ? 'One more person has' : `${ballot.missing} more people have`} to approve it.`;
    case 'own':
      return `You asked for this, answer for it, or changed its values, so somebody else approves it. ${whoCan(desk.book, 'approve what leaves')}`;
    case 'already yours':
      return 'You approved this already; others have to approve it, too.';
    case 'changed':
      return 'Nothing was done: the values are not those that you were shown. Look at the card again.';
    case 'expired':
      return 'Nothing was done: it was not approved in time. An operator presses “Try again”, and it is asked once more.';
    case 'settled':
    case 'not asked':
      return 'Nothing was done: that is settled already, look at the card.';
  }
}
