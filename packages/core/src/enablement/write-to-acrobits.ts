import { days } from '../duration.ts';
import type { OrderedLetter } from '../ports/correspondence.ts';
import type { Workflow } from '../ports/engine.ts';
import { checkPrerequisites } from './check-prerequisites.ts';
import { firstLetter, HAND_OFF_OPEN, keepPlan } from './contact-acrobits.ts';
import { notApproved } from './gate.ts';
import type { LetterKind } from './letters.ts';
import { WRITE_TO_ACROBITS } from './names.ts';
import type { Ports } from './ports.ts';
import type { Enablement } from './state.ts';
import { BASE } from './steps.ts';
import { type Done, explain, PATIENT, type Problem, type Waiting } from './told-run.ts';

export type LetterInput = { readonly enablement: string; readonly kind: LetterKind; readonly number: number };

/** Sends one letter that somebody ordered. A workflow of its own, since the run that it is about may have ended long ago. */
export function writeToAcrobits(ports: Ports): Workflow<LetterInput> {
  return {
    name: WRITE_TO_ACROBITS,
    async run(engine, input) {
      const { enablement, kind, number } = input;
      for (let tries = 0; ; tries++) {
        // Once: the Message-ID is derived from enablement, kind and number.
        const result = await engine
          .step('Letter to Acrobits sent', () => send(ports, input), PATIENT)
          .catch((error: unknown) => explain(error, tries));
        if ('done' in result) return;
        const why = 'waiting' in result ? `It waits for ${result.waiting}.` : `${result.problem} ${result.todo}`;
        const pause = await engine.step('Letter to Acrobits: explain', async () => {
          await ports.correspondence.trouble(enablement, kind, number, why, !('waiting' in result));
          return 'waiting' in result ? result.until - ports.clock.now().getTime() : (result.again ?? days(1));
        });
        await engine.waitFor('nudge', Math.max(pause, 1));
      }
    },
  };
}

async function send(ports: Ports, { enablement: id, kind, number }: LetterInput): Promise<Done | Problem | Waiting> {
  const [enablement, letter] = await Promise.all([ports.register.get(id), ports.correspondence.get(id, kind, number)]);
  if (enablement === undefined || letter === undefined) throw new Error(`no letter ${kind} ${number} of ${id}`);
  if (letter.sentAt !== undefined) return { done: 'sent before' };
  if (kind === 'correction') {
    if (enablement.status === 'cancelled') return { done: 'nobody wants it any more' };
    if (enablement.letters.some((other) => other.kind === kind && other.number > number))
      return { done: 'a later one replaces it' };
    const held = await mayCorrect(ports, enablement, letter);
    if (held !== undefined) return held;
    await ports.correspondence.telling(id, kind, number);
  }
  // Whoever is asked again has as long again; the link stays the one of the first letter.
  if (kind !== 'withdrawal') await ports.links.acrobits(id, new Date(ports.clock.now().getTime() + HAND_OFF_OPEN));
  await ports.mail.send({
    id: `${id}.${kind}.${number}`,
    inReplyTo: firstLetter(id),
    to: ports.settings.acrobitsContact,
    subject: letter.subject,
    text: letter.text,
  });
  await ports.correspondence.sent(id, kind, number);
  return { done: 'sent' };
}

/** Corrected values go the way of the first ones: they are checked, and approved where the policy wants that. */
async function mayCorrect(ports: Ports, enablement: Enablement, letter: OrderedLetter): Promise<Problem | Waiting | undefined> {
  if (letter.told === undefined) throw new Error('a correction without values');
  const corrected = { ...enablement, prerequisites: letter.told };
  const checked = await checkPrerequisites(ports, letter.told, enablement.id);
  if ('problem' in checked) return checked;
  if (!ports.policy.approval.contact) {
    await keepPlan(ports, corrected, [checked.done]);
    return undefined;
  }
  const plan = await keepPlan(ports, corrected, [checked.done]);
  const held = await notApproved(ports, enablement, enablement.id, plan);
  const note =
    held === undefined
      ? ({ status: 'done', detail: `of ${plan.fingerprint}` } as const)
      : 'waiting' in held
        ? ({ status: 'waiting', detail: held.waiting } as const)
        : ({ status: 'problem', detail: held.problem, todo: held.todo, asks: held.asks } as const);
  await ports.register.note(enablement.id, BASE.approved, note);
  return held;
}
