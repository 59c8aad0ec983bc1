import type { Person } from '../ports/register.ts';
import { unfitHost } from './check-prerequisites.ts';
import { isAddressLiteral } from './fields.ts';
import { Answer, type FieldProblems, Prerequisites, readForm } from './request.ts';
import { type Form, type NeedsForForm, privateLiterals } from './start.ts';
import { hostOnly } from './store-answer.ts';

type Corrected =
  | { readonly outcome: 'corrected' | 'too late' }
  | { readonly outcome: 'problems'; readonly problems: FieldProblems };

/**
 * Corrects the values of a run at any time, and lets it go on. What Acrobits was told before stays what they know, until somebody
 * sends them the correction.
 */
export async function correctPrerequisites(ports: NeedsForForm, id: string, form: Form, by: Person): Promise<Corrected> {
  const reading = readForm(Prerequisites, form);
  const problems = { ...(reading.ok ? await privateLiterals(ports, reading.value) : reading.problems) };
  if (!reading.ok || Object.keys(problems).length > 0) return { outcome: 'problems', problems };
  const outcome = await ports.register.correct(id, reading.value, by);
  return outcome === 'taken'
    ? { outcome: 'problems', problems: { portalUrl: 'This portal is enabled, or on its way, in another run.' } }
    : { outcome };
}

/** Corrects what Acrobits returned, by the rules of their own page. */
export async function correctAnswer(ports: NeedsForForm, id: string, form: Form, by: Person): Promise<Corrected> {
  const reading = readForm(Answer, form);
  if (!reading.ok) return { outcome: 'problems', problems: reading.problems };
  const host = hostOnly(reading.value.messagingHost);
  // Names are looked up when they are called: a form has to be answered within seconds.
  const unfit = isAddressLiteral(host) ? await unfitHost(ports, host, 'messaging') : undefined;
  if (unfit !== undefined) return { outcome: 'problems', problems: { messagingHost: `${unfit.problem} ${unfit.todo}` } };
  const outcome = await ports.register.correctAnswer(id, reading.value, by);
  return outcome === 'taken'
    ? { outcome: 'problems', problems: { cloudId: 'Another environment has this cloudId; each has its own.' } }
    : { outcome };
}
