import { draft, fingerprintOf } from '@enablement/core';
import type { AllMiddlewareArgs, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import { type Desk, sentence } from '../desk.ts';
import { refusal } from '../people/refusal.ts';
import { letterForm, readLetter } from './letter-form.ts';
import { refusedForm } from './refused-form.ts';

type Arguments = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** Orders the letter that was shown, and no other; what it says has changed meanwhile is shown anew. */
export function submitLetter(desk: Desk) {
  return async ({ ack, body, view }: Arguments): Promise<void> => {
    const about = readLetter(view.private_metadata);
    const refused = await refusal(desk, body.user.id, 'write to Acrobits', { enablement: about.enablement });
    if (refused !== undefined) return ack({ response_action: 'update', view: refusedForm(refused) });
    const again = await order(desk, about, body.user.id).catch((error: unknown) => refusedForm(sentence(error)));
    return again === undefined ? ack() : ack({ response_action: 'update', view: again });
  };
}

async function order(desk: Desk, { enablement: id, kind, number, fingerprint }: ReturnType<typeof readLetter>, by: string) {
  const enablement = await desk.register.get(id);
  if (enablement === undefined) return refusedForm('This run is gone.');
  if (enablement.letters.some((letter) => letter.kind === kind && letter.number === number))
    return refusedForm('Somebody has sent this letter already; the card shows it.');
  const now = draft(enablement, kind);
  const print = await fingerprintOf({ ...now });
  // Read again: this is what it says by now.
  if (print !== fingerprint) return letterForm(id, desk.settings.acrobitsContact, now, print);
  const outcome = await desk.correspondence.order(id, now, by);
  return outcome === 'ordered' ? undefined : refusedForm('Nothing was sent: the card has changed meanwhile, look at it again.');
}
