import { days, wantsXimaSecret, XIMA_SECRETS, type XimaCheck } from '@enablement/core';
import { z } from 'zod';
import { chosenValue, isEphemeral, tell } from '../actions/click.ts';
import { NOT_NEEDED, offerPage } from '../actions/enter-secret.ts';
import { ACTION } from '../cards/buttons.ts';
import { plain } from '../cards/words.ts';
import { type Desk, sentence } from '../desk.ts';
import type { Click } from '../people/refusal.ts';
import { ximaCorrectForm } from './form.ts';

/** Whoever sets Xima up may need a few working days. */
const HAND_OVER_OPEN = days(7);
const CLOSED = 'Nothing was done: this check was closed.';

const Pressed = z.tuple([z.string().startsWith('xima/')]).rest(z.string());
const Secret = z.enum(XIMA_SECRETS);

export function enterXimaSecret(desk: Desk) {
  return onCheck(desk, async (check, click, [word]) => {
    const field = Secret.parse(word);
    if (!wantsXimaSecret(check)) return tell(click.respond, NOT_NEEDED);
    const link = { owner: { xima: check.id }, field, person: click.body.user.id };
    await offerPage(desk, click.respond, link, `${field} of \`${plain(check.values.domain)}\``, isEphemeral(click.body));
  });
}

export function checkXimaAgain(desk: Desk) {
  return onCheck(desk, async ({ id }, { body, respond }) => {
    if (!(await desk.xima.again(id, body.user.id))) await tell(respond, CLOSED);
  });
}

export function closeXima(desk: Desk) {
  return onCheck(desk, async ({ id }, { body, respond }) => {
    if (!(await desk.xima.close(id, body.user.id))) await tell(respond, CLOSED);
  });
}

export function correctXima(desk: Desk) {
  return onCheck(desk, async ({ id, status, values }, { body, client, respond }) => {
    if (status === 'closed') return tell(respond, CLOSED);
    await client.views.open({ trigger_id: body.trigger_id, view: ximaCorrectForm(id, values) });
  });
}

/** Gives a page that holds the values, the report, and both secrets once. It is for somebody outside, so whoever clicked sends it on. */
export function handOverXima(desk: Desk) {
  return onCheck(desk, async ({ id, status, values }, { body, respond }) => {
    if (status === 'closed') return tell(respond, CLOSED);
    const expires = new Date(desk.clock.now().getTime() + HAND_OVER_OPEN);
    const { token, code } = await desk.xima.handOver(id, body.user.id, expires);
    const url = `${desk.settings.publicUrl}/xima/${token.reveal()}`;
    const text = `The page for whoever sets up Xima for \`${plain(values.domain)}\`. It is open for 7 days, and shows both secrets once to whoever has this code: *${code}*\nSend the address, and tell the code another way. A page given before stopped working.`;
    await respond({
      response_type: 'ephemeral',
      replace_original: isEphemeral(body),
      text: `Your page for Xima, ${plain(values.domain)}`,
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text } },
        {
          type: 'actions',
          elements: [
            {
              type: 'button',
              action_id: ACTION.openPage,
              style: 'primary',
              text: { type: 'plain_text', text: 'Open the page for Xima' },
              url,
            },
          ],
        },
        { type: 'section', text: { type: 'mrkdwn', text: `The address to send:\n\`${url}\`` } },
      ],
    });
  });
}

/** What a button carries is `xima/<id>`, and more after bars. */
function onCheck(desk: Desk, act: (check: XimaCheck, click: Click, rest: readonly string[]) => Promise<void>) {
  return async (click: Click): Promise<void> => {
    const [owner, ...rest] = Pressed.parse(chosenValue(click.action).split('|'));
    await desk.xima
      .get(owner.slice('xima/'.length))
      .then((check) => (check === undefined ? tell(click.respond, CLOSED) : act(check, click, rest)))
      .catch(async (error: unknown) => tell(click.respond, sentence(error)));
  };
}
