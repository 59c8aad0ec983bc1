import { ownerOf } from '@enablement/core';
import { chosenValue, tell } from '../actions/click.ts';
import { type Desk, sentence } from '../desk.ts';
import type { Click } from '../people/refusal.ts';

/** Somebody does not want to wait for the next look. */
export function lookNow(desk: Desk) {
  return async ({ action, body, respond }: Click): Promise<void> => {
    const owner = ownerOf(chosenValue(action));
    const watched = 'xima' in owner ? owner : { enablement: owner.enablement };
    // What belongs to another workspace is not there.
    const known = 'xima' in owner ? desk.xima.get(owner.xima) : desk.register.get(owner.enablement);
    const said = await known
      .then((found) => found !== undefined && desk.drifts.now(watched, body.user.id))
      .then((found) => (found ? 'It is looked at now; the card shows what comes of it.' : 'Nobody watches this any more.'))
      .catch(sentence);
    await tell(respond, said);
  };
}
