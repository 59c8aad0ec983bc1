import type { RespondFn } from '@slack/bolt';
import type { Click } from '../people/refusal.ts';

export function chosenValue(action: Click['action']): string {
  if (action.type === 'button') return action.value ?? '';
  if (action.type === 'static_select' || action.type === 'overflow') return action.selected_option?.value ?? '';
  return '';
}

/** A word to the person who clicked; the card stays as it is. */
export async function tell(respond: RespondFn, text: string): Promise<void> {
  await respond({ response_type: 'ephemeral', replace_original: false, text });
}

/** What this person alone saw with the buttons makes place for what came of it: buttons are gone once used. On a card it stays. */
export async function settle({ body, respond }: Pick<Click, 'body' | 'respond'>, text: string): Promise<void> {
  await respond({ response_type: 'ephemeral', replace_original: isEphemeral(body), text });
}

export const isEphemeral = ({ container }: Click['body']): boolean => container.is_ephemeral === true;
