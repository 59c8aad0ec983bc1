import { ownerOf } from '@enablement/core';
import { chosenValue, tell } from '../actions/click.ts';
import { type Desk, sentence } from '../desk.ts';
import type { Click } from '../people/refusal.ts';

/** Somebody does not want to wait for the next look. */
export function lookNow(desk: Desk) {
  return async ({ action, body, respond }: Click): Promise<void> => {
    const owner = ownerOf(chosenValue(action));
    const watched = 'xima' in owner ? owner : { enablement: owner.enablement };
    const said = await desk.drifts
      .now(watched, body.user.id)
      .then((found) => (found ? 'It is looked at now; the card shows what comes of it.' : 'Nobody watches this any more.'))
      .catch(sentence);
    await tell(respond, said);
  };
}
