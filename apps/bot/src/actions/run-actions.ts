import { BASE, businessDaysAfter, draft, type Enablement, fingerprintOf, lettersDue, stepOf } from '@enablement/core';
import { ACTION } from '../cards/buttons.ts';
import { askingSince } from '../cards/pressed.ts';
import { moment } from '../cards/words.ts';
import { stuckRuns, wakeStuck } from '../commands/retry.ts';
import { type Desk, sentence } from '../desk.ts';
import { answerForm } from '../forms/answer-form.ts';
import { letterForm } from '../forms/letter-form.ts';
import { correctForm } from '../forms/prerequisites-form.ts';
import type { Click } from '../people/refusal.ts';
import { chosenValue, isEphemeral, settle, tell } from './click.ts';

const STALE = 'Nothing was done: this card is old, and that is settled already.';

export function tryAgain(desk: Desk) {
  return onRun(desk, async (enablement, run, by) => {
    if (!stuckRuns(enablement).includes(run)) return STALE;
    await wakeStuck(desk, enablement, run, by);
    return undefined;
  });
}

export function cancel(desk: Desk) {
  return onRun(desk, async ({ id, status, domains }, _run, by) => {
    if (status !== 'enabled') return (await desk.register.cancel(id, by)) ? undefined : STALE;
    const ended = await desk.register.skip(
      id,
      domains.map(({ domain }) => domain),
      by,
    );
    return ended.length > 0 ? undefined : STALE;
  });
}

export function takeOver(desk: Desk) {
  return onRun(desk, async (enablement, _run, by) => ((await desk.register.takeOver(enablement.id, by)) ? undefined : STALE));
}

export function reopen(desk: Desk) {
  return onRun(desk, async (enablement, _run, by) => {
    if (enablement.status !== 'running' || stepOf(enablement.steps, BASE.contacted)?.status !== 'done') return STALE;
    await desk.links.reopen(enablement.id, by);
    return `Acrobits’ page is open again, for one more reveal and one more answer. Tell ${desk.settings.acrobitsContact} to use the link they have.`;
  });
}

export function correct(desk: Desk) {
  return async ({ action, body, client, respond }: Click): Promise<void> => {
    const enablement = await desk.register.get(chosenValue(action));
    if (enablement === undefined || enablement.status === 'cancelled') return tell(respond, STALE);
    await client.views.open({
      trigger_id: body.trigger_id,
      view: correctForm(enablement.id, enablement.prerequisites, enablement.told !== undefined),
    });
  };
}

export function correctReturned(desk: Desk) {
  return async ({ action, body, client, respond }: Click): Promise<void> => {
    const id = chosenValue(action);
    const [enablement, answered] = await Promise.all([desk.register.get(id), desk.register.answered(id)]);
    if (enablement === undefined || enablement.status === 'cancelled' || answered === undefined) return tell(respond, STALE);
    await client.views.open({ trigger_id: body.trigger_id, view: answerForm(id, answered) });
  };
}

/** Ends one domain that is not done; the card shows it as cancelled, and what Acrobits has of it. */
export function skip(desk: Desk) {
  return onRun(desk, async (enablement, run, by) => {
    const [, domain = ''] = run.split('/');
    return (await desk.register.skip(enablement.id, [domain], by)).length > 0 ? undefined : STALE;
  });
}

export function snooze(desk: Desk) {
  return async (click: Click): Promise<void> => {
    const [id = '', days = ''] = chosenValue(click.action).split('|');
    const until = businessDaysAfter(desk.clock.now(), Number(days), desk.policy.reminders.calendar);
    const done = await desk.register.snooze(id, until, click.body.user.id).catch(sentence);
    await settle(click, typeof done === 'string' ? done : done ? `Nobody is reminded before ${moment(until)}.` : STALE);
  };
}

/** Shows the letter that would be sent; its form sends it. */
export function write(desk: Desk) {
  return async ({ action, body, client, respond }: Click): Promise<void> => {
    const [id = '', wanted] = chosenValue(action).split('|');
    const enablement = await desk.register.get(id);
    const kind = enablement && lettersDue(enablement).find((due) => due === wanted);
    if (enablement === undefined || kind === undefined) return tell(respond, STALE);
    const shown = draft(enablement, kind);
    const view = letterForm(id, desk.settings.acrobitsContact, shown, await fingerprintOf({ ...shown }));
    await client.views.open({ trigger_id: body.trigger_id, view });
  };
}

/** Somebody thought better of it. */
export async function leave(click: Click): Promise<void> {
  await settle(click, 'Nothing was changed.');
}

/** What these do takes its time, and doing it once is enough: the button goes at once, and of two who press it one has done it. */
const ONCE: readonly string[] = [ACTION.tryAgain, ACTION.reopen];
const PRESSED = 'Somebody pressed it a moment ago; the card shows what comes of it.';

async function isFirst({ presses }: Desk, { action, body }: Click, enablement: Enablement): Promise<boolean> {
  const [pressed = ''] = action.action_id.split(':');
  if (!ONCE.includes(pressed)) return true;
  const value = chosenValue(action);
  return presses.first(enablement.id, { action: pressed, value, by: body.user.id }, askingSince(enablement, value));
}

/** The act says what to tell the person, or nothing when the card will show it. */
function onRun(desk: Desk, act: (enablement: Enablement, run: string, by: string) => Promise<string | undefined>) {
  return async (click: Click): Promise<void> => {
    const run = chosenValue(click.action);
    const said = await desk.register
      .get(run.split('/')[0] ?? '')
      .then(async (enablement) => {
        if (enablement === undefined) return STALE;
        return (await isFirst(desk, click, enablement)) ? act(enablement, run, click.body.user.id) : PRESSED;
      })
      .catch(sentence);
    if (said !== undefined) return settle(click, said);
    if (isEphemeral(click.body)) await settle(click, 'Done; the card shows it.');
  };
}
